import { describe, expect, test } from 'vitest';
import { FAIL_REASONS } from '../../grader/contract/result.ts';
import { failedCheck, got } from '../../grader/testing/documents.ts';
import { questionAbout } from './questions.ts';

const asked = FAIL_REASONS.flatMap((reason) => {
  const question = questionAbout(failedCheck({ reason }));
  return question === null ? [] : [[reason, question] as const];
});

describe('a question about a check', () => {
  test.each(asked)('asks something: %s', (_, question) => {
    expect(question).toContain('?');
  });

  test.each(asked)('is short enough to be read: %s', (_, question) => {
    expect(question.split(' ').length).toBeLessThanOrEqual(40);
  });

  test('is about rows and columns where those have changed places', () => {
    const shape = { yours: [5, 3], expected: [3, 5] };
    expect(questionAbout(failedCheck({ reason: 'wrong-shape', got: got({ shape }) }))).toMatch(
      /^Rows and columns have changed places/,
    );
  });

  test('is another one where the shape is wrong in another way', () => {
    const shape = { yours: [5, 5], expected: [5, 3] };
    expect(questionAbout(failedCheck({ reason: 'wrong-shape', got: got({ shape }) }))).toMatch(
      /^Write the shape/,
    );
  });

  test('is not asked where the sentence says what to do', () => {
    expect(questionAbout(failedCheck({ reason: 'file-missing' }))).toBeNull();
  });
});
