import { describe, expect, test } from 'vitest';
import { type CheckResult, type Got, REASONS, STATUSES } from '../../grader/contract/result.ts';
import { REFUSED_FILE_REASONS } from '../../grader/contract/submission.ts';
import { UNITS } from '../../grader/numbers/small-network.ts';
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
import { clueOf, firstToDo, OUTCOMES, outcomeInWords } from './student.ts';
import { triedInWords } from './tried.ts';

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

  // The schema of a result lets all of this be absent.
  const means = { mistake: null, waitsFor: null };
  const tried = { ...checkResult().tried, output: null, tolerance: null, threshold: null };
  const known: readonly (readonly [string, Partial<CheckResult>])[] = [
    ['as grading tells of it', {}],
    ['of which no more is known', { got: null, means, tried }],
    ['of which nothing is said', { got: got(), means, tried }],
  ];
  const cases = reasons.flatMap((reason) =>
    known.map(([what, own]) => [reason, what, { ...checkFor(reason), ...own }] as const),
  );

  test.each(cases)('%s, %s, leaves no hole in it', (_, __, check) => {
    const words = outcomeInWords(check, failedExercise());
    expect(words).not.toMatch(/undefined|null|\[object| {2}| [.,:;]/);
    expect(words).toMatch(/^[^ ].{10,}[.?!]$/s);
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
      'Z.get(1, 2) is 0.5 in case 2 of 3. That is 0.25 away from the reference; 1e-9 is allowed. 2 of 12 entries are outside the tolerance, this one the furthest.',
    );
  });

  test('that a single entry is off', () => {
    expect(wordsFor('values-differ', { wrong: { entries: 1, of: 12, first: [1, 2] } })).toMatch(
      /It is the only one of 12 entries that is outside the tolerance\.$/,
    );
  });

  test.each([
    [0.5, 'NaN', 'Z.get(1, 2) is 0.5 in case 2 of 3, where the reference is NaN.'],
    ['NaN', 'NaN', 'Z.get(1, 2) is NaN in case 2 of 3, where the reference is something else.'],
    [0.5, 'Infinity', 'Z.get(1, 2) is 0.5 in case 2 of 3, where the reference is something else.'],
  ] as const)('of %s, which is %s away, no distance', (yours, error, words) => {
    const worst = { index: [1, 2], yours, error, allowed: 0 };
    expect(wordsFor('values-differ', { worst })).toBe(words);
  });

  test('nothing of others where there is a single number', () => {
    expect(
      wordsFor('values-differ', { wrong: { entries: 1, of: 1, first: [1, 2] } }),
    ).not.toContain('entries');
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

  test('what came back where numbers were due', () => {
    expect(wordsFor('not-numbers', { words: 'a list' })).toBe(
      'Z cannot be read as numbers in case 1 of 3: what came back is a list. Is every entry a number, and are all rows of one length?',
    );
  });

  test.each([
    [
      'the text "maybe"',
      'verdict came back as the text "maybe" in case 1 of 3; that of the reference is not the same.',
    ],
    [
      'a list',
      'verdict came back as a list in case 1 of 3; that of the reference is not the same. Compare how long it is and what is in it.',
    ],
  ])('that %s is not what was due', (words, sentence) => {
    expect(wordsFor('words-differ', { words })).toBe(sentence);
  });

  test('that nothing came back', () => {
    expect(wordsFor('nothing-returned')).toContain('Nothing came back as Z in case 1 of 3.');
    expect(wordsFor('nothing-returned', { names: [] })).toBe(
      'Nothing came back in case 1 of 3. Is a "return" missing?',
    );
  });

  test('which import is refused, and where it stands', () => {
    expect(wordsFor('forbidden-import')).toBe(
      'This exercise cannot import "node:fs" (line 1, column 16).',
    );
  });

  test.each([
    [['relu'], 'no exported function "relu". Is its name'],
    [['relu', 'tanh'], 'no exported functions "relu" and "tanh". Are their names'],
  ])('which functions lack: %j', (names, words) => {
    expect(wordsFor('export-missing', { names })).toContain(words);
  });

  test('where a function has other parameters than the stub', () => {
    expect(wordsFor('name-missing', { place: { line: 4, column: 1 } })).toBe(
      'relu (line 4, column 1) should be a function with the parameters of the stub.',
    );
  });

  test('what was thrown', () => {
    expect(wordsFor('threw')).toContain('TypeError: X.matmul is not a function');
  });

  test.each(['threw', 'threw-while-loading'] as const)(
    'at which line something was thrown, where that is known: %s',
    (reason) => {
      const check = checkFor(reason);
      const at = { ...check, got: got({ ...check.got, place: { line: 12, column: null } }) };
      expect(outcomeInWords(at, failedExercise())).toContain(' (line 12): TypeError: X.matmul');
      expect(outcomeInWords(check, failedExercise())).not.toContain('line');
    },
  );

  test('how much is right and how much is asked for', () => {
    const check = checkFor('below-threshold');
    const asked = { ...check, tried: { ...check.tried, threshold: 0.8 } };
    expect(outcomeInWords(asked, failedExercise())).toContain(
      '76.5 % of the new points right; at least 80 %',
    );
  });

  test('that a share which rounds to what is asked for is less', () => {
    const check = { ...checkFor('below-threshold'), got: got({ measured: 0.7999 }) };
    const asked = { ...check, tried: { ...check.tried, threshold: 0.8 } };
    expect(outcomeInWords(asked, failedExercise())).toContain('a little less than 80 %');
  });

  test('how wide numbers are spread and how wide they should be', () => {
    expect(wordsFor('spread-differs', { case: 0 })).toBe(
      'The standard deviation of all numbers of W1 is 0.75 in case 1 of 3; 0.5 is due. Chance alone does not lead that far.',
    );
  });

  test('how wide numbers are spread where what is due is secret', () => {
    expect(wordsFor('spread-differs', { case: 0, due: null })).toBe(
      'The standard deviation of all numbers of W1 is 0.75 in case 1 of 3. Chance alone does not lead that far from what is due.',
    );
  });

  test('how many hidden units the network has that stands for all small ones', () => {
    expect(wordsFor('no-network-fits')).toContain(`our small network of ${UNITS} hidden units`);
  });

  test('how few of the numbers that should be draws are different', () => {
    expect(wordsFor('spread-differs', { words: 'distinct', measured: 2, due: null })).toContain(
      'W1 holds only 2 different numbers',
    );
  });

  test('which of the numbers that should be draws lies too far out', () => {
    expect(wordsFor('spread-differs', { words: 'furthest', measured: 2.9, due: null })).toContain(
      'One of the numbers of W1 is 2.9',
    );
  });

  test('how much is explained and how much is asked for', () => {
    const check = checkFor('explains-too-little');
    const asked = { ...check, tried: { ...check.tried, threshold: 0.8 } };
    expect(outcomeInWords(asked, failedExercise())).toContain(
      '61.5 % of the variance of the new values; at least 80 %',
    );
  });

  test('every input that changed', () => {
    expect(wordsFor('input-changed')).toContain('X and cache.A1');
  });

  test('which rows are lost, too many or new, the first of them and how many', () => {
    expect(wordsFor('rows-missing')).toMatch(
      /^Row 2 \(counted from 0\) of X does not come back.*In all, 3 of 11 rows are missing\.$/,
    );
    expect(wordsFor('rows-repeated')).toMatch(/^Row 2 .* more often.*3 of 15 rows are too many\.$/);
    expect(wordsFor('rows-new')).toMatch(/^Row 4 .* is no row of X[^.]*\.$/);
  });

  test('which outputs no longer belong together', () => {
    expect(wordsFor('pairs-broken')).toMatch(
      /^Row 0 .* of batches and labels .* 9 of 11 rows are\.$/,
    );
  });

  test('whose order stands there again', () => {
    expect(wordsFor('order-kept')).toMatch(/^second has the same order as first/);
    expect(wordsFor('order-kept', { names: ['X'] })).toMatch(
      /^X has the order in which it was given/,
    );
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
  test.each([
    'reference',
    'differences',
    'held-out data',
    'theory',
    'held-out values',
    'a rule',
    'the source',
  ] as const)('in a sentence about %s', (against) => {
    const { tried } = checkResult();
    expect(triedInWords(checkResult({ tried: { ...tried, against } }))).toMatch(/^[A-Z].*\.$/);
  });

  test('with the tolerance', () => {
    expect(triedInWords(checkResult())).toContain('off by 1e-9 plus 1e-7 of its size');
  });

  test.each([
    ['Z', 'Your Z was compared'],
    ['Z1, A1', 'Your Z1 and A1 were compared'],
    ['dW1, db1, dW2', 'Your dW1, db1 and dW2 were compared'],
    [null, 'Your output was compared'],
  ])('with what was looked at: %s', (output, words) => {
    const { tried } = checkResult();
    expect(triedInWords(checkResult({ tried: { ...tried, output } }))).toContain(words);
  });

  test('with what chance does to one output, where theory says it', () => {
    const tried = { ...checkResult().tried, against: 'theory', output: 'W1, W2' } as const;
    expect(triedInWords(checkResult({ tried }))).toContain('For each output of a case, chance');
  });

  test('with no share where none is asked for', () => {
    for (const against of ['held-out data', 'held-out values'] as const) {
      const tried = { ...checkResult().tried, against, threshold: null };
      expect(triedInWords(checkResult({ tried }))).not.toContain('%');
    }
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
    { id: 'one', title: 'One', hint: 'One?', shownBy: [] },
    { id: 'two', title: 'Two', hint: 'Two?', shownBy: [] },
  ];
  const looksLike = (mistake: string | null) =>
    clueOf(failedCheck({ means: { mistake, waitsFor: null } }), failedExercise({ mistakes }));

  test('is found by its id', () => {
    expect(looksLike('two')).toMatchObject({ title: 'Two' });
  });

  test.each([null, 'three'])('is none for %j', (id) => {
    expect(looksLike(id)).toBeNull();
  });
});
