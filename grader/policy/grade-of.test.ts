import { describe, expect, test } from 'vitest';
import { slugOf } from '../testing/documents.ts';
import { milli } from '../testing/grades.ts';
import {
  ADA,
  adjustment,
  DAY,
  DUE,
  HOUR,
  judged,
  policyOf,
  sinceDue,
  worthOf,
} from '../testing/policies.ts';
import type { Adjustment } from './adjustment.ts';
import { gradeOf } from './grade-of.ts';
import type { Judged } from './hand-in.ts';
import type { LatePenalty, Policy } from './policy.ts';

const TEN_PERCENT: LatePenalty = {
  per: 'day',
  of: 'points',
  percent: 10_000,
  atMost: 50_000,
  grace: 0,
};

/** Two exercises of ten points each. */
const exercises = worthOf(10_000, 10_000);

const grade = (
  handIns: readonly Judged[],
  policy: Partial<Policy> = {},
  adjustments: readonly Adjustment[] = [],
) =>
  gradeOf(ADA, handIns, { policy: policyOf({ deadline: DUE, ...policy }), exercises }, adjustments);

/** 12.5 points of 20. */
const handedIn = (own: Partial<Judged> = {}) =>
  judged(
    [
      [10_000, 10_000],
      [2_500, 10_000],
    ],
    own,
  );

describe('a late penalty', () => {
  const lateBy = (over: number, penalty: Partial<LatePenalty> = {}) =>
    grade([handedIn({ at: sinceDue(over) })], { late: { ...TEN_PERCENT, ...penalty } });

  test.each([
    [-1, 12_500],
    [0, 12_500],
    [1, 11_250],
    [DAY, 11_250],
    [DAY + 1, 10_000],
    [5 * DAY, 6_250],
    [99 * DAY, 6_250],
  ])('for what comes %d ms after the deadline leaves %d thousandths', (over, earned) => {
    expect(lateBy(over).earned).toBe(earned);
  });

  test('can be a share of all that is possible, and takes no more than there is', () => {
    expect(lateBy(1, { of: 'possible' }).earned).toBe(10_500);
    expect(lateBy(99 * DAY, { of: 'possible', atMost: 100_000 }).earned).toBe(0);
  });

  test('can be counted by the hour', () => {
    expect(lateBy(2 * HOUR + 1, { per: 'hour' }).earned).toBe(8_750);
  });

  test('has a time of grace, after which it is counted from the deadline', () => {
    expect(lateBy(HOUR, { grace: HOUR })).toMatchObject({ earned: 12_500, late: false });
    expect(lateBy(DAY + 1, { grace: HOUR })).toMatchObject({ earned: 10_000, late: true });
  });

  test('is rounded once, down to a thousandth', () => {
    expect(lateBy(1, { percent: 33_333 }).earned).toBe(8_333);
  });

  test('says what was taken, and why', () => {
    expect(lateBy(DAY + 1).steps).toEqual([
      {
        kind: 'late',
        what: 'late: 2 days started',
        exercise: null,
        by: null,
        why: '10 % of the points for each day started, 50 % at most',
        before: 12_500,
        after: 10_000,
      },
    ]);
  });

  test('takes the platform at its word where no time is known, and counts one day', () => {
    const late = grade([handedIn({ at: null, late: true })], { late: TEN_PERCENT });
    expect(late).toMatchObject({ late: true, earned: 11_250 });
    expect(late.steps[0]?.what).toBe('late by an unknown time, counted as one day');
  });

  test('goes by the deadline where the platform says something else', () => {
    const inTime = grade([handedIn({ late: true })], { late: TEN_PERCENT });
    expect(inTime).toMatchObject({ late: false, earned: 12_500 });
  });
});

describe('exercises that are dropped', () => {
  test('leave their points to the others', () => {
    const { earned, possible, steps } = grade([handedIn()], { drop: 1 });
    expect([earned, possible]).toEqual([20_000, 20_000]);
    expect(steps).toMatchObject([
      { kind: 'drop', what: 'not counted: 02-exercise', before: 12_500, after: 20_000 },
    ]);
  });
});

test('a cap is the most that a mark can be, and no step where it changes nothing', () => {
  expect(grade([handedIn()], { cap: milli(12_000) })).toMatchObject({
    earned: 12_000,
    steps: [{ kind: 'cap', before: 12_500, after: 12_000 }],
  });
  expect(grade([handedIn()], { cap: milli(12_500) }).steps).toEqual([]);
});

