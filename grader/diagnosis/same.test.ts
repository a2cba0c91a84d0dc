import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Observation } from '../contract/evidence.ts';
import type { Value } from '../contract/value.ts';
import { returned } from '../testing/documents.ts';
import { anyValue, list, matrix, number, numbers, record, text } from '../testing/values.ts';
import { sameObservation, sameObservations } from './same.ts';

const same = (one: Value, other: Value) => sameObservation(returned(one), returned(other));

describe('two values are the same', () => {
  test('when they are one value', () => {
    fc.assert(fc.property(anyValue, (value) => same(value, structuredClone(value))));
  });

  test.each<[string, Value, Value]>([
    ['a matrix and its rows in a list', matrix([1, 2], [3, 4]), list(numbers(1, 2), numbers(3, 4))],
    ['numbers that were added in another order', number(0.1 + 0.2), number(0.3)],
    ['large numbers that differ in their last digits', number(1e12), number(1e12 + 1)],
    ['zeros of both signs', number(0), number(-0)],
    ['two that are NaN at the same place', numbers(1, Number.NaN), numbers(1, Number.NaN)],
    [
      'two of the same infinity',
      number(Number.POSITIVE_INFINITY),
      number(Number.POSITIVE_INFINITY),
    ],
    [
      'records with their fields in another order',
      record({ a: number(1), b: text('x') }),
      record({ b: text('x'), a: number(1) }),
    ],
    ['lists of the same', list(text('a'), number(1)), list(text('a'), number(1))],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(true);
  });
});

describe('two values are not the same', () => {
  test.each<[string, Value, Value]>([
    ['numbers that differ by more than rounding', number(1), number(1.00001)],
    ['numbers of other signs', number(1), number(-1)],
    ['a matrix and what is transposed', matrix([1, 2, 3]), matrix([1], [2], [3])],
    ['a list and a longer one', numbers(1), numbers(1, 2)],
    ['a NaN and a number', number(Number.NaN), number(1)],
    ['a number and an infinity', number(5), number(Number.POSITIVE_INFINITY)],
    ['two infinities', number(Number.NEGATIVE_INFINITY), number(Number.POSITIVE_INFINITY)],
    [
      'a record and one with more',
      record({ a: number(1) }),
      record({ a: number(1), b: number(2) }),
    ],
    ['records of other names', record({ a: number(1) }), record({ b: number(1) })],
    [
      'records that differ in their depth',
      record({ a: record({ b: number(1) }) }),
      record({ a: record({ b: number(2) }) }),
    ],
    [
      'a field that every object inherits',
      record({ toString: text('x') }),
      record({ a: text('x') }),
    ],
    ['lists in another order', list(text('a'), text('b')), list(text('b'), text('a'))],
    ['a list and a longer one of texts', list(text('a')), list(text('a'), text('b'))],
    ['words that differ', text('a'), text('b')],
    ['a word and a number', text('1'), number(1)],
    [
      'nothing of two kinds',
      { kind: 'nothing', what: 'null' },
      { kind: 'nothing', what: 'undefined' },
    ],
  ])('%s', (_, one, other) => {
    expect([same(one, other), same(other, one)]).toEqual([false, false]);
  });
});

describe('two observations tell of the same behaviour', () => {
  const threw = (name: string, message: string): Observation => ({
    outcome: 'threw',
    name,
    message,
  });
  const one = number(1);

  test('when both threw the same error', () => {
    expect(sameObservation(threw('TypeError', 'x'), threw('TypeError', 'x'))).toBe(true);
  });

  test('when both changed the same input', () => {
    const changing = returned(one, { changed: ['X'], repeats: true });
    expect(sameObservation(changing, { ...changing })).toBe(true);
  });

  test.each<[string, Observation, Observation]>([
    ['errors of other names', threw('TypeError', 'x'), threw('RangeError', 'x')],
    ['errors of other words', threw('TypeError', 'x'), threw('TypeError', 'y')],
    ['a value and an error', returned(one), threw('TypeError', 'x')],
    [
      'inputs that changed and inputs that did not',
      returned(one, { changed: ['X'] }),
      returned(one, { changed: [] }),
    ],
    [
      'other inputs that changed',
      returned(one, { changed: ['X'] }),
      returned(one, { changed: ['Y'] }),
    ],
    [
      'a call that repeats and one that does not',
      returned(one, { repeats: true }),
      returned(one, { repeats: false }),
    ],
    ['a watched call and another', returned(one, { changed: [] }), returned(one)],
  ])('but not with %s', (_, a, b) => {
    expect(sameObservation(a, b)).toBe(false);
  });

  test.each([
    'timed-out',
    'out-of-memory',
    'too-much-output',
    'ended-early',
    'not-reached',
  ] as const)('but not when both were stopped, which says nothing about why: %s', (outcome) => {
    expect(sameObservation({ outcome }, { outcome })).toBe(false);
  });
});

describe('two lists of observations', () => {
  const [one, two] = [returned(number(1)), returned(number(2))];

  test('are the same when they are so case by case', () => {
    expect(sameObservations([one, two], [one, two])).toBe(true);
  });

  test.each<[string, Observation[], Observation[]]>([
    ['one of them is longer', [one], [one, two]],
    ['one of them is shorter', [one, two], [one]],
    ['a single case differs', [one, two], [one, one]],
    ['the cases stand in another order', [one, two], [two, one]],
  ])('are not when %s', (_, a, b) => {
    expect(sameObservations(a, b)).toBe(false);
  });
});

test('whether two numbers are the same does not depend on which comes first', () => {
  const infinity = Number.POSITIVE_INFINITY;
  const float = fc.constantFrom(0, -0, 1, 1 + 1e-12, 5, 1e300, infinity, -infinity, Number.NaN);
  fc.assert(
    fc.property(
      float,
      float,
      (one, other) => same(number(one), number(other)) === same(number(other), number(one)),
    ),
  );
});
