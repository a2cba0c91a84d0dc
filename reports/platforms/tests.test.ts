import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../../grader/testing/documents.ts';
import { checkFor } from '../../grader/testing/reasons.ts';
import { forPlatforms, type Shown, testsOf } from './tests.ts';

const tests = (result: Result, shown?: Shown) =>
  testsOf(forPlatforms(result), { colour: false }, shown);

const namesOf = (...titles: readonly string[]) =>
  tests(resultOf([exerciseResult({ checks: titles.map((title) => checkResult({ title })) })])).map(
    ({ name }) => name,
  );

describe('the name of a test', () => {
  test('is that of its exercise and its check', () => {
    expect(namesOf('Z is right')).toEqual(['01 First: Z is right']);
  });

  test('is no other test called', () => {
    expect(namesOf('a', 'a', 'a (2)', 'a')).toEqual([
      '01 First: a',
      '01 First: a (2)',
      '01 First: a (2) (2)',
      '01 First: a (3)',
    ]);
  });

  test('is not told apart by blanks, which readers take away', () => {
    expect(namesOf('a', ' a  ', 'a\u2028')).toEqual([
      '01 First: a',
      '01 First: a (2)',
      '01 First: a (3)',
    ]);
  });

  test('is one line', () => {
    expect(namesOf('a\nb\r\nc\u2028d\u0085e')[0]).not.toMatch(/[\n\r\u0085\u2028]/);
  });

  test('is cut where it is too long, and never within a character', () => {
    const [name = ''] = namesOf('🎉'.repeat(1000));
    expect([...name]).toHaveLength(250);
    expect(name).toMatch(/🎉…$/u);
  });

  test('stays its own where it is cut', () => {
    const names = namesOf(`${'x'.repeat(300)}a`, `${'x'.repeat(300)}b`);
    expect(new Set(names).size).toBe(2);
  });
});

describe('the message of a test', () => {
  const messageOf = (check: Parameters<typeof failedCheck>[0], shown?: Shown) => {
    const mistakes = [{ id: 'factor', title: 'm is forgotten', hint: 'What of m?', shownBy: [] }];
    const exercise = failedExercise({ mistakes, checks: [failedCheck(check)] });
    return tests(resultOf([exercise]), shown)[0]?.message;
  };

  test('says what came back', () => {
    expect(messageOf(checkFor('file-missing'))).toBe('There is no first.ts in this submission.');
  });

  test('says which mistake it looks like, and asks its question', () => {
    const means = { mistake: 'factor', waitsFor: null };
    expect(messageOf({ ...checkFor('file-missing'), means })).toBe(
      'There is no first.ts in this submission.\nLooks like: m is forgotten. What of m?',
    );
  });

  test('says that it is not the mistake of the student where it is ours', () => {
    expect(messageOf(checkFor('reference-failed'))).toContain('This is not your mistake');
  });

  test('is none where the check passed', () => {
    expect(messageOf(checkFor('as-expected'))).toBe('');
  });

  test('says something even where a result gives no reason', () => {
    expect(messageOf({ reason: 'as-expected' })).toBe('Not yet.');
  });

  const thrown = { name: 'Error', message: '<b>@ada</b>' };

  test('holds no markup where nobody knows what it is shown as', () => {
    expect(messageOf({ reason: 'threw', got: got({ thrown }) })).not.toMatch(/<b|@a/);
  });

  test('is what was said where it is shown as text', () => {
    const check = { reason: 'threw', got: got({ thrown }) } as const;
    expect(messageOf(check, { asText: true })).toContain('<b>@ada</b>');
  });
});
