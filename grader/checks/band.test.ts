import { describe, expect, test } from 'vitest';
import { firstProblem } from '../contract/validator.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { kind } from './band.ts';

const SETTINGS = {
  bands: { narrow: { from: 0.25, to: 0.75 }, 'wide.0': { from: 0.875 } },
} as const;

const returned = (narrow: Value, wide: Value = numbers(1)) => record({ narrow, wide });
const judge = (...cases: readonly Value[]) =>
  kind.judge({
    settings: SETTINGS,
    cases: cases.map((each) => judgedCase({ returned: each })),
    facts: null,
  });

describe('numbers inside their bands pass', () => {
  test('with the least distance to an end', () => {
    expect(judge(returned(number(0.5)))).toEqual({ status: 'pass', got: { measured: 0.125 } });
  });

  test('on the end itself, with a distance of 0', () => {
    expect(judge(returned(number(0.25)))).toEqual({ status: 'pass', got: { measured: 0 } });
  });

  test('with the least distance of all cases', () => {
    expect(judge(returned(number(0.5)), returned(number(0.3125))).got.measured).toBe(0.0625);
  });
});

describe('a number outside its band fails', () => {
  test('outside-the-band: with how far it is outside, and what is due', () => {
    expect(judge(returned(number(0.125)))).toEqual({
      status: 'fail',
      reason: 'outside-the-band',
      got: {
        case: 0,
        names: ['narrow'],
        worst: { index: [], yours: 0.125, error: 0.125, allowed: 0 },
        due: 'from 0.25 to 0.75',
        measured: -0.125,
      },
    });
  });

  test('above as well as below', () => {
    expect(judge(returned(number(1))).got.worst?.error).toBe(0.25);
  });

  test('below a band that is open above', () => {
    const { got } = judge(returned(number(0.5), numbers(0.5)));
    expect([got.names, got.due]).toEqual([['wide.0'], 'at least 0.875']);
  });

  test('with the number of its case', () => {
    expect(judge(returned(number(0.5)), returned(number(0))).got.case).toBe(1);
  });
});

describe('what is no number fails, and has no distance', () => {
  test.each<[string, Value, string]>([
    ['nothing', nothing, 'nothing-returned'],
    ['a text', text('0.5'), 'not-numbers'],
    ['a list', numbers(0.5), 'wrong-shape'],
    ['a matrix', matrix([0.5]), 'wrong-shape'],
    ['NaN', number(Number.NaN), 'not-finite'],
    ['an infinity', number(Number.POSITIVE_INFINITY), 'not-finite'],
  ])('%s', (_, narrow, reason) => {
    const finding = judge(returned(narrow));
    expect(finding).toMatchObject({ status: 'fail', reason });
    expect(finding.got.measured).toBeUndefined();
  });
});

test('what is tried is a threshold of 0', () => {
  expect(kind.tried(SETTINGS)).toEqual({
    against: 'a rule',
    output: 'narrow, wide.0',
    threshold: 0,
  });
});

describe('what one number for all outputs gets', () => {
  const guess = (bands: Readonly<Record<string, { from?: number; to?: number }>>) =>
    kind.guesses?.({ settings: { bands }, cases: [], facts: null })?.measured;

  test('is below 0 where two bands lie apart', () => {
    expect(guess({ a: { to: 0.5 }, b: { from: 0.75 } })).toEqual({ 'one number for all': -0.125 });
  });

  test('is above 0 where all bands have a number in common', () => {
    expect(guess({ a: { to: 1 }, b: { from: 0.75 } })).toEqual({ 'one number for all': 0.125 });
  });

  test('is without bound where every band is open to one side', () => {
    expect(guess({ a: { from: 0 }, b: { from: 0.75 } })).toEqual({
      'one number for all': Number.POSITIVE_INFINITY,
    });
  });
});

describe('settings', () => {
  test.each([
    ['no band at all', { bands: {} }, '/bands'],
    ['an end in words', { bands: { a: { from: 'half' } } }, '/bands/a/from'],
  ])('refuse %s', (_, settings, place) => {
    expect(firstProblem(kind.settings, settings)).toContain(place);
  });
});
