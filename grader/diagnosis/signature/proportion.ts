import { EXACT, largestOf, NEARLY, scaleOf } from './exactness.ts';

/** The number by which one list is another one, times it. */
export interface Proportion {
  readonly number: number;
  readonly exact: boolean;
}

/**
 * By what all of `others` would have to be multiplied to be `ones`, or `null` where no one
 * number does it.
 */
export function proportion(ones: readonly number[], others: readonly number[]): Proportion | null {
  const largest = largestOf(others);
  if (largest === 0 || ones.length !== others.length) return null;
  // Measured in the largest entry, so that no square overflows or vanishes.
  const share = others.map((other) => other / largest);
  const product = share.reduce((sum, other, at) => sum + other * (ones[at] ?? Number.NaN), 0);
  const square = share.reduce((sum, other) => sum + other * other, 0);
  const number = product / square / largest;
  if (!Number.isFinite(number)) return null;
  let spread = 0;
  others.forEach((other, at) => {
    const error = Math.abs((ones[at] ?? Number.NaN) - number * other);
    const size = Math.abs(number) * scaleOf(other, largest);
    spread = Math.max(spread, error === 0 ? 0 : error / size);
  });
  return spread <= NEARLY ? { number, exact: spread <= EXACT } : null;
}
