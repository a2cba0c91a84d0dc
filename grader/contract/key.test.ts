import { expect, test } from 'vitest';
import { list, matrix, number, numbers, record } from '../testing/values.ts';
import { isHeldOut } from './key.ts';

test('points and labels are held out', () => {
  const truth = record({ X: matrix([1, 2], [3, 4]), labels: numbers(0, 1) });
  expect(isHeldOut({ truth })).toBe(true);
});

test('what theory says in single numbers is not', () => {
  expect(isHeldOut({ truth: record({ W1: number(0.5), W2: number(0.25) }) })).toBe(false);
});

test('a case without a truth is not', () => {
  expect(isHeldOut({ truth: null })).toBe(false);
});

test.each([record({}), numbers(0, 1), list(number(1)), record({ at: number(1), X: numbers(1) })])(
  'any other truth is, because nobody knows what it takes: %j',
  (truth) => {
    expect(isHeldOut({ truth })).toBe(true);
  },
);
