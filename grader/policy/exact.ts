import type { Thousandths } from '../contract/identity.ts';

/**
 * An amount of points as a fraction of thousandths, so that a mark is rounded once,
 * at the end, and not by every step on its way there. Never negative.
 */
export interface Exact {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

export function exactly(amount: Thousandths): Exact {
  return { top: BigInt(amount), bottom: 1n };
}

/** So many parts of an amount: `share(amount, 1, 3)` is a third. */
export function share(amount: Exact, parts: bigint, of: bigint): Exact {
  return { top: amount.top * parts, bottom: amount.bottom * of };
}

/** The difference; nothing where there is more to take than there is. */
export function less(amount: Exact, taken: Exact): Exact {
  const top = amount.top * taken.bottom - taken.top * amount.bottom;
  return { top: top > 0n ? top : 0n, bottom: amount.bottom * taken.bottom };
}

export function smaller(one: Exact, other: Exact): Exact {
  return one.top * other.bottom <= other.top * one.bottom ? one : other;
}

/** Down to a whole thousandth: the one rounding of a mark. */
export function rounded({ top, bottom }: Exact): Thousandths {
  // Brand: a whole number of thousandths, which is no larger than what can be earned.
  return Number(top / bottom) as Thousandths;
}
