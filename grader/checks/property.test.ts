import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './property.ts';

type Settings = Parameters<typeof kind.tried>[0];

const judge = (settings: Settings, ...cases: readonly JudgedCase[]) =>
  kind.judge({ settings, cases, facts: null });

/** A case that returned this as `P`, where something of the shape of `due` was expected. */
const returning = (P: Value, due = P) =>
  judgedCase({ returned: record({ P }), expected: record({ P: due }) });

describe('a function is pure', () => {
  const pure = { rule: 'pure' } as const;
  const watched = (own: Partial<JudgedCase> = {}) =>
    judgedCase({ changed: [], repeats: true, returned: number(1), ...own });

  test('when it changes nothing and returns the same again', () => {
    expect(judge(pure, watched()).status).toBe('pass');
  });

  test('but not when an input changed', () => {
    expect(judge(pure, watched(), watched({ changed: ['cache.A1', 'Y'] }))).toEqual({
      status: 'fail',
      reason: 'input-changed',
      got: { case: 1, names: ['cache.A1', 'Y'] },
    });
  });

  test('but not when it returns something else again', () => {
    expect(judge(pure, watched({ repeats: false }))).toEqual({
      status: 'fail',
      reason: 'not-repeatable',
      got: { case: 0 },
    });
  });

  test.each<[string, Value]>([
    ['nothing', nothing],
    ['an object of nothing', record({ A: nothing })],
  ])('but not when it returns %s: to do nothing is no merit', (_, returned) => {
    expect(judge(pure, watched({ returned }))).toMatchObject({
      status: 'fail',
      reason: 'nothing-returned',
    });
  });

  test.each<Partial<JudgedCase>>([{ changed: null }, { repeats: null }])(
    'and nobody knows where the probe is not watched: %j',
    (own) => {
      expect(judge(pure, watched(own))).toEqual({
        status: 'error',
        reason: 'reference-failed',
        got: { case: 0 },
      });
    },
  );
});

describe('numbers are finite', () => {
  const finite: Settings = { rule: 'finite', outputs: ['P'] };

  test('when all of them are', () => {
    expect(judge(finite, returning(matrix([1, -1e300]))).status).toBe('pass');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'but not with a %d among them',
    (entry) => {
      expect(judge(finite, returning(matrix([1, 2], [3, entry])))).toMatchObject({
        status: 'fail',
        reason: 'not-finite',
        got: { case: 0, names: ['P'], worst: { index: [1, 1] } },
      });
    },
  );
});

describe('rows add up to one', () => {
  const sums: Settings = { rule: 'rows-add-to-one', outputs: ['P'] };

  test('when every row does', () => {
    expect(judge(sums, returning(matrix([0.25, 0.75], [1, 0]))).status).toBe('pass');
  });

  test('to the last digits of a float', () => {
    expect(judge(sums, returning(numbers(0.1, 0.2, 0.3, 0.4))).status).toBe('pass');
  });

  test('with how much of what is allowed the worst row used', () => {
    const off = numbers(0.5, 0.5 + 2.5e-10);
    const { got } = judge(sums, returning(numbers(0.5, 0.5)), returning(off));
    expect(got.margin).toBeCloseTo(0.25, 3);
  });

  test('but not when a row does not, which is named', () => {
    expect(judge(sums, returning(matrix([0.5, 0.5], [0.5, 0.25])))).toEqual({
      status: 'fail',
      reason: 'rows-do-not-add-up',
      got: {
        case: 0,
        margin: expect.closeTo(2.5e8, 0),
        names: ['P'],
        worst: { index: [1], yours: 0.75, error: 0.25, allowed: 1e-9 },
        wrong: { entries: 1, of: 2, first: [1] },
      },
    });
  });

  test('but not when the columns do in their place', () => {
    expect(judge(sums, returning(matrix([0.25, 0.5], [0.75, 0.5])))).toMatchObject({
      reason: 'rows-do-not-add-up',
    });
  });

  test('but not with a NaN in a row', () => {
    expect(judge(sums, returning(matrix([Number.NaN, 1])))).toMatchObject({
      reason: 'rows-do-not-add-up',
    });
  });

  test.each<[string, Value]>([
    ['the rows are empty', { kind: 'matrix', rows: 3, columns: 0, data: [] }],
    ['there is just a 1', matrix([1])],
  ])('but not when %s', (_, P) => {
    expect(judge(sums, returning(P, matrix([0.5, 0.5], [0.5, 0.5])))).toMatchObject({
      status: 'fail',
      reason: 'wrong-shape',
    });
  });
});

describe('numbers fall', () => {
  const falling: Settings = { rule: 'falling', outputs: ['P'] };

  test('when each is below the one before', () => {
    expect(judge(falling, returning(numbers(3, 2, 1, -1))).status).toBe('pass');
  });

  test.each([
    ['rise', [3, 2, 2.5, 1], 2],
    ['stay', [3, 3], 1],
    ['rise in the end', [3, 2, 1, 1.5], 3],
  ])('but not when they %s', (_, losses, at) => {
    expect(judge(falling, returning(numbers(...losses)))).toMatchObject({
      status: 'fail',
      reason: 'does-not-fall',
      got: { case: 0, names: ['P'], worst: { index: [at], yours: losses[at] } },
    });
  });

  test('but not when one is NaN', () => {
    expect(judge(falling, returning(numbers(3, Number.NaN, 1)))).toMatchObject({
      reason: 'not-finite',
    });
  });
});

describe('an output of which nothing can be said fails', () => {
  test.each<[string, Value, string]>([
    ['it is undefined', nothing, 'nothing-returned'],
    ['it is a text', text('0.5'), 'not-numbers'],
  ])('when %s', (_, P, reason) => {
    const settings: Settings = { rule: 'finite', outputs: ['P'] };
    expect(judge(settings, returning(P, number(1)))).toMatchObject({ status: 'fail', reason });
  });

  test('when it has no entries to follow a rule', () => {
    const settings: Settings = { rule: 'falling', outputs: ['P'] };
    expect(judge(settings, returning(numbers(), numbers(2, 1))).status).toBe('fail');
  });

  test('also when another output follows the rule', () => {
    const settings: Settings = { rule: 'finite', outputs: ['P', 'Q'] };
    const expected = record({ P: number(1), Q: number(1) });
    const judged = judgedCase({ returned: record({ P: number(1) }), expected });
    expect(judge(settings, judged)).toMatchObject({ got: { names: ['Q'] } });
  });

  test('and where the reference has none either, an author has to mend it', () => {
    const settings: Settings = { rule: 'finite', outputs: ['Q'] };
    expect(judge(settings, returning(number(1))).status).toBe('error');
  });
});

describe('what is tried is told', () => {
  test('with the outputs', () => {
    expect(kind.tried({ rule: 'finite', outputs: ['P', 'Q'] })).toEqual({
      against: 'a rule',
      output: 'P, Q',
    });
  });

  test('with how far a sum may be off', () => {
    expect(kind.tried({ rule: 'rows-add-to-one', outputs: ['P'] }).tolerance).toEqual({
      absolute: 1e-9,
      relative: 0,
    });
  });

  test('without any for purity', () => {
    expect(kind.tried({ rule: 'pure' })).toEqual({ against: 'a rule', output: null });
  });
});

test('settings name a rule that there is', () => {
  expect(firstProblem(kind.settings, { rule: 'rising' })).toContain('/rule');
});
