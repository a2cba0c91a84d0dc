import type { Points } from '../contract/result.ts';

/**
 * The exercises that are counted when `drop` of them are not: those with the largest share of
 * their points. Where all are worth the same, the lowest are dropped; where they are not, this
 * is what keeps a point more from ever lowering a mark. What is worth nothing is neither
 * counted nor dropped, and one exercise is counted always.
 *
 * @returns how many points the counted ones have, and which of the given are dropped
 */
export function counted(
  exercises: readonly Points[],
  drop: number,
): { readonly earned: bigint; readonly possible: bigint; readonly dropped: readonly number[] } {
  const worth = exercises.flatMap(({ earned, possible }, nth) =>
    possible === 0 ? [] : [{ nth, earned: BigInt(earned), possible: BigInt(possible) }],
  );
  const most = Math.max(Math.min(worth.length, 1), worth.length - drop);
  let kept = worth.slice(0, most);
  // Each round finds a better share, and there are finitely many: it ends at the best.
  for (;;) {
    const earned = kept.reduce((all, each) => all + each.earned, 0n);
    const possible = kept.reduce((all, each) => all + each.possible, 0n);
    const ahead = (each: (typeof worth)[number]) => each.earned * possible - earned * each.possible;
    const better = worth.toSorted((one, other) => sign(ahead(other) - ahead(one))).slice(0, most);
    if (better.reduce((all, each) => all + ahead(each), 0n) <= 0n) {
      const isKept = new Set(kept.map(({ nth }) => nth));
      const dropped = worth.map(({ nth }) => nth).filter((nth) => !isKept.has(nth));
      return { earned, possible, dropped };
    }
    kept = better;
  }
}

const sign = (number: bigint) => (number > 0n ? 1 : number < 0n ? -1 : 0);
