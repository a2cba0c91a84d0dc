import fc from 'fast-check';
import type { Points } from '../contract/result.ts';
import type { Adjustment, ExerciseWorth } from '../policy/adjustment.ts';
import type { Rules } from '../policy/grade-of.ts';
import type { Judged } from '../policy/hand-in.ts';
import { NO_POLICY, type Policy } from '../policy/policy.ts';
import { exerciseResult, resultOf, slugOf } from './documents.ts';
import { milli, studentOf } from './grades.ts';

/** Noon of 5 March 2026, when everything here is due. */
export const DUE = Date.UTC(2026, 2, 5, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const sinceDue = (milliseconds: number) => new Date(DUE + milliseconds).toISOString();

export const ADA = studentOf('ada');

/** Exercises that are worth so many thousandths each. */
export const worthOf = (...possible: readonly number[]): readonly ExerciseWorth[] =>
  possible.map((each, nth) => ({
    slug: slugOf(`0${nth + 1}-exercise`),
    title: `Exercise ${nth + 1}`,
    possible: milli(each),
  }));

/** A hand-in with so many thousandths for each exercise, of so many. */
export const judged = (
  points: readonly (readonly [earned: number, possible: number])[],
  own: Partial<Judged> = {},
): Judged => ({
  student: ADA,
  at: sinceDue(-HOUR),
  late: false,
  result: resultOf(
    points.map(([earned, possible], nth) =>
      exerciseResult({
        slug: slugOf(`0${nth + 1}-exercise`),
        points: { earned: milli(earned), possible: milli(possible) },
      }),
    ),
  ),
  ...own,
});

export const adjustment = (own: Partial<Adjustment> = {}): Adjustment => ({
  line: 2,
  student: 'ada',
  exercise: null,
  points: null,
  extension: null,
  excused: false,
  comment: null,
  by: 'Prof. Hopper',
  why: 'she said so',
  ...own,
});

export const policyOf = (own: Partial<Policy> = {}): Policy => ({ ...NO_POLICY, ...own });

/** A class's rules, one student's hand-ins under them and what was decided about the student. */
export interface Case {
  readonly rules: Rules;
  readonly handIns: readonly Judged[];
  readonly adjustments: readonly Adjustment[];
}

const percent = fc.oneof(fc.constantFrom(0, 10_000, 33_333, 100_000), fc.nat(100_000));

const penalty = fc.record({
  per: fc.constantFrom('day' as const, 'hour' as const),
  of: fc.constantFrom('points' as const, 'possible' as const),
  percent,
  atMost: percent,
  grace: fc.constantFrom(0, HOUR, 2 * DAY),
});

const policy: fc.Arbitrary<Policy> = fc.record({
  deadline: fc.option(fc.constant(DUE)),
  late: fc.option(penalty),
  drop: fc.nat(4),
  cap: fc.option(fc.nat(40_000).map(milli)),
  attempts: fc.constantFrom('last' as const, 'best' as const),
});

const possibles = fc.array(fc.oneof(fc.constantFrom(0, 1, 10_000), fc.nat(20_000)), {
  maxLength: 5,
});

/** Of 20000 parts, so that shares are as unequal as points. */
const share = fc.nat(20_000);

const time = fc.option(fc.integer({ min: -3 * DAY, max: 5 * DAY }).map(sinceDue));

const extension: fc.Arbitrary<Adjustment['extension']> = fc.oneof(
  fc.integer({ min: -DAY, max: 5 * DAY }).map((more) => ({ until: DUE + more })),
  fc.nat(5 * DAY).map((more) => ({ more })),
);

export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    policy,
    possibles,
    handIns: fc.array(
      fc.record({
        shares: fc.array(share, { minLength: 5, maxLength: 5 }),
        at: time,
        late: fc.boolean(),
      }),
      {
        maxLength: 3,
      },
    ),
    extension: fc.option(extension),
    set: fc.option(fc.record({ nth: fc.nat(5), points: fc.nat(20_000) })),
    excused: fc.constantFrom(false, false, false, true),
  })
  .map(({ policy, possibles, handIns, extension, set, excused }) => {
    const exercises = worthOf(...possibles);
    const exercise = set === null ? null : (exercises[set.nth]?.slug ?? null);
    return {
      rules: { policy, exercises },
      handIns: handIns.map(({ shares, ...own }) => judged(pointsIn(possibles, shares), own)),
      adjustments: [
        ...(extension === null ? [] : [adjustment({ extension })]),
        ...(set === null ? [] : [adjustment({ exercise, points: milli(set.points) })]),
        ...(excused ? [adjustment({ excused })] : []),
      ],
    };
  });

const pointsIn = (possibles: readonly number[], shares: readonly number[]) =>
  possibles.map(
    (possible, nth) => [Math.floor(((shares[nth] ?? 0) * possible) / 20_000), possible] as const,
  );

/** The same hand-in with some points more, as far as there are any. */
export function improved(handIn: Judged, gains: readonly number[]): Judged {
  if (handIn.result === null) return handIn;
  const more = ({ earned, possible }: Points, gain: number): Points => ({
    earned: milli(Math.min(possible, earned + gain)),
    possible,
  });
  const exercises = handIn.result.exercises.map((exercise, nth) => ({
    ...exercise,
    points: more(exercise.points, gains[nth] ?? 0),
  }));
  return { ...handIn, result: { ...handIn.result, exercises } };
}
