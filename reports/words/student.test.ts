import { describe, expect, test } from 'vitest';
import {
  type CheckResult,
  FAIL_REASONS,
  type Got,
  REASONS,
  STATUSES,
} from '../../grader/contract/result.ts';
import { REFUSED_FILE_REASONS } from '../../grader/contract/submission.ts';
import {
  checkResult,
  exerciseResult,
  FIRST,
  failedCheck,
  failedExercise,
  got,
  SECOND,
} from '../../grader/testing/documents.ts';
import { checkFor } from '../../grader/testing/reasons.ts';
import {
  firstToDo,
  linkedInWords,
  mistakeOf,
  OUTCOMES,
  outcomeInWords,
  triedInWords,
} from './student.ts';

/** Sentence about a check whose finding says this. */
const wordsFor = (reason: CheckResult['reason'], own: Partial<Got> = {}) => {
  const check = checkFor(reason);
  return outcomeInWords({ ...check, got: got({ ...check.got, ...own }) }, failedExercise());
};

describe('every reason but being right has a sentence', () => {
  const reasons = REASONS.filter((reason) => reason !== 'as-expected');

  test.each(reasons)('%s', (reason) => {
    expect(outcomeInWords(checkFor(reason), failedExercise())).toMatch(/^.{10,}$/s);
  });

  test.each(reasons)('%s ends as sentences do', (reason) => {
    expect(outcomeInWords(checkFor(reason), failedExercise())).toMatch(/[.?!]$/);
  });

  test.each(reasons)('%s leaves no hole in it', (reason) => {
    expect(outcomeInWords(checkFor(reason), failedExercise())).not.toMatch(
      /undefined(?! in case)|null|\[object| {2}/,
    );
  });

  test.each(FAIL_REASONS)('%s has one also when nothing is known of what came back', (reason) => {
    const check = { ...checkFor(reason), got: null };
    expect(() => outcomeInWords(check, failedExercise())).not.toThrow();
  });
});

test('a check that passed needs no words', () => {
  expect(wordsFor('as-expected')).toBe('');
});

describe('a sentence says', () => {
  test('which file is missing', () => {
    expect(wordsFor('file-missing')).toBe('There is no first.ts in this submission.');
  });

  test.each(REFUSED_FILE_REASONS)('why a file was refused: %s', (words) => {
    expect(wordsFor('file-refused', { words })).not.toContain('cannot be read');
  });

  test('which entry is off, by how much, and how many others are', () => {
    expect(wordsFor('values-differ')).toBe(
      'Z.get(1, 2) is 0.5 in case 2 of 3. That is 0.25 away from the reference; 1e-9 is allowed. 2 of 12 entries are outside the tolerance; this one is the furthest.',
    );
  });

  test('nothing of others where there is a single number', () => {
    expect(wordsFor('values-differ', { wrong: { entries: 1, of: 1 } })).not.toContain('entries');
  });

  test('what a gradient was held against', () => {
    expect(wordsFor('gradient-differs')).toContain('away from the measured slope of the loss');
  });

  test('both shapes', () => {
    expect(wordsFor('wrong-shape')).toBe(
      'Z is a 7 x 3 matrix in case 1 of 3; it should be a 3 x 7 matrix.',
    );
  });

  test('where a syntax error is', () => {
    expect(wordsFor('syntax-error')).toContain('(line 3, column 5)');
  });

  test('what was thrown', () => {
    expect(wordsFor('threw')).toContain('TypeError: X.matmul is not a function');
  });

  test('how much is right and how much is asked for', () => {
    const check = checkFor('below-threshold');
    const asked = { ...check, tried: { ...check.tried, threshold: 0.8 } };
    expect(outcomeInWords(asked, failedExercise())).toContain(
      '76.5 % of the new points right; 80 %',
    );
  });

  test('every input that changed', () => {
    expect(wordsFor('input-changed')).toContain('X, cache.A1');
  });

  test('what it waits for', () => {
    expect(outcomeInWords(checkFor('waits-for-exercise'), failedExercise())).toContain(FIRST);
  });

  test('no case where there is but one', () => {
    const check = checkFor('threw');
    const single = { ...check, tried: { ...check.tried, cases: 1 } };
    expect(outcomeInWords(single, failedExercise())).not.toContain('in case');
  });
});

describe('what was tried is told', () => {
  test.each(['reference', 'differences', 'held-out data', 'a rule', 'the source'] as const)(
    'in a sentence about %s',
    (against) => {
      const { tried } = checkResult();
      expect(triedInWords(checkResult({ tried: { ...tried, against } }))).toMatch(/^[A-Z].*\.$/);
    },
  );

  test('with the tolerance', () => {
    expect(triedInWords(checkResult())).toContain('off by 1e-9 plus 1e-7 of its size');
  });

  test.each([
    [1, 'in one seeded case.'],
    [3, 'in 3 seeded cases.'],
  ])('with the number of cases: %i', (cases, words) => {
    const { tried } = checkResult();
    expect(triedInWords(checkResult({ tried: { ...tried, cases } }))).toContain(words);
  });
});

describe('an outcome', () => {
  test('has a word of its own', () => {
    expect(new Set(STATUSES.map((status) => OUTCOMES[status].word)).size).toBe(STATUSES.length);
  });

  test('has a sign of its own, so that it is never told by colour alone', () => {
    expect(new Set(STATUSES.map((status) => OUTCOMES[status].sign)).size).toBe(STATUSES.length);
  });
});

describe('the first thing to do', () => {
  test('is the first check that failed, in the order of the course', () => {
    const second = failedExercise({
      slug: SECOND,
      checks: [checkResult(), failedCheck({ id: 'here' }), failedCheck({ id: 'later' })],
    });
    const found = firstToDo([exerciseResult(), second]);
    expect([found?.exercise.slug, found?.check.id]).toEqual([SECOND, 'here']);
  });

  test.each(['waits-for-exercise', 'reference-failed', 'as-expected'] as const)(
    'is no check that ended in %s',
    (reason) => {
      expect(firstToDo([exerciseResult({ checks: [checkFor(reason)] })])).toBeNull();
    },
  );
});

describe('the mistake of a check', () => {
  const mistakes = [
    { id: 'one', title: 'One', hint: 'One?' },
    { id: 'two', title: 'Two', hint: 'Two?' },
  ];
  const looksLike = (mistake: string | null) =>
    mistakeOf(failedCheck({ means: { mistake, waitsFor: null } }), failedExercise({ mistakes }));

  test('is found by its id', () => {
    expect(looksLike('two')).toMatchObject({ title: 'Two' });
  });

  test.each([null, 'three'])('is none for %j', (id) => {
    expect(looksLike(id)).toBeNull();
  });
});

describe('exercises that the reference stood in for', () => {
  test('are named', () => {
    expect(linkedInWords(exerciseResult({ linked: [FIRST, SECOND] }))).toContain(
      '01-first and 02-second',
    );
  });

  test('are not spoken of where there are none', () => {
    expect(linkedInWords(exerciseResult())).toBe('');
  });
});
