import { describe, expect, test } from 'vitest';
import type { Value } from '../contract/value.ts';
import { list, matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { describeValue, notFinite, numericOutput } from './output.ts';

describe('a value in words', () => {
  test.each<[Value | null, string]>([
    [null, 'nothing'],
    [nothing, 'undefined'],
    [{ kind: 'nothing', what: 'null' }, 'null'],
    [{ kind: 'unreadable', what: 'a promise' }, 'a promise'],
    [number(3), 'a number'],
    [numbers(1, 2), 'a list of numbers'],
    [matrix([1, 2, 3], [4, 5, 6]), 'a 2 x 3 matrix'],
    [list(text('a')), 'a list'],
    [record({ W1: number(1), b1: number(2) }), 'an object with W1, b1'],
    [record({}), 'an object with no fields'],
    [text('yes'), 'the text "yes"'],
    [{ kind: 'flag', flag: false }, 'false'],
  ])('%j is told', (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  test.each<[string, Value]>([
    ['a long text', text('x'.repeat(1_000_000))],
    [
      'many fields',
      record(Object.fromEntries([...Array(50_000).keys()].map((i) => [`f${i}`, nothing]))),
    ],
  ])('%s is told in few', (_, value) => {
    expect(describeValue(value).length).toBeLessThan(500);
  });
});

describe('a numeric output', () => {
  test('is its numbers with their shape', () => {
    const returned = record({ Z: matrix([1, 2], [3, 4]) });
    expect(numericOutput(returned, 'Z', [2, 2], 0)).toEqual({
      state: 'numbers',
      tensor: { shape: [2, 2], data: [1, 2, 3, 4] },
    });
  });

  test('is found along a path', () => {
    const returned = record({ cache: record({ A1: number(1) }) });
    expect(numericOutput(returned, 'cache.A1', [], 0)).toMatchObject({ state: 'numbers' });
  });

  test('may be a list of rows where a matrix is due', () => {
    const returned = record({ Z: list(numbers(1, 2), numbers(3, 4)) });
    expect(numericOutput(returned, 'Z', [2, 2], 0)).toMatchObject({ state: 'numbers' });
  });

  test.each<[string, Value, string, string]>([
    ['that is not there', record({}), 'nothing-returned', 'nothing'],
    ['that is undefined', record({ Z: nothing }), 'nothing-returned', 'undefined'],
    ['that is a text', record({ Z: text('3') }), 'not-numbers', 'the text "3"'],
    [
      'that is a promise',
      record({ Z: { kind: 'unreadable', what: 'a promise' } }),
      'not-numbers',
      'a promise',
    ],
  ])('%s is a finding', (_, returned, reason, words) => {
    expect(numericOutput(returned, 'Z', [2, 2], 1)).toEqual({
      state: 'unfit',
      finding: { status: 'fail', reason, got: { case: 1, names: ['Z'], words } },
    });
  });

  test('of the wrong shape is a finding with both shapes', () => {
    const returned = record({ Z: matrix([1, 2, 3]) });
    expect(numericOutput(returned, 'Z', [3, 1], 1)).toEqual({
      state: 'unfit',
      finding: {
        status: 'fail',
        reason: 'wrong-shape',
        got: { case: 1, names: ['Z'], shape: { yours: [1, 3], expected: [3, 1] } },
      },
    });
  });
});

describe('numbers that are not finite', () => {
  test('are a finding with the first of them', () => {
    const tensor = { shape: [3], data: [1, Number.NaN, Number.NaN] };
    expect(notFinite(tensor, 'losses', 2)).toMatchObject({
      reason: 'not-finite',
      got: { case: 2, names: ['losses'], worst: { index: [1], yours: 'NaN' } },
    });
  });

  test('are none where all are finite', () => {
    expect(notFinite({ shape: [1], data: [1] }, 'losses', 0)).toBeNull();
  });
});
