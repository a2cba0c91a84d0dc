import type { Tolerance } from '../contract/exercise.ts';
import type { Tensor } from '../contract/value.ts';

/** Where steps h and h / 10 agree no better than this, the loss has a kink between them. */
const AGREEMENT: Tolerance = { absolute: 1e-7, relative: 1e-4 };

/** Entries at which the two step widths disagree: a difference taken across a kink says nothing. */
export function kinksOf(coarse: Tensor, fine: Tensor): ReadonlySet<number> {
  const kinks = new Set<number>();
  coarse.data.forEach((slope, at) => {
    const difference = Math.abs(slope - (fine.data[at] ?? Number.NaN));
    if (!(difference <= AGREEMENT.absolute + AGREEMENT.relative * Math.abs(slope))) kinks.add(at);
  });
  return kinks;
}
