/** A place in a picture, in units of its viewBox. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** At most two decimals: finer than any screen, and short. */
export function rounded(number: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(number * 100) / 100 + 0;
}

/** Whether both of its numbers are known. */
export function isPlaced({ x, y }: Place): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** At most so many of a list, evenly chosen, with the first and the last. */
export function sampled<Item>(items: readonly Item[], most: number): readonly Item[] {
  const last = items.length - 1;
  return items.filter((_, at) => {
    if (items.length <= most) return true;
    // Whether one of the evenly spread places rounds to this one.
    const nth = Math.round((at * (most - 1)) / last);
    return Math.round((nth * last) / (most - 1)) === at;
  });
}

/** Twice the area of a triangle that no eye would miss. */
const SLIGHT = 0.8;

/** The places where a line bends: of a straight stretch the ends are enough. */
export function bends(line: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const [at, place] of line.entries()) {
    const [before, after] = [kept.at(-1), line[at + 1]];
    if (before === undefined || after === undefined || !isStraight(before, place, after))
      kept.push(place);
  }
  return kept;
}

/** Whether one goes from the first over the second to the third without turning. */
function isStraight(a: Place, b: Place, c: Place): boolean {
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  const onwards = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  return Math.abs(area) < SLIGHT && onwards >= 0;
}
