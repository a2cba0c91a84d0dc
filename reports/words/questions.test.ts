import { describe, expect, test } from 'vitest';
import { FAIL_REASONS, type Got } from '../../grader/contract/result.ts';
import type { Real } from '../../grader/contract/value.ts';
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

  describe('about a number that is not finite', () => {
    const worst = (yours: Real) => ({ index: [0, 1], yours, error: 'NaN' as const, allowed: 0 });
    const asks = (yours: Real, wrong: Got['wrong']) =>
      questionAbout(
        failedCheck({ reason: 'not-finite', got: got({ worst: worst(yours), wrong }) }),
      ) ?? '';
    const one = { entries: 1, of: 12, first: [0, 1] };

    test.each<[Real, RegExp]>([
      ['NaN', /^NaN comes of 0 \/ 0/],
      ['Infinity', /^Infinity comes of dividing by 0, or of exp/],
      ['-Infinity', /^-Infinity comes of the logarithm of exactly 0/],
    ])('says what commonly makes %s', (yours, words) => {
      expect(asks(yours, one)).toMatch(words);
    });

    test.each<[string, Got['wrong'], RegExp]>([
      ['of one entry', one, /this entry is made of\?$/],
      ['of all entries', { ...one, entries: 12 }, /what do they all share\?$/],
      ['of a single number', { entries: 1, of: 1, first: [] }, /see it first\?$/],
      ['of an output that nobody counted', null, /see it first\?$/],
    ])('asks where to look %s', (_, wrong, words) => {
      expect(asks('NaN', wrong)).toMatch(words);
      expect(asks('NaN', wrong).split(' ').length).toBeLessThanOrEqual(40);
    });
  });
});
