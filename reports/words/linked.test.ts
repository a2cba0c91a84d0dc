import { describe, expect, test } from 'vitest';
import type { ExerciseResult } from '../../grader/contract/result.ts';
import {
  exerciseResult,
  FIRST,
  failedExercise,
  SECOND,
  slugOf,
} from '../../grader/testing/documents.ts';
import { linkedInWords } from './linked.ts';

describe('exercises that the reference stood in for', () => {
  const third = exerciseResult({ slug: slugOf('03-third'), linked: [FIRST, SECOND] });
  const wordsWith = (...earlier: readonly ExerciseResult[]) =>
    linkedInWords(third, [...earlier, third]);
  const right = exerciseResult({ slug: SECOND });
  const wrong = failedExercise({ slug: SECOND });

  test('are named where they are not right', () => {
    expect(wordsWith(failedExercise(), wrong)).toMatch(
      /^01-first and 02-second are not right yet, so/,
    );
  });

  test('are not named where they are right', () => {
    expect(wordsWith(failedExercise(), right)).toMatch(/^01-first is not right yet, so/);
  });

  test('are not accused where they were not graded', () => {
    expect(wordsWith()).toMatch(/^At least one of 01-first and 02-second is not right yet, so/);
  });

  test('are known to be wrong where there is but one', () => {
    expect(linkedInWords(exerciseResult({ slug: SECOND, linked: [FIRST] }), [])).toMatch(
      /^01-first is not right yet, so/,
    );
  });

  test('are not spoken of where there are none', () => {
    expect(linkedInWords(exerciseResult(), [])).toBe('');
  });
});
