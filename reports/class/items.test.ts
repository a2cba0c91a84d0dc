import { describe, expect, test } from 'vitest';
import { sumPoints, thousandths } from '../../grader/contract/identity.ts';
import type { Result } from '../../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  FIRST,
  failedCheck,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import { analyseItems } from './items.ts';

/** A result of exercises whose checks passed or not: ten points each. */
const result = (outcomes: Readonly<Record<string, Readonly<Record<string, boolean>>>>): Result => {
  const exercises = [FIRST, SECOND].flatMap((slug) => {
    const own = Object.entries(outcomes[slug] ?? {});
    const checks = own.map(([id, right]) => (right ? checkResult({ id }) : failedCheck({ id })));
    const points = {
      earned: sumPoints(checks.map((check) => check.points.earned)),
      possible: thousandths(10 * checks.length),
    };
    const status = checks.every((check) => check.status === 'pass') ? 'pass' : 'fail';
    return own.length === 0 ? [] : [exerciseResult({ slug, checks, points, status })];
  });
  return resultOf(exercises, {
    points: {
      earned: sumPoints(exercises.map(({ points }) => points.earned)),
      possible: sumPoints(exercises.map(({ points }) => points.possible)),
    },
  });
};

const times = (count: number, one: Result) => Array.from({ length: count }, () => one);

describe('item analysis', () => {
  test('has every exercise with its checks, in the order of the course', () => {
    const groups = analyseItems([
      result({ [SECOND]: { c: true } }),
      result({ [FIRST]: { a: true, b: true } }),
    ]);
    expect(groups.map(({ slug, items }) => [slug, items.length])).toEqual([
      [FIRST, 2],
      [SECOND, 1],
    ]);
  });

  test('counts an exercise among those who have it', () => {
    const [first, second] = analyseItems([
      result({ [FIRST]: { a: true, b: false } }),
      result({ [FIRST]: { a: true, b: true }, [SECOND]: { c: false } }),
    ]);
    expect(first).toMatchObject({ present: 2, right: 1, mean: 75 });
    expect(second).toMatchObject({ present: 1, right: 0, mean: 0 });
  });

  test('holds a check against the rest of the total, without the check itself', () => {
    // Whoever passes a fails b: against the whole total both would look fine or even.
    const [first] = analyseItems([
      ...times(5, result({ [FIRST]: { a: true, b: false } })),
      ...times(5, result({ [FIRST]: { a: false, b: true } })),
    ]);
    expect(first?.items.map(({ discrimination }) => Math.round(Number(discrimination)))).toEqual([
      -1, -1,
    ]);
  });

  test('holds it against the other exercises too', () => {
    const [first] = analyseItems([
      ...times(5, result({ [FIRST]: { a: true }, [SECOND]: { c: true } })),
      ...times(5, result({ [FIRST]: { a: false }, [SECOND]: { c: false } })),
    ]);
    expect(first?.items[0]?.discrimination).toBeCloseTo(1, 12);
  });

  test('finds nothing to hold a single check against', () => {
    const [first] = analyseItems([
      ...times(5, result({ [FIRST]: { a: true } })),
      ...times(5, result({ [FIRST]: { a: false } })),
    ]);
    expect(first?.items[0]?.discrimination).toBe('same-elsewhere');
  });

  test('of nobody is empty', () => {
    expect(analyseItems([])).toEqual([]);
  });
});
