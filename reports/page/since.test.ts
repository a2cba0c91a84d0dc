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
  expect(changesSince(wrong, right)).toEqual({ gained: [TITLE], lost: [] });
});

test('a check that was right before and is not now is lost', () => {
  expect(changesSince(right, wrong)).toEqual({ gained: [], lost: [TITLE] });
});

test('a check that came out as before is neither', () => {
  expect(changesSince(wrong, wrong)).toEqual({ gained: [], lost: [] });
});

test('a check that fails in another way is neither', () => {
  const otherwise = resultOf([failedExercise({ checks: [failedCheck({ reason: 'threw' })] })]);
  expect(changesSince(wrong, otherwise)).toEqual({ gained: [], lost: [] });
});

test('a check that was not asked before is neither', () => {
  const more = resultOf([
    exerciseResult({ checks: [checkResult(), checkResult({ id: 'new' })] }),
    exerciseResult({ slug: SECOND }),
  ]);
  expect(changesSince(right, more)).toEqual({ gained: [], lost: [] });
});

test('a check whose title was reworded is the same check', () => {
  const reworded = resultOf([exerciseResult({ checks: [checkResult({ title: 'Z is right' })] })]);
  expect(changesSince(wrong, reworded).gained).toEqual(['01: Z is right']);
});
