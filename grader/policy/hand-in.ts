import type { Student } from '../contract/class.ts';
import type { Result } from '../contract/result.ts';
import type { Adjustment } from './adjustment.ts';
import { instantIn, instantInWords } from './instant.ts';
import { type Deadline, type Lateness, latenessOf } from './lateness.ts';
import type { Policy } from './policy.ts';

/** One hand-in of a student, and what it was judged to be. */
export interface Judged {
  readonly student: Student;
  /** When it was handed in (ISO 8601, UTC), where that is known. */
  readonly at: string | null;
  /** Whether the platform marked it as late. */
  readonly late: boolean;
  /** `null` where nothing in it could be read. */
  readonly result: Result | null;
}

/** A hand-in that may be the one that counts, and under which deadline. */
export interface Candidate {
  /** `null` where nothing was handed in. */
  readonly handIn: Judged | null;
  readonly lateness: Lateness;
  /** Why it is this one, where there are several. */
  readonly chosen: { readonly what: string; readonly why: string } | null;
  /** Whose decision the deadline is, where it is not that of the class. */
  readonly extension: { readonly what: string; readonly by: string; readonly why: string } | null;
}

interface Time extends Deadline {
  readonly extension: Candidate['extension'];
}

/**
 * The hand-ins of which the best mark counts: each of them where the best counts, otherwise the
 * last before the deadline, or the last of all where every one is late. Under each deadline that
 * the student has, so that an extension never makes a mark worse.
 */
export function considered(
  handIns: readonly Judged[],
  policy: Policy,
  adjustments: readonly Adjustment[],
): readonly Candidate[] {
  const inOrder = inTime(handIns);
  return timesOf(policy, adjustments).flatMap((time): readonly Candidate[] => {
    const all = inOrder.map((handIn, nth): Candidate & { readonly handIn: Judged } => ({
      handIn,
      lateness: latenessOf(handIn, time, policy),
      extension: time.extension,
      chosen: {
        what: `hand-in ${nth + 1} of ${inOrder.length}${handIn.at === null ? '' : `, of ${handIn.at}`}`,
        why: 'the best of them counts',
      },
    }));
    const [only] = all;
    if (only === undefined) return [NOTHING];
    if (all.length === 1) return [{ ...only, chosen: null }];
    if (policy.attempts === 'best') return all;
    const last = all.findLast(({ lateness }) => !lateness.late);
    const why =
      last === undefined
        ? 'the last of them counts, because every one is late'
        : 'the last of them before the deadline counts';
    const one = last ?? all.at(-1) ?? only;
    return [{ ...one, chosen: { what: one.chosen?.what ?? '', why } }];
  });
}

const NOTHING: Candidate = {
  handIn: null,
  lateness: { late: false, over: null },
  chosen: null,
  extension: null,
};

/** The earliest first; before them those of which no time is known, as they come. */
function inTime(handIns: readonly Judged[]): readonly Judged[] {
  const instant = ({ at }: Judged) =>
    (at === null ? null : instantIn(at)) ?? Number.NEGATIVE_INFINITY;
  return handIns.toSorted((one, other) => {
    const [before, after] = [instant(one), instant(other)];
    return before === after ? 0 : before - after;
  });
}

/** The deadline of the class, and each that the student was given; an earlier one is none. */
function timesOf({ deadline }: Policy, adjustments: readonly Adjustment[]): readonly Time[] {
  const extended = adjustments.flatMap(({ extension, by, why }): readonly Time[] => {
    if (extension === null) return [];
    if ('more' in extension) {
      const instant = deadline === null ? null : deadline + extension.more;
      const what = instant === null ? 'extension' : `extension to ${instantInWords(instant)}`;
      return [{ instant, isExtended: true, extension: { what, by, why } }];
    }
    const instant = Math.max(extension.until, deadline ?? extension.until);
    const what = `extension to ${instantInWords(instant)}`;
    return [{ instant, isExtended: true, extension: { what, by, why } }];
  });
  return [{ instant: deadline, isExtended: false, extension: null }, ...extended];
}
