import { expect, test } from 'vitest';
import type { CheckResult, Signature } from '../../grader/contract/result.ts';
import { failedCheck, failedExercise } from '../../grader/testing/documents.ts';
import { followsInWords } from './follows.ts';

const lookingLike = (mistake: string | null, ...signatures: readonly Signature[]): CheckResult =>
  failedCheck({
    means: { mistake, waitsFor: null, ...(signatures.length > 0 && { signatures }) },
  });
const turned: Signature = { kind: 'transposed', outputs: ['dW1'], exact: true };
const empty: Signature = { kind: 'zero', outputs: ['dW1'], where: 'everywhere' };

const wordsFor = (first: CheckResult, ...others: readonly CheckResult[]) =>
  followsInWords(first, failedExercise({ checks: [first, ...others] }));

test.each<[string, readonly [CheckResult, ...CheckResult[]], string | null]>([
  [
    'a known mistake in one more check',
    [lookingLike('one'), lookingLike('one'), lookingLike(null)],
    'One more check of this exercise shows the same.',
  ],
  ['a known mistake in no other check', [lookingLike('one'), lookingLike(null)], null],
  [
    'a signature in two more checks',
    [lookingLike(null, turned), lookingLike(null, turned), lookingLike(null, turned)],
    '2 more checks of this exercise show the same.',
  ],
  [
    'a signature that no other check has',
    [lookingLike(null, turned), lookingLike(null, empty), lookingLike(null)],
    '2 more checks of this exercise are not right yet; what is wrong here may be behind them.',
  ],
  [
    'nothing that looks like anything',
    [lookingLike(null), lookingLike(null), lookingLike('one')],
    'One more check of this exercise is not right yet; what is wrong here may be behind it.',
  ],
  ['a single check', [lookingLike(null)], null],
])('what follows is told of %s', (_, checks, words) => {
  expect(wordsFor(...checks)).toBe(words);
});
