import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import type { Boundary } from '../contract/picture.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, numbers, record } from '../testing/values.ts';
import { kind } from './boundary.ts';

const SETTINGS = {
  parameters: 'parameters',
  X: 'X',
  labels: 'Y',
  hidden: 'tanh',
  output: 'sigmoid',
} as const;

/** A network without a hidden layer, whose class 1 lies right of x1 = 0. */
const parameters = record({ W1: matrix([9], [0]), b1: numbers(0) });
const X = matrix([-1, -1], [1, 1]);
const truth = record({ X: matrix([-2, 0], [2, 0], [2, 1]), labels: numbers(0, 1, 0) });

const caseOf = (own: Partial<JudgedCase> = {}): JudgedCase =>
  judgedCase({
    input: record({ X, Y: matrix([0], [1]) }),
    returned: record({ parameters }),
    expected: record({ parameters }),
    truth,
    ...own,
  });

const paint = (
  own: Partial<JudgedCase> = {},
  settings: Parameters<typeof kind.paint>[0] = SETTINGS,
) => kind.paint(settings, [caseOf(own)]);

const boundaryOf = (painted: ReturnType<typeof paint>): Omit<Boundary, 'title' | 'words'> => {
  if (painted?.draw !== 'boundary') throw new Error('no boundary was painted');
  return painted;
};

describe('what a network learned', () => {
  const picture = boundaryOf(paint());
  const at = (row: number, column: number) =>
    picture.grid.probabilities[row * picture.grid.columns + column] ?? Number.NaN;

  test('is 0 at the left, 1 at the right and a half in between', () => {
    const last = picture.grid.columns - 1;
    expect([at(0, 0), at(9, last)]).toEqual([0, 1]);
    expect((at(0, last / 2 - 0.5) + at(0, last / 2 + 0.5)) / 2).toBeCloseTo(0.5, 2);
  });

  test('is one probability for each place', () => {
    const { columns, rows, probabilities } = picture.grid;
    expect(probabilities).toHaveLength(columns * rows);
  });

  test('is shown with a little room around the points it learned from, and those alone', () => {
    expect(picture.x1).toEqual({ from: -1.16, to: 1.16 });
  });

  test('is shown with the points it learned from and those it had not seen', () => {
    expect([picture.train.map(({ label }) => label), picture.test?.length]).toEqual([[0, 1], 3]);
  });

  test('is told with how many points there are', () => {
    expect(picture.counts).toEqual({ train: 2, test: 3 });
  });

  test('is measured on both', () => {
    expect(picture.accuracy).toEqual({ train: 1, test: 2 / 3 });
  });
});

test('labels may be rows with a single 1', () => {
  const settings = { ...SETTINGS, output: 'softmax' } as const;
  const two = record({ W1: matrix([-9, 9], [0, 0]), b1: numbers(0, 0) });
  const input = record({ X, Y: matrix([1, 0], [0, 1]) });
  const own = {
    input,
    returned: record({ parameters: two }),
    expected: record({ parameters: two }),
  };
  expect(boundaryOf(paint(own, settings)).train.map(({ label }) => label)).toEqual([0, 1]);
});

describe('nothing is drawn', () => {
  const cases: readonly (readonly [string, Partial<JudgedCase>])[] = [
    ['of weights that are NaN', { returned: record({ parameters: nan() }) }],
    ['of a network of another size', { returned: record({ parameters: wide() }) }],
    ['of no network', { returned: record({}) }],
    ['without points that it had not seen', { truth: null }],
    [
      'of points with three coordinates',
      { input: record({ X: matrix([1, 2, 3]), Y: matrix([1]) }) },
    ],
  ];
  test.each(cases)('%s', (_, own) => {
    expect(paint(own)).toBeNull();
  });
});

function nan(): Value {
  return record({ W1: matrix([Number.NaN], [0]), b1: numbers(0) });
}

function wide(): Value {
  return record({
    W1: matrix([1, 1], [0, 0]),
    b1: numbers(0, 0),
    W2: matrix([1], [1]),
    b2: numbers(0),
  });
}
