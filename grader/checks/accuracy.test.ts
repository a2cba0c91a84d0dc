import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { list, matrix, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './accuracy.ts';

const SETTINGS = {
  parameters: 'parameters',
  start: 'parameters',
  hidden: 'tanh',
  output: 'sigmoid',
  atLeast: 0.75,
} as const;

/** A network of one weight: it takes what is right of `-b / w` for class 1. */
const network = (w: number, b = 0): Value => record({ W1: matrix([w]), b1: numbers(b) });

/** Four points, of which those right of zero are of class 1. */
const TRUTH = record({ X: matrix([-2], [-1], [1], [2]), labels: numbers(0, 0, 1, 1) });

/** A training from a network that knows nothing to the one given. */
const trainedTo = (trained: Value, own: Partial<JudgedCase> = {}): JudgedCase =>
  judgedCase({
    input: record({ parameters: network(0) }),
    truth: TRUTH,
    returned: record({ parameters: trained }),
    ...own,
  });

const judge = (
  cases: readonly JudgedCase[],
  own: { atLeast?: number; parameters?: string; start?: string } = {},
) => kind.judge({ settings: { ...SETTINGS, ...own }, cases, facts: null });

describe('a network that learned passes', () => {
  test('with the accuracy that was measured', () => {
    expect(judge([trainedTo(network(1))])).toEqual({ status: 'pass', got: { measured: 1 } });
  });

  test('when it gets just as many right as are asked for', () => {
    // The boundary lies at 1.5, so that the point at 1 is taken for class 0.
    expect(judge([trainedTo(network(1, -1.5))])).toEqual({
      status: 'pass',
      got: { measured: 0.75 },
    });
  });

  test('with the lowest accuracy of all cases', () => {
    const cases = [network(1), network(1, -1.5), network(1)].map((each) => trainedTo(each));
    expect(judge(cases).got.measured).toBe(0.75);
  });

  test('when its layers come in a list', () => {
    const layers = (w: number) => list(record({ W: matrix([w]), b: numbers(0) }));
    const input = record({ parameters: layers(0) });
    expect(judge([trainedTo(layers(1), { input })]).status).toBe('pass');
  });

  test('when it comes with more than was asked for', () => {
    const trained = record({ W1: matrix([1]), b1: numbers(0), W2: matrix([1]), steps: number(9) });
    expect(judge([trainedTo(trained)]).status).toBe('pass');
  });

  test('when its biases are a matrix of one row', () => {
    const trained = record({ W1: matrix([1]), b1: matrix([0]) });
    expect(judge([trainedTo(trained)]).status).toBe('pass');
  });
});

describe('a network that did not learn enough fails', () => {
  test('below-threshold: with the accuracy that was measured', () => {
    expect(judge([trainedTo(network(1, -1.5))], { atLeast: 0.8 })).toEqual({
      status: 'fail',
      reason: 'below-threshold',
      got: { case: 0, measured: 0.75 },
    });
  });

  test.each<[string, Value]>([
    ['it is as it was', network(0)],
    ['it learned the opposite', network(-1)],
    ['it is all NaN', network(Number.NaN)],
  ])('loss-does-not-fall: %s', (_, trained) => {
    expect(judge([trainedTo(trained)])).toMatchObject({
      status: 'fail',
      reason: 'loss-does-not-fall',
    });
  });

  test('with the number of its case', () => {
    expect(judge([trainedTo(network(1)), trainedTo(network(0))]).got.case).toBe(1);
  });
});

test('one answer that is sure and wrong does not undo what a network learned', () => {
  const X = matrix(...[-2, -1, 1, 2, 60].map((x) => [x]));
  // The point at 60 is of class 0, against all appearance.
  const truth = record({ X, labels: numbers(0, 0, 1, 1, 0) });
  const input = record({ parameters: network(-30) });
  expect(judge([trainedTo(network(1), { truth, input })]).status).toBe('pass');
});

describe('parameters that are no network fail', () => {
  test.each<[string, Value, string, string]>([
    ['a text', text('W1'), 'nothing-returned', 'parameters.W1'],
    ['weights alone', record({ W1: matrix([1]) }), 'nothing-returned', 'parameters.b1'],
    ['a word', record({ W1: text('one'), b1: numbers(0) }), 'not-numbers', 'parameters.W1'],
    [
      'turned weights',
      record({ W1: matrix([1, 1]), b1: numbers(0) }),
      'wrong-shape',
      'parameters.W1',
    ],
  ])('%s', (_, trained, reason, name) => {
    expect(judge([trainedTo(trained)])).toMatchObject({
      status: 'fail',
      reason,
      got: { case: 0, names: [name] },
    });
  });

  test('when they are not there', () => {
    const absent = trainedTo(network(1), { returned: record({}) });
    expect(judge([absent])).toMatchObject({ status: 'fail', got: { words: 'nothing' } });
  });

  test('when the first layer takes other inputs than the points have', () => {
    const trained = record({ W1: matrix([1], [5]), b1: numbers(0) });
    expect(judge([trainedTo(trained)]).status).toBe('fail');
  });
});

describe('what is judged has the shape of the start', () => {
  const layer = (W: Value, b: Value): Value => record({ W, b });
  const hidden = layer(matrix([1]), matrix([0]));
  const last = layer(matrix([1]), matrix([0]));
  const input = record({ parameters: list(layer(matrix([0]), matrix([0])), last) });
  const places = { 0: hidden, 1: last };

  test.each<[string, Record<string, Value>]>([
    ['with layers of its own beside', { ...places, W1: matrix([1]), b1: numbers(0) }],
    ['and nothing else', places],
  ])('not-numbers: a record that has the places of a list %s', (_, fields) => {
    expect(judge([trainedTo(record(fields), { input })])).toEqual({
      status: 'fail',
      reason: 'not-numbers',
      got: {
        case: 0,
        names: ['parameters'],
        words: `an object with ${Object.keys(fields).join(', ')}`,
      },
    });
  });

  test('not-numbers: a record in the place of a list further inside', () => {
    const nested = record({ parameters: record({ layers: list(hidden, last) }) });
    const returned = record({ parameters: record({ layers: record(places) }) });
    const settings = { parameters: 'parameters.layers', start: 'parameters.layers' };
    expect(judge([trainedTo(number(0), { input: nested, returned })], settings)).toMatchObject({
      reason: 'not-numbers',
      got: { names: ['parameters.layers'] },
    });
  });

  test('nothing-returned: a list that is too short', () => {
    expect(judge([trainedTo(list(hidden), { input })])).toMatchObject({
      reason: 'nothing-returned',
      got: { names: ['parameters.1.W'] },
    });
  });

  test.each<[string, Value]>([
    ['more layers than asked for', list(hidden, last, layer(matrix([-1]), matrix([0])))],
    ['a flat list for a weight of one row', list(layer(numbers(1), numbers(0)), last)],
  ])('and passes with %s', (_, trained) => {
    expect(judge([trainedTo(trained, { input })]).status).toBe('pass');
  });
});

describe('what an author left out is our error', () => {
  test.each<[string, Partial<JudgedCase>]>([
    ['no held-out points', { truth: null }],
    ['points without labels', { truth: record({ X: matrix([1]) }) }],
    ['no parameters to start from', { input: record({}) }],
    ['a number to start from', { input: record({ parameters: number(1) }) }],
  ])('%s', (_, own) => {
    expect(judge([trainedTo(network(1), own)])).toMatchObject({
      status: 'error',
      reason: 'reference-failed',
      got: { case: 0 },
    });
  });
});

test('what is tried is told with the threshold', () => {
  expect(kind.tried(SETTINGS)).toEqual({
    against: 'held-out data',
    output: 'parameters',
    threshold: 0.75,
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

test('guesses are the start as it was given and the larger class, a point apart at least', () => {
  const cases = [trainedTo(network(1), { input: record({ parameters: network(-1) }) })];
  expect(kind.guesses?.({ settings: SETTINGS, cases, facts: null })).toEqual({
    step: 0.25,
    measured: { 'the untrained start': 0, 'the larger class': 0.5 },
  });
});
