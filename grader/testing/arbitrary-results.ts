import fc from 'fast-check';
import { sumPoints, type Thousandths } from '../contract/identity.ts';
import {
  type CheckResult,
  type ExerciseResult,
  type Points,
  REASONS,
  type Result,
  type Status,
} from '../contract/result.ts';
import { exerciseResult, resultOf, slugOf } from './documents.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';
import { checkFor, likeFreeTexts, saying } from './reasons.ts';

/** Whole points, tenths, hundredths and single thousandths alike; not all of them earned. */
const points: fc.Arbitrary<Points> = fc
  .record({
    possible: fc.nat(2000),
    lost: fc.nat(2000),
    unit: fc.constantFrom(1, 10, 100, 1000),
  })
  .map(({ possible, lost, unit }) => ({
    earned: amount(Math.max(0, possible - lost) * unit),
    possible: amount(possible * unit),
  }));

// Brand: products of natural numbers.
const amount = (count: number): Thousandths => count as Thousandths;

/** Titles of which many are the same, and some are more than a title. */
const title = fc.oneof(
  fc.constantFrom('Z is right', 'Z is right ', 'Z is right (2)', '', '{', '# SKIP', '\\', '\u2028'),
  fc.constantFrom(...HOSTILE_WORDS),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const check: fc.Arbitrary<CheckResult> = fc
  .record({ reason: fc.constantFrom(...REASONS), title, points })
  .map(({ reason, ...own }) => {
    const made = checkFor(reason);
    const { earned, possible } = own.points;
    return {
      ...made,
      ...own,
      // All that can be had is had where a check passed.
      points: { earned: made.status === 'pass' ? possible : earned, possible },
    };
  });

const exercise = fc
  .record({ title, checks: fc.array(check, { maxLength: 6 }), printed: title })
  .map((own) => exerciseResult({ ...own, status: overall(own.checks), points: total(own.checks) }));

/** Results whose sums are right, as those of grading are, with partial credit and hostile titles. */
export const anyResult: fc.Arbitrary<Result> = fc
  .array(exercise, { maxLength: 5 })
  .map((made): readonly ExerciseResult[] =>
    made.map((each, nth) => ({ ...each, slug: slugOf(`0${nth + 1}-exercise`) })),
  )
  .map((exercises) =>
    resultOf(exercises, { status: overall(exercises), points: total(exercises) }),
  );

/** The same, where every text that the contract leaves free says one of the hostile words. */
export const hostileResult: fc.Arbitrary<Result> = fc
  .tuple(anyResult, fc.constantFrom(...HOSTILE_WORDS))
  .map(([result, words]) => saying(result, likeFreeTexts(result), words));

function overall(parts: readonly { readonly status: Status }[]): Status {
  const order: readonly Status[] = ['error', 'fail', 'skip'];
  return order.find((status) => parts.some((part) => part.status === status)) ?? 'pass';
}

function total(parts: readonly { readonly points: Points }[]): Points {
  return {
    earned: sumPoints(parts.map((part) => part.points.earned)),
    possible: sumPoints(parts.map((part) => part.points.possible)),
  };
}