test('the steps come in one order, and each starts where the one before it ended', () => {
  const { steps, earned } = grade(
    [handedIn({ at: sinceDue(-DAY) }), handedIn({ at: sinceDue(3 * DAY) })],
    { attempts: 'best', drop: 1, cap: milli(16_000), deadline: DUE - 3 * DAY, late: TEN_PERCENT },
    [
      adjustment({ exercise: exercises[0]?.slug ?? null, points: milli(9_000) }),
      adjustment({ excused: true }),
      adjustment({ extension: { until: DUE - 1.5 * DAY } }),
    ],
  );
  expect(steps.map(({ kind, before, after: end }) => [kind, before, end])).toEqual([
    ['hand-in', 12_500, 12_500],
    ['override', 12_500, 11_500],
    ['drop', 11_500, 18_000],
    ['cap', 18_000, 16_000],
    ['extension', 16_000, 16_000],
    ['late', 16_000, 14_400],
    ['excused', 14_400, 14_400],
  ]);
  expect(earned).toBe(14_400);
});

test('fractions are carried from step to step, so that nothing is lost on the way', () => {
  const thirds = worthOf(1, 1, 1, 1);
  const handIn = judged([
    [1, 1],
    [1, 1],
    [0, 1],
    [0, 1],
  ]);
  const late = { ...TEN_PERCENT, percent: 25_000, of: 'points' as const };
  // Two of three are 8/3 of 4 thousandths; three quarters of that are 2, but of 2.66 rounded they were 1.
  const { earned, steps } = gradeOf(
    ADA,
    [{ ...handIn, at: sinceDue(1) }],
    { policy: policyOf({ deadline: DUE, drop: 1, late }), exercises: thirds },
    [],
  );
  expect(steps.map(({ after: end }) => end)).toEqual([2, 2]);
  expect(earned).toBe(2);
});

describe('of several hand-ins', () => {
  const early = judged([[3_000, 10_000]], { at: sinceDue(-2 * DAY) });
  const last = judged([[2_000, 10_000]], { at: sinceDue(-DAY) });
  const late = judged([[9_000, 10_000]], { at: sinceDue(DAY) });

  test('the last before the deadline counts', () => {
    expect(grade([late, early, last])).toMatchObject({
      raw: 2_000,
      at: sinceDue(-DAY),
      late: false,
    });
  });

  test('the best can count', () => {
    expect(grade([early, last, late], { attempts: 'best' })).toMatchObject({
      raw: 9_000,
      late: true,
    });
  });

  test('the best is that which is best after its penalty', () => {
    const harsh = { ...TEN_PERCENT, percent: 90_000, atMost: 100_000 };
    expect(grade([early, last, late], { attempts: 'best', late: harsh })).toMatchObject({
      raw: 3_000,
      late: false,
    });
  });

  test('the last counts where all are late', () => {
    const later = judged([[1_000, 10_000]], { at: sinceDue(2 * DAY) });
    expect(grade([later, late]).raw).toBe(1_000);
  });

  test('those without a time come before those with one', () => {
    expect(grade([last, { ...early, at: null }]).raw).toBe(2_000);
  });

  test('it is said which one counts, and why', () => {
    expect(grade([early, last, late]).steps).toMatchObject([
      {
        kind: 'hand-in',
        what: `hand-in 2 of 3, of ${sinceDue(-DAY)}`,
        why: 'the last of them before the deadline counts',
      },
    ]);
  });
});

describe('an extension', () => {
  const late = handedIn({ at: sinceDue(DAY) });
  const policy = { late: TEN_PERCENT };

  test.each([[{ more: DAY }], [{ until: DUE + DAY }]] as const)(
    'of %j moves the deadline',
    (extension) => {
      const { earned, late: isLate, steps } = grade([late], policy, [adjustment({ extension })]);
      expect([earned, isLate]).toEqual([12_500, false]);
      expect(steps).toMatchObject([
        { kind: 'extension', what: 'extension to 2026-03-06T12:00:00Z', by: 'Prof. Hopper' },
      ]);
    },
  );

  test('that was not needed is no step', () => {
    expect(grade([handedIn()], policy, [adjustment({ extension: { more: DAY } })]).steps).toEqual(
      [],
    );
  });

  test('to a time before the deadline takes nothing away', () => {
    const extension = { until: DUE - 3 * DAY };
    expect(grade([handedIn()], policy, [adjustment({ extension })])).toMatchObject({
      earned: 12_500,
      late: false,
    });
  });

  test('never has a worse hand-in count, only because there was time for it', () => {
    const worse = judged([[1_000, 10_000]], { at: sinceDue(DAY) });
    const extension = { more: 2 * DAY };
    expect(grade([handedIn(), worse], policy, [adjustment({ extension })]).raw).toBe(12_500);
  });

  test('is believed where no time is known', () => {
    const unknown = handedIn({ at: null, late: true });
    expect(grade([unknown], policy, [adjustment({ extension: { more: DAY } })])).toMatchObject({
      earned: 12_500,
      late: false,
    });
  });
});

