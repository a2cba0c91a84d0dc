import { expect, test } from 'vitest';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import { changesSince } from './since.ts';

const right = resultOf([exerciseResult()]);
const wrong = resultOf([failedExercise()]);
const TITLE = '01: Z agrees with the reference';

test('a check that is right now and was not before is gained', () => {
  expect(changesSince(wrong, right)).toMatchObject({ gained: [TITLE], lost: [] });
});

test('a check that was right before and is not now is lost', () => {
  expect(changesSince(right, wrong)).toMatchObject({ gained: [], lost: [TITLE] });
});

test('a check that came out as before is neither', () => {
  expect(changesSince(wrong, wrong)).toMatchObject({ gained: [], lost: [] });
});

test('a check that fails in another way is neither', () => {
  const otherwise = resultOf([failedExercise({ checks: [failedCheck({ reason: 'threw' })] })]);
  expect(changesSince(wrong, otherwise)).toMatchObject({ gained: [], lost: [] });
});

test('a check that was not asked before is neither', () => {
  const more = resultOf([
    exerciseResult({ checks: [checkResult(), checkResult({ id: 'new' })] }),
    exerciseResult({ slug: SECOND }),
  ]);
  expect(changesSince(right, more)).toMatchObject({ gained: [], lost: [] });
});

test('a check whose title was reworded is the same check', () => {
  const reworded = resultOf([exerciseResult({ checks: [checkResult({ title: 'Z is right' })] })]);
  expect(changesSince(wrong, reworded).gained).toEqual(['01: Z is right']);
});

test('a check that waits now, or cannot be judged, is no step back', () => {
  const stopped = (status: 'skip' | 'error') =>
    resultOf([exerciseResult({ status, checks: [checkResult({ status })] })]);
  expect(changesSince(right, stopped('skip')).lost).toEqual([]);
  expect(changesSince(right, stopped('error')).lost).toEqual([]);
});

test('where much of one exercise changed, the checks are counted', () => {
  const checks = Array.from({ length: 9 }, (_, at) => failedCheck({ id: `check-${at}` }));
  const before = resultOf([
    exerciseResult({ checks: checks.map(({ id }) => checkResult({ id })) }),
  ]);
  const after = resultOf([failedExercise({ checks })]);
  expect(changesSince(before, after).lost).toEqual(['01 First: 9 checks']);
});

test('the report of somebody else is called that', () => {
  const other = { ...right, submission: 'grace' };
  expect(changesSince(other, right).title).toBe('Since the report on grace');
  expect(changesSince(right, right).title).toBe('Since your last report');
});
