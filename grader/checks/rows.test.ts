import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { list, matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './rows.ts';

type Settings = Parameters<typeof kind.tried>[0];

const input = record({
  X: matrix([1, 2], [3, 4], [5, 6], [7, 8]),
  Y: matrix([0], [1], [1], [0]),
});

const judge = (settings: Settings, ...returned: readonly Record<string, Value>[]) =>
  judgeCases(
    settings,
    ...returned.map((fields) => judgedCase({ input, returned: record(fields) })),
  );

const judgeCases = (settings: Settings, ...cases: readonly JudgedCase[]) =>
  kind.judge({ settings, cases, facts: null });

const ONE: Settings = { arrangements: [{ X: 'X' }] };
const PAIRS: Settings = { arrangements: [{ X: 'X', Y: 'Y' }] };

describe('every row comes back once', () => {
  test.each<[string, Value]>([
    ['as it was', matrix([1, 2], [3, 4], [5, 6], [7, 8])],
    ['in another order', matrix([7, 8], [3, 4], [1, 2], [5, 6])],
    ['in several matrices', list(matrix([7, 8], [3, 4], [1, 2]), matrix([5, 6]))],
    ['in lists of numbers', list(numbers(7, 8), numbers(3, 4), numbers(1, 2), numbers(5, 6))],
    [
      'beside an empty matrix',
      list(matrix([7, 8], [3, 4]), matrix([1, 2], [5, 6]), {
        kind: 'matrix',
        rows: 0,
        columns: 2,
        data: [],
      }),
    ],
  ])('%s', (_, X) => {
    expect(judge(ONE, { X })).toEqual({ status: 'pass', got: {} });
  });

  test('as often as it was given, where it was given twice', () => {
    const twice = { input: record({ X: matrix([1], [1], [2]) }) };
    const X = matrix([1], [2], [1]);
    expect(judgeCases(ONE, judgedCase({ ...twice, returned: record({ X }) })).status).toBe('pass');
  });

  test('whatever the sign of a 0', () => {
    const given = { input: record({ X: matrix([-0], [2]) }) };
    const X = matrix([2], [0]);
    expect(judgeCases(ONE, judgedCase({ ...given, returned: record({ X }) })).status).toBe('pass');
  });
});

describe('rows are lost', () => {
  test('and the first of them is named, with how many there are', () => {
    expect(judge(ONE, { X: matrix([3, 4], [7, 8]) })).toEqual({
      status: 'fail',
      reason: 'rows-missing',
      got: { case: 0, names: ['X', 'X'], wrong: { entries: 2, of: 4, first: [0] } },
    });
  });

  test('and all of them where nothing is in the list', () => {
    expect(judge(ONE, { X: list() })).toMatchObject({
      reason: 'rows-missing',
      got: { wrong: { entries: 4, of: 4, first: [0] } },
    });
  });

  test('in a later case', () => {
    const whole = { X: matrix([1, 2], [3, 4], [5, 6], [7, 8]) };
    expect(judge(ONE, whole, { X: matrix([3, 4]) })).toMatchObject({
      reason: 'rows-missing',
      got: { case: 1 },
    });
  });
});

test('rows that come back more often than given are counted', () => {
  const X = list(matrix([1, 2], [3, 4], [5, 6]), matrix([5, 6], [7, 8]));
  expect(judge(ONE, { X })).toEqual({
    status: 'fail',
    reason: 'rows-repeated',
    got: { case: 0, names: ['X', 'X'], wrong: { entries: 1, of: 5, first: [2] } },
  });
});

test('of rows that come back twice in the place of others, the first reason is told', () => {
  expect(judge(ONE, { X: matrix([1, 2], [1, 2], [5, 6], [7, 8]) })).toMatchObject({
    reason: 'rows-repeated',
  });
});

describe('a row is none that was given', () => {
  test.each<[string, readonly number[]]>([
    ['with numbers of its own', [9, 9]],
    ['with numbers of two rows', [5, 8]],
    ['with the difference of a rounding', [5, 6 + 1e-15]],
    ['with NaN', [5, Number.NaN]],
  ])('%s', (_, row) => {
    expect(judge(ONE, { X: matrix([1, 2], [3, 4], row, [7, 8]) })).toEqual({
      status: 'fail',
      reason: 'rows-new',
      got: { case: 0, names: ['X', 'X'], wrong: { entries: 1, of: 4, first: [2] } },
    });
  });

  test('also in an output that goes with another', () => {
    const X = matrix([1, 2], [3, 4], [5, 6], [7, 8]);
    expect(judge(PAIRS, { X, Y: matrix([0], [1], [2], [0]) })).toMatchObject({
      reason: 'rows-new',
      got: { names: ['Y', 'Y'] },
    });
  });
});

describe('what belongs together', () => {
  const X = matrix([7, 8], [3, 4], [1, 2], [5, 6]);

  test('stays together', () => {
    expect(judge(PAIRS, { X, Y: matrix([0], [1], [0], [1]) }).status).toBe('pass');
  });

  test('is torn apart where the rows of one output stand in another order', () => {
    expect(judge(PAIRS, { X, Y: matrix([0], [0], [1], [1]) })).toEqual({
      status: 'fail',
      reason: 'pairs-broken',
      got: { case: 0, names: ['X', 'Y'], wrong: { entries: 2, of: 4, first: [1] } },
    });
  });

  test('is torn apart where rows of the second stand there more often', () => {
    expect(judge(PAIRS, { X, Y: matrix([0], [0], [0], [1]) })).toMatchObject({
      reason: 'pairs-broken',
    });
  });

  test.each<[string, Value, string]>([
    ['has more rows', list(matrix([0], [1], [0]), matrix([1])), 'Y[0]'],
    ['comes in one piece', matrix([0], [1], [0], [1]), 'Y'],
    ['comes in more pieces', list(matrix([0], [1]), matrix([0], [1]), matrix([1])), 'Y[2]'],
    ['lies on its side', list(matrix([0, 1]), matrix([0, 1])), 'Y[0]'],
    ['lacks a piece', list(matrix([0], [1])), 'Y'],
  ])('has one shape: it fails where the second %s', (_, Y, at) => {
    const pieces = list(matrix([7, 8], [3, 4]), matrix([1, 2], [5, 6]));
    expect(judge(PAIRS, { X: pieces, Y })).toMatchObject({
      reason: 'wrong-shape',
      got: { names: [at] },
    });
  });
});

describe('places of a list that hold nothing', () => {
  const empty = (columns: number): Value => ({ kind: 'matrix', rows: 0, columns, data: [] });
  const [front, back] = [matrix([1, 2], [3, 4]), matrix([5, 6], [7, 8])];
  const [first, second] = [matrix([0], [1]), matrix([1], [0])];

  test('count where the other output has a batch there', () => {
    const X = list(front, empty(2), back);
    expect(judge(PAIRS, { X, Y: list(first, second, empty(1)) })).toMatchObject({
      status: 'fail',
      reason: 'wrong-shape',
      got: { names: ['Y[1]'], shape: { yours: [2, 1], expected: [0, 1] } },
    });
  });

  test('count where the other output has no such place', () => {
    const X = list(front, back, empty(2));
    expect(judge(PAIRS, { X, Y: list(first, second) })).toMatchObject({ reason: 'wrong-shape' });
  });

  test.each<[string, Value]>([
    ['of no rows', empty(1)],
    ['of no width either', list()],
    ['of a list of numbers', numbers()],
  ])('do not count where all outputs have nothing there: %s', (_, nothingThere) => {
    const X = list(front, empty(2), back);
    expect(judge(PAIRS, { X, Y: list(first, nothingThere, second) }).status).toBe('pass');
  });
});

describe('the order is a new one', () => {
  const given = matrix([1, 2], [3, 4], [5, 6], [7, 8]);
  const other = matrix([7, 8], [3, 4], [1, 2], [5, 6]);
  const third = matrix([3, 4], [7, 8], [1, 2], [5, 6]);
  const NEW: Settings = { ...ONE, newOrder: true };
  const TWO: Settings = { arrangements: [{ first: 'X' }, { second: 'X' }], newOrder: true };

  test('where it differs from that of the input', () => {
    expect(judge(NEW, { X: other }).status).toBe('pass');
  });

  test('but not where it is that of the input', () => {
    expect(judge(NEW, { X: given })).toEqual({
      status: 'fail',
      reason: 'order-kept',
      got: { case: 0, names: ['X'] },
    });
  });

  test('but not where the input is merely cut into pieces', () => {
    const pieces = list(matrix([1, 2]), matrix([3, 4], [5, 6]), matrix([7, 8]));
    expect(judge(NEW, { X: pieces })).toMatchObject({ reason: 'order-kept' });
  });

  test('where it differs from the one before', () => {
    expect(judge(TWO, { first: other, second: third }).status).toBe('pass');
  });

  test('but not where it is the one before', () => {
    expect(judge(TWO, { first: other, second: other })).toEqual({
      status: 'fail',
      reason: 'order-kept',
      got: { case: 0, names: ['second', 'first'] },
    });
  });

  test('but not where it is that of the input in an arrangement of other outputs', () => {
    const arrangements = [{ first: 'X' }, { second: 'X', labels: 'Y' }];
    const labels = matrix([0], [1], [1], [0]);
    const returned = { first: other, second: given, labels };
    expect(judge({ arrangements, newOrder: true }, returned)).toMatchObject({
      reason: 'order-kept',
      got: { names: ['second'] },
    });
  });

  test('and that is asked when the rows are right alone', () => {
    expect(judge(TWO, { first: other, second: matrix([1, 2]) })).toMatchObject({
      reason: 'rows-missing',
      got: { names: ['second', 'X'] },
    });
  });

  test('and without being asked for, an old one is as good', () => {
    expect(judge(ONE, { X: given }).status).toBe('pass');
  });

  test('and where all rows are alike, an author has to mend it', () => {
    const alike = record({ X: matrix([1], [1]) });
    const judged = judgedCase({ input: alike, returned: alike });
    expect(judgeCases(NEW, judged)).toEqual({
      status: 'error',
      reason: 'reference-failed',
      got: { case: 0 },
    });
  });
});

describe('outputs of which no rows can be read fail', () => {
  test.each<[string, Value, string]>([
    ['nothing', nothing, 'nothing-returned'],
    ['a text', text('X'), 'not-numbers'],
    ['a list of texts', list(text('X')), 'not-numbers'],
    ['a single number', number(1), 'wrong-shape'],
    ['a matrix of another width', matrix([1, 2, 3]), 'wrong-shape'],
    ['a list of numbers that is no row', numbers(1, 2, 3), 'wrong-shape'],
  ])('%s', (_, X, reason) => {
    expect(judge(ONE, { X })).toMatchObject({ status: 'fail', reason, got: { case: 0 } });
  });

  test('an output that is not there', () => {
    expect(judge(ONE, {})).toMatchObject({ reason: 'nothing-returned', got: { names: ['X'] } });
  });
});

test('where the input has no such rows, an author has to mend it', () => {
  const X = matrix([1, 2], [3, 4], [5, 6], [7, 8]);
  expect(judge({ arrangements: [{ X: 'Q' }] }, { X })).toEqual({
    status: 'error',
    reason: 'reference-failed',
    got: { case: 0, names: ['Q'] },
  });
});

test('what is tried is told, with all outputs in their order', () => {
  const arrangements = [
    { 'first.X': 'X', 'first.Y': 'Y' },
    { 'second.X': 'X', 'second.Y': 'Y' },
  ];
  expect(kind.tried({ arrangements })).toEqual({
    against: 'a rule',
    output: 'first.X, first.Y, second.X, second.Y',
  });
});

test.each<unknown>([{}, { arrangements: [] }, { arrangements: [{}] }, { ...ONE, order: 'new' }])(
  'settings that ask for no rows are refused: %j',
  (settings) => {
    expect(firstProblem(kind.settings, settings)).not.toBeNull();
  },
);
