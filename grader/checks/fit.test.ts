import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { list, matrix, number, numbers, record } from '../testing/values.ts';
import { kind } from './fit.ts';

const SETTINGS = {
  parameters: 'parameters',
  start: 'parameters',
  hidden: 'sigmoid',
  atLeast: 0.7,
} as const;

/** A line through zero: what it predicts is w times x. */
const line = (w: number): Value => record({ W1: matrix([w]), b1: numbers(0) });

/** Values that lie on the line of slope 2. */
const TRUTH = record({ X: matrix([-1], [0], [1]), targets: numbers(-2, 0, 2) });

const trainedTo = (trained: Value, own: Partial<JudgedCase> = {}): JudgedCase =>
  judgedCase({
    input: record({ parameters: line(0) }),
    truth: TRUTH,
    returned: record({ parameters: trained }),
    ...own,
  });

const judge = (cases: readonly JudgedCase[], own: { atLeast?: number } = {}) =>
  kind.judge({ settings: { ...SETTINGS, ...own }, cases, facts: null });

describe('a network that learned passes', () => {
  test('with the share that it explains', () => {
    expect(judge([trainedTo(line(2))])).toEqual({ status: 'pass', got: { measured: 1 } });
  });

  test('when it explains just as much as is asked for', () => {
    expect(judge([trainedTo(line(1))], { atLeast: 0.75 }).status).toBe('pass');
  });

  test('with the lowest share of all cases', () => {
    expect(judge([trainedTo(line(1)), trainedTo(line(2))]).got.measured).toBe(0.75);
  });

  test('when its biases are the last rows of its weights', () => {
    // Hidden units that are all but linear near 0, and 4 times as steep behind them.
    const stacked = (w: number) => record({ W1: matrix([0.1], [0]), W2: matrix([w], [-w / 2]) });
    const input = record({ parameters: stacked(0) });
    expect(judge([trainedTo(stacked(80), { input })]).status).toBe('pass');
  });
});

describe('a network that did not learn enough fails', () => {
  test('explains-too-little: with the share that it explains', () => {
    expect(judge([trainedTo(line(1))], { atLeast: 0.8 })).toEqual({
      status: 'fail',
      reason: 'explains-too-little',
      got: { case: 0, measured: 0.75 },
    });
  });

  test.each([
    ['it is as it was', 0],
    ['it learned the opposite', -1],
    ['it is NaN', Number.NaN],
    ['it has grown beyond all numbers', 1e308],
  ])('loss-does-not-fall: %s', (_, w) => {
    expect(judge([trainedTo(line(w))])).toMatchObject({
      status: 'fail',
      reason: 'loss-does-not-fall',
      got: { measured: 0 },
    });
  });

  test('with the number of its case', () => {
    expect(judge([trainedTo(line(2)), trainedTo(line(0))]).got.case).toBe(1);
  });
});

test('a share that a program claims is not looked at', () => {
  const returned = record({ parameters: line(0), explained: number(1), losses: numbers(1, 0) });
  expect(judge([trainedTo(line(0), { returned })]).status).toBe('fail');
});

test('parameters of another shape fail', () => {
  const turned = record({ W1: matrix([1, 1]), b1: numbers(0, 0) });
  expect(judge([trainedTo(turned)])).toMatchObject({ status: 'fail', reason: 'wrong-shape' });
});

test('not-numbers: a record that has the places of a list, with a network of its own beside', () => {
  const layer = record({ W: matrix([0]), b: numbers(0) });
  const input = record({ parameters: list(layer) });
  const trained = record({ 0: layer, W1: matrix([2]), b1: numbers(0) });
  expect(judge([trainedTo(trained, { input })])).toMatchObject({
    status: 'fail',
    reason: 'not-numbers',
    got: { names: ['parameters'] },
  });
});

test('a flat list stands for a weight of one row', () => {
  const flat = record({ W1: numbers(2), b1: numbers(0) });
  expect(judge([trainedTo(flat)])).toEqual({ status: 'pass', got: { measured: 1 } });
});

describe('what an author left out is our error', () => {
  test.each<[string, Partial<JudgedCase>]>([
    ['no held-out points', { truth: null }],
    ['points without values', { truth: record({ X: matrix([1]) }) }],
    ['no parameters to start from', { input: record({}) }],
    ['a number to start from', { input: record({ parameters: number(1) }) }],
  ])('%s', (_, own) => {
    expect(judge([trainedTo(line(2), own)])).toMatchObject({
      status: 'error',
      reason: 'reference-failed',
      got: { case: 0 },
    });
  });
});

test('what is tried is told with the threshold', () => {
  expect(kind.tried(SETTINGS)).toEqual({
    against: 'held-out values',
    output: 'parameters',
    threshold: 0.7,
  });
});

describe('settings', () => {
  test.each([
    ['a threshold in percent', { ...SETTINGS, atLeast: 80 }, '/atLeast'],
    ['an activation that nobody knows', { ...SETTINGS, hidden: 'gelu' }, '/hidden'],
  ])('refuse %s', (_, settings, place) => {
    expect(firstProblem(kind.settings, settings)).toContain(place);
  });
});

test('guesses are the start as it was given and the mean of the values, a point apart at least', () => {
  const cases = [trainedTo(line(2), { input: record({ parameters: line(1) }) })];
  expect(kind.guesses?.({ settings: SETTINGS, cases, facts: null })).toEqual({
    step: 1 / 3,
    measured: { 'the untrained start': 0.75, 'the mean of the values': 0 },
  });
});
