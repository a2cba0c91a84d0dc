import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import type { Surface } from '../contract/picture.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, numbers, record } from '../testing/values.ts';
import { kind } from './surface.ts';

const SETTINGS = {
  parameters: 'parameters',
  X: 'X',
  targets: 'Y',
  hidden: 'sigmoid',
} as const;

/** A plane: what it predicts is x1 + 10 times x2. */
const plane = (tilt = 10): Value => record({ W1: matrix([1], [tilt]), b1: numbers(0) });

const X = matrix([-1, -1], [1, 1]);
const truth = record({ X: matrix([-2, 0], [2, 0]), targets: numbers(-2, 2) });

const caseOf = (own: Partial<JudgedCase> = {}): JudgedCase =>
  judgedCase({
    input: record({ X, Y: matrix([-11], [11]) }),
    returned: record({ parameters: plane() }),
    expected: record({ parameters: plane() }),
    truth,
    ...own,
  });

const paint = (own: Partial<JudgedCase> = {}) => kind.paint(SETTINGS, [caseOf(own)]);

const surfaceOf = (painted: ReturnType<typeof paint>): Omit<Surface, 'title' | 'words'> => {
  if (painted?.draw !== 'surface') throw new Error('no surface was painted');
  return painted;
};

describe('what a network predicts', () => {
  const picture = surfaceOf(paint());
  const at = (row: number, column: number) =>
    picture.grid.values[row * picture.grid.columns + column] ?? Number.NaN;

  test('is computed at every place, from the lowest x2 and the lowest x1', () => {
    const last = picture.grid.columns - 1;
    expect([at(0, 0), at(0, last), at(last, 0)]).toEqual([-12.76, -10.44, 10.44]);
  });

  test('is one number for each of no more than 32 x 32 places', () => {
    expect([picture.grid.columns, picture.grid.rows]).toEqual([32, 32]);
    expect(picture.grid.values).toHaveLength(32 * 32);
  });

  test('is shown with a little room around the points it learned from, and those alone', () => {
    expect([picture.x1, picture.x2]).toEqual([
      { from: -1.16, to: 1.16 },
      { from: -1.16, to: 1.16 },
    ]);
  });

  test('is shown with the points and the values that are due there', () => {
    expect(picture.train).toEqual([
      { x1: -1, x2: -1, value: -11 },
      { x1: 1, x2: 1, value: 11 },
    ]);
    expect(picture.test?.map(({ value }) => value)).toEqual([-2, 2]);
  });

  test('is measured on points that it learned from and on those it had not seen', () => {
    expect(picture.explained).toEqual({ train: 1, test: 1 });
    expect(picture.counts).toEqual({ train: 2, test: 2 });
  });
});

test('what a program claims of a surface is not looked at', () => {
  const claim = record({ values: numbers(9, 9), explained: numbers(1), parameters: plane(0) });
  const picture = surfaceOf(paint({ returned: claim }));
  expect(Math.max(...picture.grid.values)).toBe(1.16);
});

test('biases may be the last rows of the weights', () => {
  const stacked = record({ W1: matrix([0], [0], [0]), W2: matrix([4], [1]) });
  const picture = surfaceOf(
    paint({ returned: record({ parameters: stacked }), expected: record({ parameters: stacked }) }),
  );
  expect(new Set(picture.grid.values)).toEqual(new Set([3]));
});

describe('nothing is drawn', () => {
  const two = record({ W1: matrix([1, 1], [0, 0]), b1: numbers(0, 0) });
  const cases: readonly (readonly [string, Partial<JudgedCase>])[] = [
    ['of weights that are NaN', { returned: record({ parameters: plane(Number.NaN) }) }],
    ['of weights beyond all numbers', { returned: record({ parameters: plane(1.7e308) }) }],
    ['of a network of another size', { returned: record({ parameters: two }) }],
    [
      'of a network with two outputs',
      { returned: record({ parameters: two }), expected: record({ parameters: two }) },
    ],
    ['of no network', { returned: record({}) }],
    ['without points that it had not seen', { truth: null }],
    ['of values that are not finite', { input: record({ X, Y: matrix([1], [Number.NaN]) }) }],
    [
      'of points with three coordinates',
      { input: record({ X: matrix([1, 2, 3]), Y: matrix([1]) }) },
    ],
  ];
  test.each(cases)('%s', (_, own) => {
    expect(paint(own)).toBeNull();
  });

  test('of no case', () => {
    expect(kind.paint(SETTINGS, [])).toBeNull();
  });
});
