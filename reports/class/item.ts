import { rollups } from 'd3-array';
import { sampleCorrelation } from 'simple-statistics';
import {
  type CheckResult,
  REASONS,
  type Reason,
  type Status,
} from '../../grader/contract/result.ts';

/** One submission's outcome of a check, and its score in everything else. */
export interface Answer {
  readonly check: CheckResult;
  /** In per cent. */
  readonly elsewhere: number;
}

/** With fewer submissions than these, a correlation is mostly chance. */
export const FEWEST = 10;

/**
 * How a check goes together with the rest: a correlation from -1 to 1, or why
 * there is none: too few submissions, or the same points for everyone in the
 * check itself, or the same in everything else.
 */
export type Discrimination = number | 'too-few' | 'same-here' | 'same-elsewhere';

/** What a class did with one check. */
export interface Item {
  readonly title: string;
  readonly counts: Readonly<Record<Status, number>>;
  /** Share of those who passed among those who were judged; `null` where nobody was. */
  readonly passRate: number | null;
  readonly discrimination: Discrimination;
  /** The most frequent reason of failure. */
  readonly commonest: { readonly reason: Reason; readonly count: number } | null;
}

/** The statistics of one check over all submissions that have it. */
export function itemOf(answers: readonly Answer[]): Item {
  const having = (status: Status) => answers.filter(({ check }) => check.status === status);
  const [passed, failed] = [having('pass'), having('fail')];
  const judged = passed.length + failed.length;
  return {
    title: answers[0]?.check.title ?? '',
    counts: {
      pass: passed.length,
      fail: failed.length,
      error: having('error').length,
      skip: having('skip').length,
    },
    passRate: judged === 0 ? null : passed.length / judged,
    discrimination: discriminationOf([...passed, ...failed]),
    commonest: commonestOf(failed),
  };
}

/** Corrected item-total correlation, over those who were judged. */
function discriminationOf(judged: readonly Answer[]): Discrimination {
  if (judged.length < FEWEST) return 'too-few';
  const own = judged.map(({ check }) => check.points.earned);
  const elsewhere = judged.map((answer) => answer.elsewhere);
  // Found by comparing: a deviation of rounding errors would be divided by.
  if (new Set(own).size === 1) return 'same-here';
  if (new Set(elsewhere).size === 1) return 'same-elsewhere';
  return sampleCorrelation(own, elsewhere);
}

/** Of two that are equally frequent, the one that keeps more of the code from running. */
function commonestOf(failed: readonly Answer[]): Item['commonest'] {
  const counts = rollups(
    failed,
    (answers) => answers.length,
    ({ check }) => check.reason,
  ).map(([reason, count]) => ({ reason, count }));
  return (
    counts.sort(
      (one, other) =>
        other.count - one.count || REASONS.indexOf(one.reason) - REASONS.indexOf(other.reason),
    )[0] ?? null
  );
}
