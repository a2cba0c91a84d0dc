import { expect, test } from 'vitest';
import type { CheckResult } from '../../grader/contract/result.ts';
import { checkResult, exerciseResult, got, resultOf } from '../../grader/testing/documents.ts';
import { reproduceView } from './reproduce.ts';

type Tried = Pick<CheckResult['tried'], 'against' | 'threshold'>;

/** The line of a check that measured this and kept no margin. */
const marginOf = (tried: Tried, measured: number) => {
  const check = checkResult({ got: got({ measured }) });
  const checks = [{ ...check, tried: { ...check.tried, tolerance: null, ...tried } }];
  return reproduceView(resultOf([exerciseResult({ checks })])).margins.map(
    ({ allowed, used }) => `${allowed}: ${used}`,
  );
};

test('an accuracy is told as the share that is right', () => {
  expect(marginOf({ against: 'held-out data', threshold: 0.8 }, 0.97)).toEqual([
    'at least 80 % right: 97 % right',
  ]);
});

test('a fit is told as the share that is explained', () => {
  expect(marginOf({ against: 'held-out values', threshold: 0.8 }, 0.97)).toEqual([
    'at least 80 % explained: 97 % explained',
  ]);
});

test('a band is told as the distance from its nearest end', () => {
  expect(marginOf({ against: 'a rule', threshold: 0 }, 0.125)).toEqual([
    'inside its band: 0.125 from the nearest end',
  ]);
});

test('a rule without a threshold is told nothing of', () => {
  expect(marginOf({ against: 'a rule', threshold: null }, 0.75)).toEqual([]);
});

test('what has a threshold of another kind is not taken for a band', () => {
  expect(marginOf({ against: 'theory', threshold: 0 }, 0.125)).toEqual([]);
});
