import type { Adjustment } from '../policy/adjustment.ts';
import { gradeOf } from '../policy/grade-of.ts';
import type { Judged } from '../policy/hand-in.ts';
import type { LatePenalty, Policy } from '../policy/policy.ts';
import { ADA, DUE, judged, policyOf, worthOf } from './policies.ts';

/** A tenth of the points for each day, half of them at most. */
export const TEN_PERCENT: LatePenalty = {
  per: 'day',
  of: 'points',
  percent: 10_000,
  atMost: 50_000,
  grace: 0,
};

/** Two exercises of ten points each. */
export const exercises = worthOf(10_000, 10_000);

/** What comes of what Ada handed in. */
export const grade = (
  handIns: readonly Judged[],
  policy: Partial<Policy> = {},
  adjustments: readonly Adjustment[] = [],
) =>
  gradeOf(ADA, handIns, { policy: policyOf({ deadline: DUE, ...policy }), exercises }, adjustments);

/** 12.5 points of 20. */
export const handedIn = (own: Partial<Judged> = {}) =>
  judged(
    [
      [10_000, 10_000],
      [2_500, 10_000],
    ],
    own,
  );
