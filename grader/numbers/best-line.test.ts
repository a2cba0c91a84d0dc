import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelledPlace, rightByBestLine } from './best-line.ts';

type Row = readonly [x1: number, x2: number, label: 0 | 1];
const points = (...rows: readonly Row[]): readonly LabelledPlace[] =>
  rows.map(([x1, x2, label]) => ({ x1, x2, label }));

describe('the best line', () => {
  test.each<[string, readonly LabelledPlace[], number]>([
    ['parts two points', points([0, 0, 0], [1, 0, 1]), 2],
    ['parts AND', points([0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 1]), 4],
    ['misses one of XOR', points([0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]), 3],
    ['misses one of three in a row', points([0, 0, 0], [1, 1, 1], [2, 2, 0]), 2],
    ['cuts a row in two', points([0, 0, 1], [1, 1, 1], [2, 2, 0], [3, 3, 0]), 4],
    [
      'misses the centre of a square',
      points([1, 1, 0], [1, -1, 0], [-1, 1, 0], [-1, -1, 0], [0, 0, 1]),
      4,
    ],
    ['parts two points in one place no more than they can be', points([1, 1, 0], [1, 1, 1]), 1],
    ['leaves one class as it is', points([0, 0, 1], [3, 1, 1], [2, 2, 1]), 3],
  ])('%s', (_, given, right) => {
    expect(rightByBestLine(given)).toBe(right);
  });

  test('passes by a point that stands out of its row by the last bit', () => {
    const bent = points([0, 0, 0], [1, 1 + 2 ** -52, 1], [2, 2, 0]);
    expect(rightByBestLine(bent)).toBe(3);
  });
});

const anyPoints = fc.array(
  fc.record({
    x1: fc.integer({ min: -3, max: 3 }),
    x2: fc.integer({ min: -3, max: 3 }),
    label: fc.constantFrom<0 | 1>(0, 1),
  }),
  { minLength: 1, maxLength: 9 },
);

test('no line that is drawn at random does better', () => {
  const weight = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyPoints, weight, weight, weight, (given, w1, w2, b) => {
      const right = given.filter(
        ({ x1, x2, label }) => (w1 * x1 + w2 * x2 + 3 * b > 0 ? 1 : 0) === label,
      ).length;
      expect(rightByBestLine(given)).toBeGreaterThanOrEqual(right);
    }),
    { numRuns: 500 },
  );
});

test('points that were labelled by a line are all right', () => {
  const weight = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(anyPoints, weight, weight, weight, (given, w1, w2, b) => {
      const labelled = given.map(({ x1, x2 }) => ({
        x1,
        x2,
        label: w1 * x1 + w2 * x2 > b ? (1 as const) : (0 as const),
      }));
      expect(rightByBestLine(labelled)).toBe(given.length);
    }),
  );
});

test('neither turned, mirrored nor with the classes swapped is anything else', () => {
  fc.assert(
    fc.property(anyPoints, (given) => {
      const turned = given.map(({ x1, x2, label }) => ({ x1: -x2, x2: x1, label }));
      const mirrored = given.map(({ x1, x2, label }) => ({ x1: -x1, x2, label }));
      const swapped = given.map(({ x1, x2, label }) => ({
        x1,
        x2,
        label: label === 1 ? (0 as const) : (1 as const),
      }));
      const right = rightByBestLine(given);
      expect([turned, mirrored, swapped].map(rightByBestLine)).toEqual([right, right, right]);
    }),
  );
});
