import { Matrix } from 'ml-matrix';
import { toFloat, type Value } from '../../contract/value.ts';

/**
 * The value that a contract `Value` describes, made anew at every call.
 */
export function decode(value: Value): unknown {
  switch (value.kind) {
    case 'number':
      return toFloat(value.value);
    case 'numbers':
      return value.data.map(toFloat);
    case 'matrix': {
      const matrix = new Matrix(value.rows, value.columns);
      value.data.forEach((real, at) => {
        matrix.set(Math.floor(at / value.columns), at % value.columns, toFloat(real));
      });
      return matrix;
    }
    case 'list':
      return value.items.map(decode);
    case 'record':
      return Object.fromEntries(
        Object.entries(value.fields).map(([name, field]) => [name, decode(field)]),
      );
    case 'text':
      return value.text;
    case 'flag':
      return value.flag;
    case 'nothing':
      return value.what === 'null' ? null : undefined;
    case 'unreadable':
      throw new Error(`an input cannot be ${value.what}`);
  }
}
