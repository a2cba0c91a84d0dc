import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { generator, normal } from '../sandbox/inside/fixtures.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './spread.ts';

type Settings = Parameters<typeof kind.tried>[0];

const SETTINGS: Settings = { outputs: { W: 'deviation' } };
const DRAWS = 400;

const draw = (one: (rng: () => number) => number, seed = 'draws', count = DRAWS): Value => {
  const rng = generator(seed);
  return numbers(...Array.from({ length: count }, () => one(rng)));
};

/** A case that returned this as `W`, where normal draws with the standard deviation 0.5 are due. */
const returning = (W: Value, own: Partial<JudgedCase> = {}): JudgedCase =>
  judgedCase({
    truth: record({ deviation: number(0.5) }),
    expected: record({ W: draw((rng) => 0.5 * normal(rng), 'reference') }),
    returned: record({ W }),
    ...own,
  });

const judge = (cases: readonly JudgedCase[], settings = SETTINGS) =>
  kind.judge({ settings, cases, facts: null });

describe('draws with the standard deviation of theory pass', () => {
  test.each(['1', '2', '3', '4', '5'])('whatever their seed: %s', (seed) => {
    expect(judge([returning(draw((rng) => 0.5 * normal(rng), seed))]).status).toBe('pass');
  });

  test('with how much of what is allowed chance has used', () => {
    const { got } = judge([returning(draw((rng) => 0.5 * normal(rng)))]);
    expect(got.margin).toBeGreaterThan(0);
    expect(got.margin).toBeLessThan(1);
  });

  test('around a mean that is asked for', () => {
    const W = draw((rng) => 3 + 0.5 * normal(rng));
    expect(judge([returning(W)], { ...SETTINGS, mean: 3 }).status).toBe('pass');
  });

  test('as a matrix', () => {
    const row = () => Array.from({ length: 20 }, () => 0.5 * normal(rng));
    const rng = generator('matrix');
    const W = matrix(...Array.from({ length: 20 }, row));
    expect(judge([returning(W, { expected: record({ W }) })]).status).toBe('pass');
  });
});

describe('other draws fail', () => {
  const reasonOf = (W: Value) => judge([returning(W)]);

  test('where the standard deviation is wrong, which is told beside what is due', () => {
    expect(reasonOf(draw((rng) => 0.25 * normal(rng)))).toEqual({
      status: 'fail',
      reason: 'spread-differs',
      got: {
        case: 0,
        names: ['W'],
        words: 'standard deviation',
        measured: expect.closeTo(0.25, 1),
        due: '0.5',
        margin: expect.any(Number),
      },
    });
  });

  test('where the mean is wrong, which is told beside what is due', () => {
    expect(reasonOf(draw((rng) => 0.4 + 0.5 * normal(rng)))).toMatchObject({
      reason: 'spread-differs',
      got: { words: 'mean', measured: expect.closeTo(0.4, 1), due: '0' },
    });
  });

  test.each<[string, (rng: () => number) => number]>([
    ['a variance in place of a standard deviation', (rng) => 0.25 * normal(rng)],
    ['a standard deviation without its 2', (rng) => Math.SQRT1_2 * 0.5 * normal(rng)],
    ['uniform draws', (rng) => 0.5 * rng()],
    ['draws without a sign', (rng) => 0.5 * Math.abs(normal(rng))],
    ['the same number everywhere', () => 0.5],
    ['zeros', () => 0],
    ['huge numbers', (rng) => 1e200 * normal(rng)],
  ])('%s', (_, one) => {
    expect(reasonOf(draw(one))).toMatchObject({ status: 'fail', reason: 'spread-differs' });
  });

  test.each<[string, readonly number[]]>([
    ['two numbers by turns', Array.from({ length: DRAWS }, (_, at) => (at % 2 ? 0.5 : -0.5))],
    ['one number far out among zeros', [10.01, ...Array(DRAWS - 1).fill(0)]],
  ])('where few of them are different: %s', (_, draws) => {
    expect(reasonOf(numbers(...draws))).toMatchObject({
      status: 'fail',
      reason: 'spread-differs',
      got: { words: 'distinct', measured: 2, due: null },
    });
  });

  test('where more than one in ten is like another', () => {
    const rng = generator('alike');
    const draws = Array.from({ length: DRAWS }, () => 0.5 * normal(rng));
    const alike = (count: number) =>
      numbers(...draws.map((each, at) => (at < count ? (draws[DRAWS - 1 - at] ?? 0) : each)));
    expect(reasonOf(alike(DRAWS / 10)).status).toBe('pass');
    expect(reasonOf(alike(DRAWS / 10 + 1))).toMatchObject({ got: { words: 'distinct' } });
  });

  test('where one of them lies too far out for chance', () => {
    const rng = generator('far');
    const draws = Array.from({ length: DRAWS - 1 }, () => 0.45 * normal(rng));
    expect(reasonOf(numbers(...draws, -4))).toMatchObject({
      status: 'fail',
      reason: 'spread-differs',
      got: { words: 'furthest', measured: -4, due: null },
    });
  });

  test('with a margin beyond the bound', () => {
    expect(reasonOf(draw((rng) => 0.25 * normal(rng))).got.margin).toBeGreaterThan(1.5);
  });

  test('with a NaN among them', () => {
    const W = draw((rng) => (0.5 * normal(rng)) ** 0.5);
    expect(reasonOf(W)).toMatchObject({ status: 'fail', reason: 'not-finite' });
  });

  test.each<[string, Value, string]>([
    ['too few', numbers(0.5, -0.5), 'wrong-shape'],
    ['none', nothing, 'nothing-returned'],
    ['text', text('0.5'), 'not-numbers'],
  ])('where there are %s', (_, W, reason) => {
    expect(reasonOf(W)).toMatchObject({ status: 'fail', reason });
  });

  test('in a later case', () => {
    const right = returning(draw((rng) => 0.5 * normal(rng)));
    const wrong = returning(draw(() => 0));
    expect(judge([right, wrong]).got.case).toBe(1);
  });
});

describe('an author has to mend it', () => {
  const W = draw((rng) => 0.5 * normal(rng));

  test.each<[string, JudgedCase['truth']]>([
    ['says nothing', null],
    ['has it elsewhere', record({ other: number(0.5) })],
    ['is 0', record({ deviation: number(0) })],
    ['is no number', record({ deviation: text('0.5') })],
  ])('where theory %s', (_, truth) => {
    expect(judge([returning(W, { truth })])).toMatchObject({
      status: 'error',
      reason: 'reference-failed',
    });
  });

  test('where there are too few draws to judge by', () => {
    const few = draw((rng) => 0.5 * normal(rng), 'few', 99);
    expect(judge([returning(few, { expected: record({ W: few }) })]).status).toBe('error');
  });
});

test('what is tried is told without what is due', () => {
  expect(kind.tried({ outputs: { W1: 'first', W2: 'second' } })).toEqual({
    against: 'theory',
    output: 'W1, W2',
  });
});

test('settings name an output', () => {
  expect(firstProblem(kind.settings, { outputs: {} })).toContain('/outputs');
});
