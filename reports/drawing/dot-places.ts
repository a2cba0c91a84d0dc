import { toFloat } from '../../grader/contract/value.ts';
import { short } from '../words/numbers.ts';
import {
  type Axis,
  type AxisWords,
  axisOf,
  CHARACTER,
  type Domain,
  domainOf,
  fits,
} from './axis.ts';
import { clipped } from './clip.ts';
import type { Dots } from './data.ts';

type Real = Dots['dots'][number]['yours'];

/** Where a number of a dot plot stands. */
export interface DotPlace {
  readonly x: number;
  /** Which edge it stands at when the axis has no place for it, and what it is. */
  readonly edge: { readonly side: 'left' | 'right'; readonly word: string } | null;
}

/** An axis with a place for every number, at its edges if need be. */
export interface DotAxis extends Axis {
  placeOf(real: Real): DotPlace;
}

/** How far from the edge of the picture a number stands that has no place on the axis. */
const EDGE = 8;

/** Room for a sign, a cross and a gap between the words at an edge and the axis. */
const GAP = 38;

/** Lays out the axis of a dot plot so that what stands at its edges keeps clear of it. */
export function dotAxisOf({ axis, dots, limit }: Dots, width: number): DotAxis {
  const due = dots.flatMap(({ reference }) => (reference === null ? [] : [toFloat(reference)]));
  if (limit !== null) due.push(limit.at);
  const reals = dots.flatMap(({ yours, reference }) =>
    reference === null ? [yours] : [yours, reference],
  );
  const all = domainOf([...reals.map(toFloat), ...due], axis.scale);
  // Measured from 0: two references that nearly agree leave room for what is not far from them.
  const size = due.length === 0 ? null : domainOf([0, ...due], 'linear');
  const domain = axis.scale === 'linear' ? clipped(all, size) : all;
  const edges = reals.map((real) => edgeOf(real, axis, domain)).filter((edge) => edge !== null);
  const room = (side: 'left' | 'right') =>
    Math.max(EDGE, ...edges.map((edge) => (edge.side === side ? widthOf(edge.word) : 0)));
  const laid = axisOf(axis, domain, [room('left'), width - room('right')], true);
  return {
    ...laid,
    placeOf(real) {
      const edge = edgeOf(real, axis, domain);
      if (edge === null) return { x: laid.place(toFloat(real)), edge };
      return { x: edge.side === 'left' ? EDGE : width - EDGE, edge };
    },
  };
}

function widthOf(word: string): number {
  return EDGE + GAP + word.length * CHARACTER;
}

/** NaN is at the right, where numbers are worst; what is too small, 0 on a logarithmic axis too, at the left. */
function edgeOf(real: Real, { scale }: AxisWords, domain: Domain | null): DotPlace['edge'] {
  const number = toFloat(real);
  if (domain !== null && fits(number, scale) && number >= domain[0] && number <= domain[1])
    return null;
  const side = domain === null ? number <= 0 : number < domain[0];
  return { side: side ? 'left' : 'right', word: short(real).replace('Infinity', '∞') };
}
