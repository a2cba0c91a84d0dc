import { type Place, sideOfLine } from './side-of-line.ts';

/** A place of the plane with what it is: class 0 or class 1. */
export interface LabelledPlace extends Place {
  readonly label: 0 | 1;
}

/** All points of one place: a line cannot part them. */
interface Spot extends Place {
  readonly zeros: number;
  readonly ones: number;
}

/**
 * How many of the points the best straight line gets right, with class 1 on one side of
 * it and class 0 on the other: all of them where a linear model can fit them.
 *
 * Exact, by trying every line through two of the places. Any line can be moved until it
 * runs through two of them without a place changing its side; and a line through places
 * can be turned a little, which parts those in front of a place from those behind it.
 */
export function rightByBestLine(points: readonly LabelledPlace[]): number {
  const spots = spotsOf(points);
  let best = Math.max(sum(spots, 'ones'), sum(spots, 'zeros'));
  for (const [at, from] of spots.entries()) {
    for (const to of spots.slice(at + 1)) best = Math.max(best, rightByLine(spots, from, to));
  }
  return best;
}

function rightByLine(spots: readonly Spot[], from: Spot, to: Spot): number {
  const sides: Record<-1 | 0 | 1, Spot[]> = { [-1]: [], 0: [], 1: [] };
  for (const spot of spots) sides[sideOfLine(from, to, spot)].push(spot);
  const [left, right] = [sides[1], sides[-1]];
  const beside = Math.max(
    sum(left, 'ones') + sum(right, 'zeros'),
    sum(left, 'zeros') + sum(right, 'ones'),
  );
  return beside + rightAlong(sides[0]);
}

/** The most that are right of places in a row, when the row is cut in two. */
function rightAlong(row: readonly Spot[]): number {
  const inOrder = [...row].sort((a, b) => a.x1 - b.x1 || a.x2 - b.x2);
  return inOrder.reduce((best, _, cut) => {
    const [before, behind] = [inOrder.slice(0, cut), inOrder.slice(cut)];
    return Math.max(
      best,
      sum(before, 'ones') + sum(behind, 'zeros'),
      sum(before, 'zeros') + sum(behind, 'ones'),
    );
  }, 0);
}

function spotsOf(points: readonly LabelledPlace[]): readonly Spot[] {
  const spots = new Map<string, Spot>();
  for (const { x1, x2, label } of points) {
    const name = `${x1} ${x2}`;
    const { zeros, ones } = spots.get(name) ?? { zeros: 0, ones: 0 };
    spots.set(name, { x1, x2, zeros: zeros + 1 - label, ones: ones + label });
  }
  return [...spots.values()];
}

function sum(spots: readonly Spot[], label: 'zeros' | 'ones'): number {
  return spots.reduce((total, spot) => total + spot[label], 0);
}
