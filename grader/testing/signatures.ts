import type { Tensor } from '../contract/value.ts';
import {
  type Compared,
  type Named,
  pairOf,
  type Surroundings,
} from '../diagnosis/signature/compared.ts';
import { matrix } from './values.ts';

// Outputs as signatures see them: what came back in each case, and what was due there.

const TOLERANCE = { absolute: 1e-9, relative: 1e-7 };

/** A matrix in row order, given row by row. */
export const tensor = (...rows: readonly (readonly number[])[]): Tensor => ({
  shape: [rows.length, rows[0]?.length ?? 0],
  data: rows.flat(),
});

export const list = (...data: readonly number[]): Tensor => ({ shape: [data.length], data });
export const scalar = (float: number): Tensor => ({ shape: [], data: [float] });

/** A matrix of numbers as chance has them, without one that is near 0 or 1. */
export function chance(seed: number, rows: number, columns: number): Tensor {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const entry = (): number => (next() < 0.5 ? -1 : 1) * (0.2 + 1.6 * next());
  return { shape: [rows, columns], data: Array.from({ length: rows * columns }, entry) };
}

/** The same shape with something else in every entry. */
export const mapped = (
  { shape, data }: Tensor,
  change: (entry: number, at: number) => number,
): Tensor => ({ shape, data: data.map(change) });

/** Rows and columns in each other's place. */
export function turned({ shape, data }: Tensor): Tensor {
  const [rows = 0, columns = 0] = shape;
  const flipped = Array.from({ length: rows * columns }, (_, at) => {
    const [column, row] = [Math.floor(at / rows), at % rows];
    return data[row * columns + column] ?? Number.NaN;
  });
  return { shape: [columns, rows], data: flipped };
}

/** An output that is called dW1, in as many cases as there are. */
export const compared = (
  ...cases: readonly (readonly [yours: Tensor, due: Tensor])[]
): Compared => ({
  name: 'dW1',
  pairs: cases.map(([yours, due]) => pairOf(yours, due, TOLERANCE)),
});

/** What was given and what else was due, the same names in every case. */
export const among = (
  given: readonly Readonly<Record<string, Tensor>>[] = [],
  due: readonly Readonly<Record<string, Tensor>>[] = [],
): Surroundings => ({ given: given.map(namedOf), due: due.map(namedOf) });

/** A tensor as a value. */
export const asValue = ({ shape: [rows = 1, columns = 1], data }: Tensor) =>
  matrix(
    ...Array.from({ length: rows }, (_, row) => data.slice(row * columns, (row + 1) * columns)),
  );

function namedOf(tensors: Readonly<Record<string, Tensor>>): Named {
  return new Map(Object.entries(tensors));
}
