import fc from 'fast-check';
import { toReal, type Value } from '../contract/value.ts';

// Values as tests write them, and as chance does.

/** A single number as a value. */
export const number = (float: number): Value => ({ kind: 'number', value: toReal(float) });

/** A list of numbers as a value. */
export const numbers = (...floats: readonly number[]): Value => ({
  kind: 'numbers',
  data: floats.map(toReal),
});

/** A matrix as a value, given row by row. */
export const matrix = (...rows: readonly (readonly number[])[]): Value => ({
  kind: 'matrix',
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  data: rows.flat().map(toReal),
});

/** Named values. */
export const record = (fields: Readonly<Record<string, Value>>): Value => ({
  kind: 'record',
  fields,
});

export const list = (...items: readonly Value[]): Value => ({ kind: 'list', items });
export const text = (words: string): Value => ({ kind: 'text', text: words });
export const nothing: Value = { kind: 'nothing', what: 'undefined' };

/** Any float64, the four that JSON cannot write more often than chance would have them. */
export const anyFloat: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0),
);

const anyReal = anyFloat.map(toReal);

/** Any value of the contract, a few levels deep. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('number' as const), value: anyReal }),
    fc.record({ kind: fc.constant('numbers' as const), data: fc.array(anyReal) }),
    fc.tuple(fc.nat(4), fc.nat(4)).chain(([rows, columns]) =>
      fc.record({
        kind: fc.constant('matrix' as const),
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        data: fc.array(anyReal, { minLength: rows * columns, maxLength: rows * columns }),
      }),
    ),
    fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
    fc.record({ kind: fc.constant('flag' as const), flag: fc.boolean() }),
    fc.record({
      kind: fc.constant('nothing' as const),
      what: fc.constantFrom('undefined' as const, 'null' as const),
    }),
    fc.record({ kind: fc.constant('unreadable' as const), what: fc.string() }),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(tie('value'), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('record' as const),
      fields: fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    }),
  ),
})).value;
