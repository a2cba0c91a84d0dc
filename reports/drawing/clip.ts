import { toFloat } from '../../grader/contract/value.ts';
import { type Domain, domainOf, fits } from './axis.ts';
import type { Curve, Curves } from './data.ts';

/** A curve that goes further than this many times the reference's would press it flat. */
const MOST_SPANS = 10;

/** The y axis of curves: yours is cut off where it would leave nothing to see of the reference. */
export function domainOfCurves({ curves, x, y }: Curves): Domain | null {
  const numbers = (whose: readonly Curve[]) =>
    whose.flatMap(({ points }) =>
      points.filter((point) => fits(point.x, x.scale)).map((point) => toFloat(point.y)),
    );
  const all = domainOf(numbers(curves), y.scale);
  const reference = domainOf(numbers(curves.filter(({ whose }) => whose === 'reference')), y.scale);
  return y.scale === 'linear' ? clipped(all, reference) : all;
}

/** All numbers, or three spans of the reference where all would be far too many. */
export function clipped(all: Domain | null, reference: Domain | null): Domain | null {
  if (all === null || reference === null) return all;
  const span = reference[1] - reference[0];
  if (span === 0 || all[1] - all[0] <= MOST_SPANS * span) return all;
  return [Math.max(all[0], reference[0] - span), Math.min(all[1], reference[1] + span)];
}
