import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './gradient.ts';

const SETTINGS = { gradients: { dW: 'W' } };

/** A case whose loss has these slopes at W; the two step widths agree unless told otherwise. */
const caseOf = (returned: Value, coarse: Value, fine: Value = coarse): JudgedCase =>
  judgedCase({ returned: record({ dW: returned }), slopes: { W: { coarse, fine } } });

const judge = (
  cases: readonly JudgedCase[],
  settings: Parameters<typeof kind.tried>[0] = SETTINGS,
) => kind.judge({ settings, cases, facts: null });

/** A row of n ones. */
const ones = (n: number) => Array.from({ length: n }, () => 1);
/** A row of ones with another number in front. */
const startingWith = (first: number, n: number) => numbers(first, ...ones(n - 1));

describe('a gradient that agrees with the slopes passes', () => {
  test('when it is the slope', () => {
    expect(judge([caseOf(matrix([1, -2]), matrix([1, -2]))]).status).toBe('pass');
  });

  test('when it is off by what differences are off by', () => {
    expect(judge([caseOf(number(1), number(1 + 1e-9))]).status).toBe('pass');
  });

  test('with the largest margin and how much was skipped', () => {
    const settings = { ...SETTINGS, tolerance: { absolute: 1, relative: 0 } };
    const cases = [caseOf(number(1.25), number(1)), caseOf(number(1.125), number(1))];
    expect(judge(cases, settings)).toEqual({
      status: 'pass',
      got: { margin: 0.25, skipped: { entries: 0, of: 2 } },
    });
  });
});

describe('a gradient that does not agree fails', () => {
  test.each<[string, string, Value, Value]>([
    ['gradient-differs', 'a factor of m', number(7), number(1)],
    ['gradient-differs', 'the wrong sign', number(-1), number(1)],
    ['gradient-differs', 'a zero where there is a slope', number(0), number(1e-3)],
    ['wrong-shape', 'a transposed gradient', matrix([1, 2]), matrix([1], [2])],
    ['not-finite', 'a NaN', number(Number.NaN), number(1)],
    ['not-numbers', 'a text', text('1'), number(1)],
  ])('%s: %s', (reason, _, returned, slope) => {
    expect(judge([caseOf(returned, slope)])).toMatchObject({ status: 'fail', reason });
  });

  test('nothing-returned: a gradient that is not there', () => {
    const absent = judgedCase({ slopes: { W: { coarse: number(1), fine: number(1) } } });
    expect(judge([absent])).toMatchObject({ reason: 'nothing-returned' });
  });

  test('with the case, the name and the worst entry', () => {
    const right = caseOf(numbers(1, 2), numbers(1, 2));
    const wrong = caseOf(numbers(1, 3), numbers(1, 2));
    expect(judge([right, wrong]).got).toMatchObject({
      case: 1,
      names: ['dW'],
      worst: { index: [1], yours: 3, error: 1 },
      wrong: { entries: 1, of: 2 },
    });
  });

  test('with the largest margin of all gradients and cases, though another departs first', () => {
    const tolerance = { absolute: 1, relative: 0 };
    const cases = [2, 0, 64, 8].map((dW) => caseOf(numbers(dW), numbers(0)));
    expect(judge(cases, { gradients: { dW: 'W' }, tolerance }).got).toMatchObject({
      case: 0,
      margin: 64,
    });
  });

  test('also when it is the last of several', () => {
    const slopes = {
      W: { coarse: number(1), fine: number(1) },
      b: { coarse: number(1), fine: number(1) },
    };
    const returned = record({ dW: number(1), db: number(2) });
    const settings = { gradients: { dW: 'W', db: 'b' } };
    expect(judge([judgedCase({ slopes, returned })], settings).got.names).toEqual(['db']);
  });
});

describe('an entry at which the step widths disagree is a kink', () => {
  test('that is skipped, however wrong the gradient is there', () => {
    const kink = caseOf(startingWith(0, 20), startingWith(0.5, 20), startingWith(0.05, 20));
    expect(judge([kink])).toEqual({
      status: 'pass',
      got: { margin: 0, skipped: { entries: 1, of: 20 } },
    });
  });

  test('also when the difference there is NaN', () => {
    const kink = caseOf(startingWith(0, 20), startingWith(Number.NaN, 20));
    expect(judge([kink])).toMatchObject({ status: 'pass', got: { skipped: { entries: 1 } } });
  });

  test('but where they agree to four digits there is none', () => {
    const slightly = caseOf(startingWith(3, 20), startingWith(1, 20), startingWith(1.00005, 20));
    expect(judge([slightly])).toMatchObject({ status: 'fail', reason: 'gradient-differs' });
  });

  test('and the entries beside it still count', () => {
    const returned = numbers(0, 2, ...ones(18));
    const kink = caseOf(returned, startingWith(0.5, 20), startingWith(0.05, 20));
    expect(judge([kink])).toMatchObject({
      status: 'fail',
      got: { worst: { index: [1] }, skipped: { entries: 1, of: 20 } },
    });
  });

  test('and a gradient that is not finite there fails all the same', () => {
    const returned = startingWith(Number.POSITIVE_INFINITY, 20);
    const kink = caseOf(returned, startingWith(0.5, 20), startingWith(0.05, 20));
    expect(judge([kink])).toMatchObject({ status: 'fail', reason: 'not-finite' });
  });
});

describe('with too many kinks nothing can be judged', () => {
  /** A case with one kink among n entries. */
  const oneKinkIn = (n: number) =>
    caseOf(startingWith(0, n), startingWith(0.5, n), startingWith(0.05, n));

  test('one in ten is not too many', () => {
    expect(judge([oneKinkIn(10)]).status).toBe('pass');
  });

  test('a little more is, over all cases', () => {
    expect(judge([oneKinkIn(9), oneKinkIn(10)])).toMatchObject({
      status: 'error',
      reason: 'too-many-kinks',
      got: { skipped: { entries: 2, of: 19 } },
    });
  });

  test('many in one case are not, where the others have none', () => {
    const without = caseOf(numbers(...ones(10)), numbers(...ones(10)));
    expect(judge([oneKinkIn(5), without]).status).toBe('pass');
  });

  test('a gradient that is wrong elsewhere fails before', () => {
    const returned = numbers(0, 5, 1);
    const slopes = [numbers(0.5, 1, 1), numbers(0.05, 1, 1)] as const;
    expect(judge([caseOf(returned, ...slopes)]).status).toBe('fail');
  });
});

describe('slopes that the reference does not give are our error', () => {
  test.each<[string, JudgedCase['slopes']]>([
    ['no slopes at all', null],
    ['none of this parameter', { b: { coarse: number(1), fine: number(1) } }],
    ['no numbers', { W: { coarse: text('1'), fine: number(1) } }],
  ])('%s', (_, slopes) => {
    expect(judge([judgedCase({ slopes, returned: record({ dW: number(1) }) })])).toMatchObject({
      status: 'error',
      reason: 'reference-failed',
      got: { names: ['W'] },
    });
  });
});

test('what is tried is told with the names and the tolerance that is used', () => {
  expect(kind.tried({ gradients: { dW: 'W', db: 'b' } })).toEqual({
    against: 'differences',
    output: 'dW, db',
    tolerance: { absolute: 1e-7, relative: 1e-5 },
  });
});

test('settings name at least one gradient', () => {
  expect(firstProblem(kind.settings, { gradients: {} })).toContain('/gradients');
});
