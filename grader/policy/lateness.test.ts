import { describe, expect, test } from 'vitest';
import { grade, handedIn, TEN_PERCENT } from '../testing/marks.ts';
import { adjustment, DAY, DUE, HOUR, judged, sinceDue } from '../testing/policies.ts';
import type { LatePenalty } from './policy.ts';

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
