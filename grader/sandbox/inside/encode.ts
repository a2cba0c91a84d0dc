import type { AbstractMatrix } from 'ml-matrix';
import * as mlMatrix from 'ml-matrix';

// Taken before a stranger's code runs, which may replace any of these later.
const { apply, getOwnPropertyDescriptor, ownKeys, getPrototypeOf } = Reflect;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const { stringify } = JSON;
const objectToString = Object.prototype.toString;
const objectPrototype = Object.prototype;
const isInChain = Object.prototype.isPrototypeOf;
const promisePrototype = Promise.prototype;

/** Thrown when a value is larger than an answer may be: one object, so that it is told from all that a student may throw. */
export const TOO_MUCH_OUTPUT: object = Object.freeze({ __proto__: null });

/** What one answer may hold. */
export interface AnswerLimits {
  readonly characters: number;
  /** How deep its values may be nested. */
  readonly depth: number;
}

/** How each kind of matrix of the library reads an entry, by its prototype. */
const readers = new Map<object, AbstractMatrix['get']>();
for (const kind of Object.values(mlMatrix)) {
  if (typeof kind !== 'function') continue;
  // A prototype is an object of any kind; those of matrices have a `get`.
  const prototype: { readonly get?: unknown } | undefined = kind.prototype;
  if (prototype instanceof mlMatrix.AbstractMatrix && typeof prototype.get === 'function') {
    readers.set(prototype, prototype.get as AbstractMatrix['get']);
  }
}

/** The reader of the library's kind of matrix that an object is made of, whatever it calls its own `get`. */
function readerOf(source: object): AbstractMatrix['get'] | null {
  for (let each = getPrototypeOf(source); each !== null; each = getPrototypeOf(each)) {
    const reader = readers.get(each);
    if (reader !== undefined) return reader;
  }
  return null;
}

/**
 * Writes any value as the JSON text of a contract `Value`. It is built by hand
 * from primitive strings, so that no `toJSON`, getter, iterator or patched
 * prototype of a student's has a part in it; data properties are read once.
 *
 * @throws TOO_MUCH_OUTPUT beyond the characters that it may have
 */
export function encode(value: unknown, { characters, depth }: AnswerLimits): string {
  let left = characters;
  const path: object[] = [];

  const spend = (text: string): string => {
    left -= text.length;
    if (left < 0) throw TOO_MUCH_OUTPUT;
    return text;
  };

  const real = (float: number): string => {
    if (float !== float) return spend('"NaN"');
    if (float === Infinity) return spend('"Infinity"');
    if (float === -Infinity) return spend('"-Infinity"');
    if (float === 0 && 1 / float < 0) return spend('"-0"');
    return spend(`${float}`);
  };

  const unreadable = (what: string): string =>
    spend(`{"kind":"unreadable","what":${stringify(what)}}`);

  const numbers = (source: ArrayLike<unknown>, length: number): string => {
    let text = '';
    for (let index = 0; index < length; index += 1) {
      // The caller has seen that every item is a number.
      text += `${index === 0 ? '' : ','}${real(source[index] as number)}`;
    }
    return text;
  };

  const matrix = (source: AbstractMatrix, get: AbstractMatrix['get']): string => {
    const { rows, columns } = source;
    if (typeof rows !== 'number' || typeof columns !== 'number')
      return unreadable('a broken matrix');
    if (!(rows * columns <= left)) throw TOO_MUCH_OUTPUT;
    const data: number[] = [];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const entry: unknown = apply(get, source, [row, column]);
        if (typeof entry !== 'number')
          return unreadable('a matrix with entries that are no numbers');
        data[data.length] = entry;
      }
    }
    spend('{"kind":"matrix","rows":,"columns":,"data":[]}');
    return `{"kind":"matrix","rows":${real(rows)},"columns":${real(columns)},"data":[${numbers(data, data.length)}]}`;
  };

  const list = (source: readonly unknown[]): string => {
    const { length } = source;
    if (length > left) throw TOO_MUCH_OUTPUT;
    const items: unknown[] = [];
    let allNumbers = true;
    for (let index = 0; index < length; index += 1) {
      const item = ownData(source, `${index}`);
      items[items.length] = item;
      if (typeof item !== 'number') allNumbers = false;
    }
    if (allNumbers && length > 0)
      return spend(`{"kind":"numbers","data":[${numbers(items, length)}]}`);
    let text = '';
    for (let index = 0; index < length; index += 1) {
      text += `${index === 0 ? '' : ','}${any(items[index])}`;
    }
    return spend(
      length === 0 ? '{"kind":"numbers","data":[]}' : `{"kind":"list","items":[${text}]}`,
    );
  };

  const record = (source: object): string => {
    let text = '';
    const names = ownKeys(source);
    for (let index = 0; index < names.length; index += 1) {
      const key = names[index];
      if (typeof key !== 'string') continue;
      const descriptor = getOwnPropertyDescriptor(source, key);
      if (descriptor?.enumerable !== true) continue;
      const field = 'value' in descriptor ? any(descriptor.value) : unreadable('a getter');
      text += `${text === '' ? '' : ','}${spend(stringify(key))}:${field}`;
    }
    return `${spend('{"kind":"record","fields":{')}${text}}}`;
  };

  const object = (source: object): string => {
    if (path.length >= depth) return unreadable('a value nested too deeply');
    for (let index = 0; index < path.length; index += 1) {
      if (path[index] === source) return unreadable('a value that contains itself');
    }
    path[path.length] = source;
    try {
      const reader = readerOf(source);
      // It is made of a matrix of the library, as its prototypes say.
      if (reader !== null) return matrix(source as AbstractMatrix, reader);
      if (isArray(source)) return list(source);
      if (isView(source)) return view(source);
      if (apply(isInChain, promisePrototype, [source])) return unreadable('a promise');
      const prototype = getPrototypeOf(source);
      if (prototype === objectPrototype || prototype === null) return record(source);
      // An instance of a student's own class holds fields like any other object.
      const tag = apply(objectToString, source, []);
      return tag === '[object Object]'
        ? record(source)
        : unreadable(`an object of the kind ${tag}`);
    } finally {
      path.length -= 1;
    }
  };

  const view = (source: ArrayBufferView): string => {
    if (source instanceof DataView) return unreadable('a DataView');
    // Every other view is a typed array; one of BigInts has no numbers.
    const typed = source as unknown as ArrayLike<unknown>;
    if (typeof typed[0] === 'bigint') return unreadable('an array of BigInts');
    if (typed.length > left) throw TOO_MUCH_OUTPUT;
    return `{"kind":"numbers","data":[${numbers(typed, typed.length)}]}`;
  };

  const any = (item: unknown): string => {
    switch (typeof item) {
      case 'number':
        return `{"kind":"number","value":${real(item)}}`;
      case 'string':
        if (item.length > left) throw TOO_MUCH_OUTPUT;
        return spend(`{"kind":"text","text":${stringify(item)}}`);
      case 'boolean':
        return spend(`{"kind":"flag","flag":${item ? 'true' : 'false'}}`);
      case 'undefined':
        return spend('{"kind":"nothing","what":"undefined"}');
      case 'object':
        return item === null ? spend('{"kind":"nothing","what":"null"}') : object(item);
      default:
        return unreadable(`a ${typeof item}`);
    }
  };

  return any(value);
}

function ownData(source: object, key: string): unknown {
  const descriptor = getOwnPropertyDescriptor(source, key);
  return descriptor !== undefined && 'value' in descriptor ? descriptor.value : undefined;
}
