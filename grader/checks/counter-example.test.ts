import { describe, expect, test } from 'vitest';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { list, matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './counter-example.ts';

const SETTINGS = { X: 'X', Y: 'Y', atMost: 12, within: 10 } as const;

const judge = (...returned: readonly Value[]) =>
  kind.judge({
    settings: SETTINGS,
    cases: returned.map((each) => judgedCase({ returned: each })),
    facts: null,
  });
const set = (X: Value, Y: Value): Value => record({ X, Y });

const SQUARE = matrix([0, 0], [0, 1], [1, 0], [1, 1]);
const XOR = matrix([0], [1], [1], [0]);

describe('a data set that bends passes', () => {
  test.each<[string, Value]>([
    ['XOR', set(SQUARE, XOR)],
    ['with its labels in a list', set(SQUARE, numbers(0, 1, 1, 0))],
    [
      'with its points as a list of pairs',
      set(list(numbers(0, 0), numbers(0, 1), numbers(1, 0), numbers(1, 1)), XOR),
    ],
    ['with a label of -0', set(SQUARE, numbers(-0, 1, 1, 0))],
    ['three in a row', set(matrix([0, 0], [1, 1], [2, 2]), numbers(0, 1, 0))],
    [
      'with a point twice',
      set(matrix([0, 0], [0, 1], [1, 0], [1, 1], [1, 1]), numbers(0, 1, 1, 0, 0)),
    ],
  ])('%s', (_, returned) => {
    expect(judge(returned).status).toBe('pass');
  });

  test('with the share of its points that a line gets right', () => {
    expect(judge(set(SQUARE, XOR)).got.measured).toBe(0.75);
  });
});

test('of several cases the lowest share is told', () => {
  const bent = set(matrix([0, 0], [0, 1], [1, 0], [1, 1], [2, 2]), numbers(0, 1, 1, 0, 0));
  expect(judge(set(SQUARE, XOR), bent).got.measured).toBe(0.75);
});

describe('a data set that does not show what it should fails', () => {
  test('fits-a-line: with how many points a line gets right', () => {
    expect(judge(set(SQUARE, numbers(0, 0, 0, 1)))).toEqual({
      status: 'fail',
      reason: 'fits-a-line',
      got: { case: 0, measured: 1, wrong: { entries: 0, of: 4, first: [] } },
    });
  });

  test('no-network-fits: with what the line and the network get', () => {
    const places = Array.from({ length: 12 }, (_, nth) => [nth - 6, 0]);
    const labels = places.map((_, nth) => nth % 2);
    const finding = judge(set(matrix(...places), numbers(...labels)));
    expect(finding).toMatchObject({ status: 'fail', reason: 'no-network-fits' });
    expect(finding.got.measured).toBeCloseTo(7 / 12, 12);
    expect(finding.got.wrong?.of).toBe(12);
  });

  test('with the number of its case', () => {
    const line = set(SQUARE, numbers(0, 0, 1, 1));
    expect(judge(set(SQUARE, XOR), line).got.case).toBe(1);
  });
});

describe('what is no data set fails', () => {
  const many = Array.from({ length: 13 }, (_, nth) => [nth / 13, 0]);
  test.each<[string, Value, string, number | undefined, readonly string[]]>([
    ['too few points', set(matrix([0, 0], [1, 1]), numbers(0, 1)), 'too-few', 2, ['X']],
    [
      'too many points',
      set(matrix(...many), numbers(...many.map((_, nth) => nth % 2))),
      'too-many',
      13,
      ['X'],
    ],
    [
      'a point that is too far out',
      set(matrix([0, 0], [0, 1], [1, -11], [1, 1]), XOR),
      'too-far',
      -11,
      ['X[2][1]'],
    ],
    ['a label of 2', set(SQUARE, numbers(0, 1, 2, 0)), 'other-label', 2, ['Y[2]']],
    ['a label of a half', set(SQUARE, numbers(0.5, 1, 1, 0)), 'other-label', 0.5, ['Y[0]']],
    ['labels of -1 and 1', set(SQUARE, numbers(-1, 1, 1, -1)), 'other-label', -1, ['Y[0]']],
    ['one class alone', set(SQUARE, numbers(1, 1, 1, 1)), 'one-class', 1, ['Y']],
    [
      'one place with both labels',
      set(matrix([0, 0], [0, 1], [1, 0], [0, 1]), XOR),
      'contradiction',
      undefined,
      ['X[1]', 'X[3]'],
    ],
  ])('%s', (_, returned, words, measured, names) => {
    expect(judge(returned)).toMatchObject({
      status: 'fail',
      reason: 'not-a-data-set',
      got: { case: 0, words, names, ...(measured === undefined ? {} : { measured }) },
    });
  });

  test.each<[string, Value, string]>([
    ['nothing', nothing, 'nothing-returned'],
    ['points without labels', record({ X: SQUARE }), 'nothing-returned'],
    ['labels in words', set(SQUARE, text('0110')), 'not-numbers'],
    ['a number for points', set(number(4), XOR), 'wrong-shape'],
    [
      'three coordinates',
      set(matrix([0, 0, 1], [0, 1, 1], [1, 0, 1]), numbers(0, 1, 0)),
      'wrong-shape',
    ],
    ['a column a point', set(matrix([0, 0, 1, 1], [0, 1, 0, 1]), XOR), 'wrong-shape'],
    ['a label too few', set(SQUARE, numbers(0, 1, 1)), 'wrong-shape'],
    [
      'labels with a column a class',
      set(SQUARE, matrix([1, 0], [0, 1], [0, 1], [1, 0])),
      'wrong-shape',
    ],
    ['a row of labels', set(SQUARE, matrix([0, 1, 1, 0])), 'wrong-shape'],
    ['no points at all', set(numbers(), numbers()), 'wrong-shape'],
    [
      'NaN for a coordinate',
      set(matrix([0, 0], [0, Number.NaN], [1, 0], [1, 1]), XOR),
      'not-finite',
    ],
    [
      'an infinite coordinate',
      set(matrix([0, 0], [0, 1], [Number.POSITIVE_INFINITY, 0], [1, 1]), XOR),
      'not-finite',
    ],
    ['NaN for a label', set(SQUARE, numbers(Number.NaN, 1, 1, 0)), 'not-finite'],
  ])('%s', (_, returned, reason) => {
    expect(judge(returned)).toMatchObject({ status: 'fail', reason, got: { case: 0 } });
  });
});

test('what is tried is told as a rule', () => {
  expect(kind.tried(SETTINGS)).toEqual({ against: 'a rule', output: 'X, Y' });
});

test('more points than can be judged in time cannot be asked for', () => {
  expect(firstProblem(kind.settings, { ...SETTINGS, atMost: 100 })).toContain('/atMost');
});
