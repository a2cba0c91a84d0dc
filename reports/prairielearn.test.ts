import { describe, expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { Result, Status } from '../grader/contract/result.ts';
import {
  exerciseResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './prairielearn.ts';

const render = (result: Result) => JSON.parse(report.render(result, { colour: false }));

describe('a score', () => {
  test('is the share of the points', () => {
    const points = { earned: thousandths(2.5), possible: thousandths(10) };
    expect(render(resultOf([failedExercise()], { points })).score).toBe(0.25);
  });

  test.each([
    ['pass', 1],
    ['fail', 0],
    ['skip', 0],
  ] as const)('of no points is that of the outcome: %s', (status, score) => {
    const points = { earned: thousandths(0), possible: thousandths(0) };
    expect(render(resultOf([], { status, points })).score).toBe(score);
  });
});

describe('an attempt', () => {
  test.each([
    ['pass', true],
    ['fail', true],
    ['skip', true],
    ['error', false],
  ] satisfies readonly (readonly [Status, boolean])[])('that ends in %s', (status, gradable) => {
    expect(render(resultOf([exerciseResult()], { status })).gradable).toBe(gradable);
  });

  test('is given back where we could not judge it, and the reason is told', () => {
    const exercise = exerciseResult({ status: 'error', checks: [checkFor('reference-failed')] });
    const document = render(resultOf([exercise], { status: 'error' }));
    expect(document.format_errors).toEqual([expect.stringContaining('not your mistake')]);
    expect(document).not.toHaveProperty('score');
  });
});

test('a document stays below a megabyte, whatever is thrown', () => {
  const thrown = { name: 'Error', message: '∂'.repeat(5000) };
  const checks = Array.from({ length: 300 }, (_, nth) =>
    failedCheck({ id: `${nth}`, reason: 'threw', got: got({ thrown }) }),
  );
  const text = report.render(resultOf([failedExercise({ checks })]), { colour: false });
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
});
