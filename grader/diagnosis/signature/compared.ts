import type { Tolerance } from '../../contract/exercise.ts';
import { sameShape, type Tensor } from '../../contract/value.ts';

/** One output in one case: what came back, and what was due. */
export interface Pair {
  readonly yours: Tensor;
  readonly due: Tensor;
  /** Whether each entry is outside of its tolerance; `null` where the shapes differ. */
  readonly outside: readonly boolean[] | null;
}

/** One output in all cases of its probe; every number in it is finite. */
export interface Compared {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

/** Tensors by name, in the order in which they stand in a value. */
export type Named = ReadonlyMap<string, Tensor>;

/** What one case holds beside the output that is looked at. */
export interface Surroundings {
  /** What the function was given, case by case. */
  readonly given: readonly Named[];
  /** What the reference returned, case by case. */
  readonly due: readonly Named[];
}

/** Holds what came back to what was due. */
export function pairOf(yours: Tensor, due: Tensor, { absolute, relative }: Tolerance): Pair {
  if (!sameShape(yours.shape, due.shape)) return { yours, due, outside: null };
  const outside = due.data.map((entry, at) => {
    const error = Math.abs((yours.data[at] ?? Number.NaN) - entry);
    return !(error <= absolute + relative * Math.abs(entry));
  });
  return { yours, due, outside };
}

/** Whether nothing is wrong with it. */
export function isRight({ outside }: Pair): boolean {
  return outside !== null && !outside.includes(true);
}

/** Whether all shapes are as they are due. */
export function isOfDueShape({ pairs }: Compared): boolean {
  return pairs.every(({ outside }) => outside !== null);
}

/** Rows and columns; a list is one row, a single number one entry. */
export function sizesOf({ shape }: Tensor): readonly [rows: number, columns: number] {
  const [first, second] = shape;
  if (first === undefined) return [1, 1];
  return second === undefined ? [1, first] : [first, second];
}
