/**
 * A float64 as it travels between processes and files: JSON has no NaN, no
 * infinities and loses -0, so these four are words.
 */
export type Real = number | 'NaN' | 'Infinity' | '-Infinity' | '-0';

/**
 * What a student's function returned, or what it was given, as plain data.
 * `unreadable` names what could not be turned into data: a function, a promise, a
 * cycle.
 */
export type Value =
  | { readonly kind: 'number'; readonly value: Real }
  | { readonly kind: 'numbers'; readonly data: readonly Real[] }
  | {
      readonly kind: 'matrix';
      readonly rows: number;
      readonly columns: number;
      readonly data: readonly Real[];
    }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly fields: { readonly [name: string]: Value } }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'nothing'; readonly what: 'undefined' | 'null' }
  | { readonly kind: 'unreadable'; readonly what: string };

/** Float64 of a {@link Real}. */
export function toFloat(real: Real): number {
  if (typeof real === 'number') return real;
  return real === '-0' ? -0 : Number(real);
}

/** The {@link Real} of a float64; the inverse of {@link toFloat}. */
export function toReal(float: number): Real {
  if (Object.is(float, -0)) return '-0';
  if (Number.isFinite(float)) return float;
  return Number.isNaN(float) ? 'NaN' : float > 0 ? 'Infinity' : '-Infinity';
}

/** Numbers with a shape: `[]` a single number, `[n]` a list, `[m, n]` a matrix in row order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/**
 * The numbers in a value, whatever container the student chose: a `Matrix`, a
 * `number[]` or a `number[][]` with rows of one length. `null` when the value is
 * not numeric.
 */
export function toTensor(value: Value): Tensor | null {
  switch (value.kind) {
    case 'number':
      return { shape: [], data: [toFloat(value.value)] };
    case 'numbers':
      return { shape: [value.data.length], data: value.data.map(toFloat) };
    case 'matrix':
      return { shape: [value.rows, value.columns], data: value.data.map(toFloat) };
    case 'list':
      return stackRows(value.items);
    default:
      return null;
  }
}

/** Whether two shapes hold the same; a flat list of n numbers may stand for a 1 x n matrix. */
export function sameShape(yours: readonly number[], expected: readonly number[]): boolean {
  const flat = (shape: readonly number[]): string =>
    (shape.length === 1 ? [1, ...shape] : shape).join('x');
  return flat(yours) === flat(expected);
}

/** Whether a value holds nothing at all: `undefined`, `null`, or a record or list of nothing but these. */
export function isNothing(value: Value): boolean {
  if (value.kind === 'record') return Object.values(value.fields).every(isNothing);
  if (value.kind === 'list') return value.items.every(isNothing);
  return value.kind === 'nothing';
}

function stackRows(items: readonly Value[]): Tensor | null {
  const rows: number[][] = [];
  for (const item of items) {
    if (item.kind !== 'numbers') return null;
    rows.push(item.data.map(toFloat));
  }
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) return null;
  return { shape: [rows.length, width], data: rows.flat() };
}

/**
 * The part of a value that a dotted path names (`cache.A1`, `weights.0`), or
 * `null` when there is nothing at that place.
 */
export function valueAt(value: Value, path: string): Value | null {
  let current: Value | undefined = value;
  for (const step of path.split('.')) {
    if (current?.kind === 'record') {
      current = Object.hasOwn(current.fields, step) ? current.fields[step] : undefined;
    } else if (current?.kind === 'list') {
      current = current.items[Number(step)];
    } else if (current?.kind === 'numbers') {
      const value = current.data[Number(step)];
      current = value === undefined ? undefined : { kind: 'number', value };
    } else {
      return null;
    }
  }
  return current ?? null;
}
