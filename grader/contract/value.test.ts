import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyFloat,
  anyValue,
  list,
  matrix,
  nothing,
  number,
  numbers,
  record,
  text,
} from '../testing/values.ts';
import type { Value } from './value.ts';
import { isNothing, sameShape, toFloat, toReal, toTensor, valueAt } from './value.ts';

describe('a float64 travels as a real', () => {
  test('and comes back bit for bit', () => {
    fc.assert(fc.property(anyFloat, (float) => Object.is(toFloat(toReal(float)), float)));
  });

  test('and survives JSON on the way', () => {
    fc.assert(
      fc.property(anyFloat, (float) =>
        Object.is(toFloat(JSON.parse(JSON.stringify(toReal(float)))), float),
      ),
    );
  });

  test.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [-0, '-0'],
    [0, 0],
  ])('%s is written as %s', (float, real) => {
    expect(toReal(float)).toBe(real);
  });
});

describe('the numbers in a value have a shape', () => {
  test('a single number has none', () => {
    expect(toTensor(number(3))).toEqual({ shape: [], data: [3] });
  });

  test('a list of numbers has its length', () => {
    expect(toTensor(numbers(3, 4, 5))).toEqual({ shape: [3], data: [3, 4, 5] });
  });

  test('a matrix has its rows and columns', () => {
    expect(toTensor(matrix([1, 2, 3], [4, 5, 6]))).toEqual({
      shape: [2, 3],
      data: [1, 2, 3, 4, 5, 6],
    });
  });

  test('a list of rows is the matrix with these rows', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 4 }),
        fc.nat({ max: 4 }),
        fc.infiniteStream(anyFloat),
        (m, n, stream) => {
          const rows = Array.from({ length: m + 1 }, () => [...stream.take(n)]);
          expect(toTensor(list(...rows.map((row) => numbers(...row))))).toEqual(
            toTensor(matrix(...rows)),
          );
        },
      ),
    );
  });

  test('rows of different lengths are no matrix', () => {
    expect(toTensor(list(numbers(1, 2), numbers(3)))).toBeNull();
  });

  test('a list with a text among its rows is no matrix', () => {
    expect(toTensor(list(numbers(1, 2), text('3, 4')))).toBeNull();
  });

  test.each([
    ['a text', text('3')],
    ['a record', record({ Z: number(3) })],
    ['a flag', { kind: 'flag', flag: true } as const],
    ['nothing', { kind: 'nothing', what: 'null' } as const],
    ['what cannot be read', { kind: 'unreadable', what: 'a promise' } as const],
  ])('%s has no numbers', (_, value) => {
    expect(toTensor(value)).toBeNull();
  });

  test('there are as many numbers as the shape says', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const tensor = toTensor(value);
        fc.pre(tensor !== null);
        return tensor.data.length === tensor.shape.reduce((product, size) => product * size, 1);
      }),
    );
  });

  test('infinities and NaN are numbers again', () => {
    expect(toTensor({ kind: 'numbers', data: ['NaN', '-Infinity', '-0'] })?.data).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      -0,
    ]);
  });
});

describe('a dotted path names a part of a value', () => {
  const value = record({
    cache: record({ A1: number(1), 'odd name': number(2) }),
    weights: list(number(3), record({ W: number(4) })),
  });

  test.each([
    ['cache.A1', number(1)],
    ['cache.odd name', number(2)],
    ['weights.0', number(3)],
    ['weights.1.W', number(4)],
  ])('%s is found', (path, part) => {
    expect(valueAt(value, path)).toEqual(part);
  });

  test.each([
    'Z',
    'cache.Z',
    'cache.A1.deeper',
    'weights.2',
    'weights.-1',
    'weights.W',
    'weights.length',
    '',
  ])('there is nothing at "%s"', (path) => {
    expect(valueAt(value, path)).toBeNull();
  });

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'what every object inherits is no field: %s',
    (name) => {
      expect(valueAt(record({}), name)).toBeNull();
    },
  );
});

describe('two shapes hold the same', () => {
  test.each([
    [[], []],
    [[5], [5]],
    [
      [7, 3],
      [7, 3],
    ],
    [[5], [1, 5]],
    [[1, 5], [5]],
  ])('%j and %j', (yours, expected) => {
    expect(sameShape(yours, expected)).toBe(true);
  });

  test.each([
    [
      [3, 7],
      [7, 3],
    ],
    [[5], [5, 1]],
    [[5], [6]],
    [[1, 1], []],
    [[21], [7, 3]],
    [[], [1]],
    [[11], [1, 1]],
  ])('but not %j and %j', (yours, expected) => {
    expect(sameShape(yours, expected)).toBe(false);
  });
});

describe('a value holds nothing', () => {
  test.each<[string, Value]>([
    ['undefined', nothing],
    ['an object of nothing', record({ a: nothing, b: record({}) })],
    ['an empty list', list()],
  ])('%s', (_, value) => {
    expect(isNothing(value)).toBe(true);
  });

  test.each<[string, Value]>([
    ['zero', number(0)],
    ['a list of numbers', numbers()],
    ['an object with one number', record({ a: nothing, b: number(0) })],
  ])('but not %s', (_, value) => {
    expect(isNothing(value)).toBe(false);
  });
});
