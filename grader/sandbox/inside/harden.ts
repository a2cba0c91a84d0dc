// Taken while the realm is still as it was made.
const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, preventExtensions } =
  Reflect;
const { freeze } = Object;

const TypedArray: object = getPrototypeOf(Float64Array.prototype) ?? {};
const isHeir = (ancestor: object, target: object): boolean =>
  Reflect.apply(Object.prototype.isPrototypeOf, ancestor, [target]);

/** Objects of the language that no global name leads to. */
function nameless(): readonly object[] {
  const asyncGenerator = async function* () {};
  return [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/./g),
    (function* () {})(),
    function* () {},
    async () => undefined,
    asyncGenerator,
    asyncGenerator(),
    // The function that throws for `caller` and `arguments`.
    getOwnPropertyDescriptor(Function.prototype, 'caller')?.get ?? {},
  ];
}

/**
 * Freezes the language itself and the packages that are offered, so that a program
 * can change its own objects and nothing that the wall, the probes or a library
 * works with.
 *
 * @param offered objects beside the globals
 */
export function harden(offered: readonly object[]): void {
  // Errors and plain objects are given names and methods of their own all the time:
  // a frozen property of that name on their prototype would forbid it.
  const named = [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError];
  const prototypes = [Object, ...named, TypeError, URIError].map(({ prototype }) => prototype);
  for (const prototype of prototypes) allowOverrides(prototype);
  freezeAll([globalThis, ...ownValues(globalThis), ...offered, ...nameless()]);
}

/** Turns the properties of a prototype into pairs of functions, of which the setter gives the heir its own. */
function allowOverrides(prototype: object): void {
  for (const name of ownKeys(prototype)) {
    const descriptor = getOwnPropertyDescriptor(prototype, name);
    if (descriptor === undefined || !('value' in descriptor) || descriptor.configurable !== true)
      continue;
    const { value, enumerable = false } = descriptor;
    close(value);
    defineProperty(prototype, name, {
      get: () => value,
      set(this: unknown, own: unknown) {
        if (this === prototype) throw new TypeError('this part of the language cannot be changed');
        defineProperty(this as object, name, {
          value: own,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
      enumerable,
      configurable: false,
    });
  }
}

/**
 * Freezes these with their prototypes, and what is made by those of them that
 * construct.
 */
export function freezeAll(roots: readonly unknown[]): void {
  const seen = new Set<unknown>();
  const open = [...roots];
  while (open.length > 0) {
    const next = open.pop();
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    open.push(getPrototypeOf(next));
    // Every prototype that a name leads to is a property of its constructor.
    if (typeof next === 'function') open.push(getOwnPropertyDescriptor(next, 'prototype')?.value);
    // The entries of a typed array cannot be frozen; none of them is shared.
    if (!ArrayBuffer.isView(next)) fix(next);
  }
}

/**
 * Freezes one object. The engine gives up what it knows about numeric loops when the
 * prototype of objects or of typed arrays is frozen at one stroke, which makes those
 * loops slower by two thirds: these are held property by property, all but the
 * `constructor` of typed arrays, for which nothing that the wall does asks.
 */
function fix(target: object): void {
  const ofTypedArrays = target === TypedArray || isHeir(TypedArray, target);
  const atOnce = !ofTypedArrays && target !== Object.prototype;
  for (const name of ownKeys(target)) {
    const descriptor = getOwnPropertyDescriptor(target, name);
    close(descriptor?.value);
    close(descriptor?.get);
    if (atOnce || descriptor?.configurable !== true) continue;
    if (ofTypedArrays && name === 'constructor') continue;
    const final = 'value' in descriptor ? { writable: false } : {};
    defineProperty(target, name, { ...final, configurable: false });
  }
  if (atOnce) freeze(target);
  else preventExtensions(target);
}

/** A method is given no property of its own: `method.call(...)` is to find what all functions have. */
function close(method: unknown): void {
  if (typeof method === 'function') preventExtensions(method);
}

/** The values of an object's own properties, without running any getter. */
export function ownValues(source: object): readonly unknown[] {
  return ownKeys(source).map((name) => getOwnPropertyDescriptor(source, name)?.value);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
