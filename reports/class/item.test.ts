import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../grader/contract/result.ts';
import { checkResult, failedCheck } from '../../grader/testing/documents.ts';
import { type Answer, FEWEST, itemOf } from './item.ts';

const passed = (elsewhere: number): Answer => ({ check: checkResult(), elsewhere });
const failed = (elsewhere: number, reason: CheckResult['reason'] = 'values-differ'): Answer => ({
  check: failedCheck({ reason }),
  elsewhere,
});
const waits: Answer = {
  check: failedCheck({ status: 'skip', reason: 'waits-for-exercise' }),
  elsewhere: 0,
};
const errs: Answer = {
  check: failedCheck({ status: 'error', reason: 'too-many-kinks' }),
  elsewhere: 0,
};

describe('the pass rate', () => {
  test('is the share of those who passed among those who were judged', () => {
    const item = itemOf([passed(1), passed(1), passed(1), failed(1), waits, errs]);
    expect(item.passRate).toBe(0.75);
    expect(item.counts).toEqual({ pass: 3, fail: 1, skip: 1, error: 1 });
  });

  test('is none where nobody was', () => {
    expect(itemOf([waits, errs]).passRate).toBeNull();
  });

  test('counts everybody once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(passed(1), failed(1), waits, errs)), (answers) => {
        const { pass, fail, skip, error } = itemOf(answers).counts;
        expect(pass + fail + skip + error).toBe(answers.length);
      }),
    );
  });
});

describe('discrimination', () => {
  const upper = [100, 90, 80, 70, 60];
  const lower = [50, 40, 30, 20, 10];

  test('is the correlation of a check with everything else', () => {
    // Means 80 and 30, variance 825: (80 - 30) / 2 / sqrt(825).
    const { discrimination } = itemOf([
      ...upper.map(passed),
      ...lower.map((score) => failed(score)),
    ]);
    expect(discrimination).toBeCloseTo(25 / Math.sqrt(825), 12);
  });

  test('is negative where those who fail do better elsewhere', () => {
    const { discrimination } = itemOf([
      ...upper.map((score) => failed(score)),
      ...lower.map(passed),
    ]);
    expect(discrimination).toBeCloseTo(-25 / Math.sqrt(825), 12);
  });

  test('is 1 where nothing else would have been needed', () => {
    const answers = [1, 2, 3, 4, 5].flatMap(() => [passed(100), failed(0)]);
    expect(itemOf(answers).discrimination).toBeCloseTo(1, 12);
  });

  test('leaves out who was not judged', () => {
    const answers = [...upper.map(passed), ...lower.map((score) => failed(score))];
    expect(itemOf([...answers, waits, errs, waits]).discrimination).toBe(
      itemOf(answers).discrimination,
    );
  });

  test('is not told of fewer than ten who were judged', () => {
    const nine = [...upper.map(passed), ...lower.slice(1).map((score) => failed(score))];
    expect(nine).toHaveLength(FEWEST - 1);
    expect(itemOf([...nine, waits]).discrimination).toBe('too-few');
  });

  test('is none where everyone has the same here', () => {
    expect(itemOf([...upper, ...lower].map(passed)).discrimination).toBe('same-here');
  });

  test('is none where everyone has the same elsewhere', () => {
    const answers = upper.flatMap(() => [passed(100 / 3), failed(100 / 3)]);
    expect(itemOf(answers).discrimination).toBe('same-elsewhere');
  });

  test('is a correlation, or says why it is none', () => {
    const anyAnswer = fc
      .tuple(fc.boolean(), fc.integer({ min: 0, max: 100 }))
      .map(([right, score]) => (right ? passed(score) : failed(score)));
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 40 }), (answers) => {
        const { discrimination } = itemOf(answers);
        if (typeof discrimination === 'string') return;
        expect(Math.abs(discrimination)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('the most frequent reason', () => {
  test('is counted among those who failed', () => {
    const item = itemOf([
      passed(1),
      failed(1),
      failed(1, 'threw'),
      failed(1, 'threw'),
      waits,
      waits,
      waits,
    ]);
    expect(item.commonest).toEqual({ reason: 'threw', count: 2 });
  });

  test('is of two the earlier one, in whatever order they come', () => {
    const both = [failed(1, 'values-differ'), failed(1, 'file-missing')];
    expect(itemOf(both).commonest?.reason).toBe('file-missing');
    expect(itemOf(both.reverse()).commonest?.reason).toBe('file-missing');
  });

  test('is none where nobody failed', () => {
    expect(itemOf([passed(1), waits]).commonest).toBeNull();
  });
});
