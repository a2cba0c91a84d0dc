import { extent } from 'd3-array';
import { interpolateYlGnBu } from 'd3-scale-chromatic';
import type { Surface } from './data.ts';

/** How many values can be told apart by their colours. */
const COUNT = 9;

/**
 * Colours from the lowest value to the highest, each darker than the one before it. The
 * darkest ones of the scale are left out: the ring around a point has to show on them.
 */
export const TINTS = Array.from({ length: COUNT }, (_, nth) =>
  interpolateYlGnBu(0.03 + (0.72 * nth) / (COUNT - 1)),
);

/** Where a tint begins, as a share of the way from the lowest to the highest; the first lies below. */
export const THRESHOLDS = TINTS.slice(1).map((_, nth) => (nth + 1) / COUNT);

/** Further out, the difference of two numbers is no number. */
const LARGEST = 1e300;

/** The values that a surface and its points have, and which of the colours each is. */
export interface Values {
  readonly low: number;
  readonly high: number;
  /** From 0 for the lowest to 1 for the highest; in the middle where there is but one. */
  share(value: number): number;
  /** The nth of the tints. */
  tint(value: number): number;
}

/** One scale for predictions and points alike: where the colours agree, so do the numbers. */
export function valuesOf({ grid, train, test }: Surface): Values {
  const points = [...train, ...(test ?? [])].map(({ value }) => value);
  const [low = 0, high = 0] = extent([...grid.values, ...points].map(held));
  const share = (value: number) => (high > low ? (held(value) - low) / (high - low) : 0.5);
  const tint = (value: number) => {
    const above = THRESHOLDS.findIndex((threshold) => share(value) < threshold);
    return above < 0 ? THRESHOLDS.length : above;
  };
  return { low, high, share, tint };
}

function held(value: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, value));
}
