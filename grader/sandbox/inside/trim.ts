/** Everything that a student's program may see; all other globals are deleted. */
export const KEPT: ReadonlySet<PropertyKey> = new Set<PropertyKey>([
  'globalThis',
  'Infinity',
  'NaN',
  'undefined',
  'Object',
  'Function',
  'Array',
  'Number',
  'Boolean',
  'String',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Promise',
  'Proxy',
  'Reflect',
  'RegExp',
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'ArrayBuffer',
  'DataView',
  'Float32Array',
  'Float64Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'BigInt64Array',
  'BigUint64Array',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
]);

const KEPT_OF_REGEXP: ReadonlySet<PropertyKey> = new Set<PropertyKey>([
  'length',
  'name',
  'prototype',
  Symbol.species,
]);

/**
 * Leaves the realm with the language and nothing of its surroundings: no clock,
 * no chance, no evaluation of text, no memory of its own, and no stack hooks, through which objects of
 * the host realm could be reached.
 */
export function trimGlobals(studentConsole: object): void {
  for (const name of Reflect.ownKeys(globalThis)) {
    if (!KEPT.has(name)) Reflect.deleteProperty(globalThis, name);
  }
  for (const hook of ['stackTraceLimit', 'prepareStackTrace']) {
    Object.defineProperty(Error, hook, { value: undefined, writable: false, configurable: false });
  }
  Reflect.deleteProperty(Error, 'captureStackTrace');
  // Beside its own few, what was searched for last: one exercise could leave it to the next.
  for (const name of Reflect.ownKeys(RegExp)) {
    if (!KEPT_OF_REGEXP.has(name)) Reflect.deleteProperty(RegExp, name);
  }
  // A reference may stand beside a student's module: its text is not for reading.
  Object.defineProperty(Function.prototype, 'toString', {
    value: () => 'function () { [code] }',
    writable: false,
    configurable: false,
  });
  Object.defineProperty(Math, 'random', {
    value: () => {
      throw new Error('Math.random is not available here: use the generator that you are given');
    },
  });
  Object.defineProperty(globalThis, 'console', { value: Object.freeze(studentConsole) });
}
