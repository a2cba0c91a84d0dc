import type { Tolerance } from '../contract/exercise.ts';
import type { Got } from '../contract/result.ts';
import { type Tensor, toReal } from '../contract/value.ts';

/** How two tensors of one shape compare, entry by entry. */
export interface Comparison {
  readonly agrees: boolean;
  /** Largest error as a share of what was allowed. */
  readonly margin: number;
  readonly worst: Got['worst'];
  /** How many entries are outside, and which is the first; `null` where none is. */
  readonly wrong: Got['wrong'];
  /** Whether each entry is outside of the tolerance. */
  readonly outside: readonly boolean[];
}

/**
 * Holds every entry to |yours - expected| <= absolute + relative * |expected|.
 * Written so that NaN is never inside: `!(error <= allowed)`.
 *
 * @param skip entries that say nothing, by position
 */
export function compare(
  yours: Tensor,
  expected: Tensor,
  tolerance: Tolerance,
  skip: (at: number) => boolean = () => false,
): Comparison {
  let margin = 0;
  let worst: Got['worst'] = null;
  let worstShare = -1;
  const outside = expected.data.map(() => false);
  expected.data.forEach((reference, at) => {
    if (skip(at)) return;
    const value = yours.data[at] ?? Number.NaN;
    // Equal infinities differ by NaN, but they agree.
    const error = value === reference ? 0 : Math.abs(value - reference);
    // Nothing is near an infinity or NaN but itself.
    const allowed = Number.isFinite(reference)
      ? tolerance.absolute + tolerance.relative * Math.abs(reference)
      : 0;
    const inside = error <= allowed;
    const share = error === 0 ? 0 : error / allowed;
    outside[at] = !inside;
    // A margin that is NaN once stays NaN.
    if (Number.isNaN(share) || share > margin) margin = share;
    const rank = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
    if (!inside && rank > worstShare) {
      worstShare = rank;
      worst = {
        index: indexOf(at, expected.shape),
        yours: toReal(value),
        error: toReal(error),
        allowed: toReal(allowed),
      };
    }
  });
  return {
    agrees: worst === null,
    margin,
    worst,
    wrong: countOf(outside, expected.shape),
    outside,
  };
}

/** How many entries are outside, and which is the first in row order. */
export function countOf(outside: readonly boolean[], shape: readonly number[]): Got['wrong'] {
  const first = outside.indexOf(true);
  if (first < 0) return null;
  const entries = outside.filter(Boolean).length;
  return { entries, of: outside.length, first: indexOf(first, shape) };
}

/** Row and column of a position in row order; `[i]` for a list, `[]` for a number. */
export function indexOf(at: number, shape: readonly number[]): number[] {
  if (shape.length === 0) return [];
  const [, columns] = shape;
  return columns === undefined ? [at] : [Math.floor(at / columns), at % columns];
}

/** The first entry that is NaN or infinite, or `null`. */
export function firstNotFinite(tensor: Tensor): Got['worst'] {
  const at = tensor.data.findIndex((entry) => !Number.isFinite(entry));
  if (at < 0) return null;
  const yours = toReal(tensor.data[at] ?? Number.NaN);
  return { index: indexOf(at, tensor.shape), yours, error: 'NaN', allowed: 0 };
}
