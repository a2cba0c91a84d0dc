import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { list, matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './matches.ts';

/** One case with an output `Z` on both sides. */
const caseOf = (expected: Value, returned: Value): JudgedCase =>
  judgedCase({ expected: record({ Z: expected }), returned: record({ Z: returned }) });

const judge = (
  cases: readonly JudgedCase[],
  settings: Parameters<typeof kind.tried>[0] = { outputs: ['Z'] },
) => kind.judge({ settings, cases, facts: null });

describe('outputs that agree pass', () => {
  test.each<[string, Value, Value]>([
    ['matrices', matrix([1, 2], [3, 4]), matrix([1, 2], [3, 4])],
    ['a matrix and its rows in a list', matrix([1, 2], [3, 4]), list(numbers(1, 2), numbers(3, 4))],
    ['a matrix of one row and a list', matrix([1, 2]), numbers(1, 2)],
    ['single numbers', number(1), number(1)],
    ['numbers that differ in the last digits', number(1), number(1 + 1e-12)],
    ['the same infinity', number(Number.POSITIVE_INFINITY), number(Number.POSITIVE_INFINITY)],
    ['words', text('correct'), text('correct')],
    ['flags', { kind: 'flag', flag: true }, { kind: 'flag', flag: true }],
    ['lists of words', list(text('a'), text('b')), list(text('a'), text('b'))],
  ])('%s', (_, expected, returned) => {
    expect(judge([caseOf(expected, returned)]).status).toBe('pass');
  });

  test('with the largest margin of all cases', () => {
    const cases = [1.25, 1.5, 1.125].map((z) => caseOf(number(1), number(z)));
    const settings = { outputs: ['Z'], tolerance: { absolute: 1, relative: 0 } };
    expect(judge(cases, settings)).toEqual({ status: 'pass', got: { margin: 0.5 } });
  });

  test('whatever else was returned', () => {
    const returned = record({ Z: number(1), more: text('x') });
    expect(judge([judgedCase({ expected: record({ Z: number(1) }), returned })]).status).toBe(
      'pass',
    );
  });
});

describe('an output that does not agree fails', () => {
  test.each<[string, string, Value, Value]>([
    ['nothing-returned', 'undefined in place of a matrix', matrix([1]), nothing],
    ['nothing-returned', 'null in place of a word', text('a'), { kind: 'nothing', what: 'null' }],
    ['not-numbers', 'a text in place of a matrix', matrix([1]), text('1')],
    [
      'not-numbers',
      'rows of different lengths',
      matrix([1, 2], [3, 4]),
      list(numbers(1, 2), numbers(3)),
    ],
    ['wrong-shape', 'a transposed matrix', matrix([1, 2, 3]), matrix([1], [2], [3])],
    ['wrong-shape', 'a list in place of a column', matrix([1], [2]), numbers(1, 2)],
    ['not-finite', 'a NaN', matrix([1, 2]), matrix([1, Number.NaN])],
    ['not-finite', 'an infinity', number(1), number(Number.POSITIVE_INFINITY)],
    ['values-differ', 'another number', number(1), number(1.001)],
    ['values-differ', 'another sign', number(1), number(-1)],
    ['words-differ', 'another word', text('correct'), text('suspicious')],
    ['words-differ', 'another case of the letters', text('a'), text('A')],
    ['words-differ', 'another flag', { kind: 'flag', flag: true }, { kind: 'flag', flag: false }],
    ['words-differ', 'a number in place of a flag', { kind: 'flag', flag: true }, number(1)],
    [
      'words-differ',
      'words in another order',
      list(text('a'), text('b')),
      list(text('b'), text('a')),
    ],
  ])('%s: %s', (reason, _, expected, returned) => {
    expect(judge([caseOf(expected, returned)])).toMatchObject({ status: 'fail', reason });
  });

  test('nothing-returned: an output that is not there', () => {
    const absent = judgedCase({ expected: record({ Z: number(1) }) });
    expect(judge([absent])).toMatchObject({
      status: 'fail',
      reason: 'nothing-returned',
      got: { words: 'nothing' },
    });
  });

  test('values-differ: a finite number where an infinity is due', () => {
    expect(judge([caseOf(number(Number.POSITIVE_INFINITY), number(5))])).toMatchObject({
      reason: 'values-differ',
    });
  });

  test('with the case and the name', () => {
    const cases = [caseOf(number(1), number(1)), caseOf(number(1), number(2))];
    expect(judge(cases).got).toMatchObject({ case: 1, names: ['Z'] });
  });

  test('with the worst entry and how many there are', () => {
    const expected = matrix([1, 2, 3], [4, 5, 6]);
    const returned = matrix([1, 2.5, 3], [4, 5, 9]);
    expect(judge([caseOf(expected, returned)]).got).toMatchObject({
      worst: { index: [1, 2], yours: 9, error: 3 },
      wrong: { entries: 2, of: 6 },
    });
  });

  test('with the largest margin of all outputs and cases, though another departs first', () => {
    const settings = { outputs: ['Z', 'A'], tolerance: { absolute: 1, relative: 0 } };
    const at = (Z: number, A: number) => record({ Z: number(Z), A: number(A) });
    const cases = [
      [2, 0.5],
      [3, 64],
      [0, 8],
    ].map(([Z = 0, A = 0]) => judgedCase({ expected: at(0, 0), returned: at(Z, A) }));
    expect(judge(cases, settings).got).toMatchObject({ case: 0, names: ['Z'], margin: 64 });
  });

  test('with the margin of what could be compared, where a later output is no number', () => {
    const settings = { outputs: ['Z'], tolerance: { absolute: 1, relative: 0 } };
    const cases = [number(2), nothing, number(Number.NaN), number(4)].map((Z) =>
      caseOf(number(0), Z),
    );
    expect(judge(cases, settings).got).toMatchObject({ case: 0, margin: 4 });
  });

  test('at the first of several outputs, in the order in which data flows', () => {
    const expected = record({ Z1: number(1), A1: number(1) });
    const returned = record({ Z1: number(2), A1: number(2) });
    expect(
      judge([judgedCase({ expected, returned })], { outputs: ['Z1', 'A1'] }).got.names,
    ).toEqual(['Z1']);
  });
});

describe('the tolerance', () => {
  const close = [caseOf(number(1), number(1.25))];

  test('of the settings is used', () => {
    const tolerance = { absolute: 0.5, relative: 0 };
    expect(judge(close, { outputs: ['Z'], tolerance }).status).toBe('pass');
  });

  test('is tight where the settings are silent', () => {
    expect(judge([caseOf(number(1), number(1.000001))]).status).toBe('fail');
  });
});

test('a path leads to an output deep inside', () => {
  const value = (z: number) => record({ cache: record({ Z: number(z) }) });
  const cases = [judgedCase({ expected: value(1), returned: value(2) })];
  expect(judge(cases, { outputs: ['cache.Z'] }).got.names).toEqual(['cache.Z']);
});

test('an output that the reference lacks is our error', () => {
  expect(judge([judgedCase({ returned: record({ Z: number(1) }) })])).toEqual({
    status: 'error',
    reason: 'reference-failed',
    got: { names: ['Z'] },
  });
});

test('what is tried is told with the names and the tolerance that is used', () => {
  expect(kind.tried({ outputs: ['Z1', 'A1'] })).toEqual({
    against: 'reference',
    output: 'Z1, A1',
    tolerance: { absolute: 1e-9, relative: 1e-7 },
  });
});

describe('settings', () => {
  test('name at least one output', () => {
    expect(firstProblem(kind.settings, { outputs: [] })).toContain('/outputs');
  });

  test('know no other field', () => {
    expect(firstProblem(kind.settings, { outputs: ['Z'], output: 'Z' })).toContain('"output"');
  });
});
