import { describe, expect, test } from 'vitest';
import { milli } from '../testing/grades.ts';
import { exercises, grade, handedIn, TEN_PERCENT } from '../testing/marks.ts';
import {
  ADA,
  adjustment,
  DAY,
  DUE,
  judged,
  policyOf,
  sinceDue,
  worthOf,
} from '../testing/policies.ts';
import { gradeOf } from './grade-of.ts';

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
