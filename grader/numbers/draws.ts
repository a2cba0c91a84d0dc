import type { Tensor } from '../contract/value.ts';

/** What theory says of draws from a normal distribution. */
export interface Theory {
  readonly mean: number;
  /** Above 0. */
  readonly deviation: number;
}

/** What was measured of draws, and how far that is from theory in standard normal deviates. */
export interface Drawn {
  readonly mean: { readonly measured: number; readonly off: number };
  readonly deviation: { readonly measured: number; readonly off: number };
  /** The draw that lies furthest from the mean of theory, off by so many standard deviations. */
  readonly furthest: { readonly measured: number; readonly off: number };
  /** How many different numbers there are among the draws. */
  readonly distinct: number;
}

/** With fewer the approximation below is too coarse so far out. */
export const FEWEST_DRAWS = 100;

/**
 * How far the mean and the standard deviation of N draws lie from those of theory. Of
 * draws that follow it both distances are standard normal: the mean exactly, and the
 * standard deviation after the cube root of Wilson and Hilferty (1931), because
 * (N - 1) s² / σ² is chi-squared with N - 1 degrees of freedom.
 */
export function heldToTheory({ data }: Tensor, { mean, deviation }: Theory): Drawn {
  const N = data.length;
  const average = data.reduce((sum, draw) => sum + draw, 0) / N;
  const variance = data.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / (N - 1);
  const rest = 2 / (9 * (N - 1));
  const cubeRoot = Math.cbrt(variance / deviation ** 2);
  const further = (one: number, other: number) =>
    Math.abs(other - mean) > Math.abs(one - mean) ? other : one;
  const furthest = data.reduce(further, mean);
  return {
    mean: { measured: average, off: ((average - mean) * Math.sqrt(N)) / deviation },
    deviation: { measured: Math.sqrt(variance), off: (cubeRoot - (1 - rest)) / Math.sqrt(rest) },
    furthest: { measured: furthest, off: (furthest - mean) / deviation },
    distinct: new Set(data).size,
  };
}

/** How rarely the furthest of right draws may be too far out: once in 200 million times. */
const RARE = 5e-9;

/**
 * Standard deviations beyond which any of N normal draws lies less often than once in 200
 * million times: both tails of one draw together hold at most exp(-z² / 2), and those of all
 * of them N times that.
 */
export function furthestAllowed(N: number): number {
  return Math.sqrt(2 * Math.log(N / RARE));
}