describe('points that an instructor set', () => {
  const second = exercises[1]?.slug ?? null;

  test('for an exercise stand in the place of those that were graded', () => {
    const set = grade([handedIn()], {}, [adjustment({ exercise: second, points: milli(8_000) })]);
    expect(set).toMatchObject({ raw: 12_500, earned: 18_000 });
    expect(set.exercises.map(({ earned }) => earned)).toEqual([10_000, 8_000]);
    expect(set.steps).toMatchObject([
      { kind: 'override', what: 'points for 02-exercise', by: 'Prof. Hopper', why: 'she said so' },
    ]);
  });

  test('for the whole are the mark, whatever the rules would take', () => {
    const policy = { late: TEN_PERCENT, drop: 1, cap: milli(1_000) };
    const set = grade([handedIn({ at: sinceDue(DAY) })], policy, [
      adjustment({ points: milli(15_000) }),
    ]);
    expect(set).toMatchObject({ status: 'graded', earned: 15_000 });
    expect(set.steps).toHaveLength(1);
  });

  test('are never more than is possible', () => {
    expect(grade([handedIn()], {}, [adjustment({ points: milli(99_000) })]).earned).toBe(20_000);
    const one = adjustment({ exercise: second, points: milli(99_000) });
    expect(grade([handedIn()], {}, [one]).earned).toBe(20_000);
  });

  test('give a mark to who handed nothing in', () => {
    expect(grade([], {}, [adjustment({ exercise: second, points: milli(4_000) })])).toMatchObject({
      status: 'graded',
      raw: 0,
      earned: 4_000,
    });
  });
});

describe('the status', () => {
  const broken = (own: Partial<Judged> = {}): Judged => {
    const handIn = handedIn(own);
    const [first, ...others] = handIn.result?.exercises ?? [];
    if (handIn.result === null || first === undefined) throw new Error('no exercise');
    return {
      ...handIn,
      result: {
        ...handIn.result,
        status: 'error',
        exercises: [{ ...first, status: 'error' }, ...others],
      },
    };
  };
  const first = exercises[0]?.slug ?? null;

  test.each([
    ['missing where nothing was handed in', [], [], 'missing'],
    ['needs-review where something could not be judged', [broken()], [], 'needs-review'],
    ['needs-review where nothing could be read', [handedIn({ result: null })], [], 'needs-review'],
    [
      'graded once an instructor judged what we could not',
      [broken()],
      [adjustment({ exercise: first, points: milli(5_000) })],
      'graded',
    ],
    [
      'graded once an instructor gave a mark',
      [broken()],
      [adjustment({ points: milli(1) })],
      'graded',
    ],
    ['excused, whatever else is', [], [adjustment({ excused: true })], 'excused'],
  ] as const)('is %s', (_, handIns, adjustments, status) => {
    expect(grade(handIns, {}, adjustments).status).toBe(status);
  });

  test('is needs-review where the best counts and one could not be judged, which might be it', () => {
    const handIns = [broken({ at: sinceDue(-DAY) }), handedIn()];
    expect(grade(handIns).status).toBe('graded');
    expect(grade(handIns, { attempts: 'best' }).status).toBe('needs-review');
  });
});

test('comments change nothing, and are told in the order of their lines with who and why', () => {
  const exercise = slugOf('02-exercise');
  const given = [
    adjustment({ comment: 'Well done.' }),
    adjustment({ exercise, comment: 'See me.' }),
  ];
  const [by, why] = ['Prof. Hopper', 'she said so'];
  expect(grade([handedIn()], {}, given)).toMatchObject({
    earned: 12_500,
    comments: [
      { exercise: null, words: 'Well done.', by, why },
      { exercise, words: 'See me.', by, why },
    ],
    steps: [],
  });
});
