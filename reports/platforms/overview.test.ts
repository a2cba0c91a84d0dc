import { expect, test } from 'vitest';
import { thousandths } from '../../grader/contract/identity.ts';
import {
  exerciseResult,
  FIRST,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import { checkFor } from '../../grader/testing/reasons.ts';
import { overviewOf } from './overview.ts';

const points = { earned: thousandths(2.5), possible: thousandths(10) };

test('an overview says the total', () => {
  expect(overviewOf(resultOf([exerciseResult()], { points }))).toBe('2.5 of 10 points.');
});

test('it says what could not be judged, and whose mistake that is not', () => {
  const checks = [checkFor('reference-failed')];
  expect(overviewOf(resultOf([exerciseResult({ status: 'error', checks })]))).toContain(
    'One check could not be judged. That is not your mistake',
  );
});

test('it says which exercises were judged with the reference', () => {
  const linked = exerciseResult({ slug: SECOND, title: 'Second', linked: [FIRST] });
  expect(overviewOf(resultOf([failedExercise(), linked]))).toContain(
    '02 Second: 01-first is not right yet, so this exercise was judged with the reference',
  );
});
