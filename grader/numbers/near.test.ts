import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../contract/value.ts';
import { compare, firstNotFinite, indexOf } from './near.ts';

const TOLERANCE = { absolute: 1e-9, relative: 1e-6 };
const list = (...data: readonly number[]): Tensor => ({ shape: [data.length], data });

/** Entries of a size that networks have, so that no sum or product leaves the floats. */
const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const entries = fc.array(entry, { minLength: 1, maxLength: 12 });
/** Two lists of one length. */
const pair = entries.chain((expected) =>
  fc.tuple(
    fc.array(fc.oneof(entry, fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)), {
      minLength: expected.length,
      maxLength: expected.length,
    }),
    fc.constant(expected),
  ),
);

describe('two tensors agree', () => {
  test('when they are the same, with no error at all', () => {
    fc.assert(
      fc.property(entries, (data) => {
        expect(compare(list(...data), list(...data), { absolute: 0, relative: 0 })).toEqual({
          agrees: true,
          margin: 0,
          worst: null,
          wrong: null,
          outside: data.map(() => false),
        });
      }),
    );
  });

  test('when an entry is off by just what is allowed', () => {
    expect(compare(list(1.5), list(1), { absolute: 0.5, relative: 0 }).agrees).toBe(true);
  });

  test('when an entry is off by a share of the reference', () => {
    expect(compare(list(110), list(100), { absolute: 0, relative: 0.125 }).agrees).toBe(true);
  });

  test('when one has a zero with a sign', () => {
    expect(compare(list(-0), list(0), { absolute: 0, relative: 0 }).agrees).toBe(true);
  });

  test('when both hold the same infinity', () => {
    const infinite = list(Number.NEGATIVE_INFINITY);
    expect(compare(infinite, infinite, TOLERANCE).agrees).toBe(true);
  });

  test('when there are no entries', () => {
    expect(compare(list(), list(), TOLERANCE).agrees).toBe(true);
  });
});

describe('two tensors differ', () => {
  test('when an entry is off by a little more than is allowed', () => {
    expect(compare(list(1.5000001), list(1), { absolute: 0.5, relative: 0 }).agrees).toBe(false);
  });

  test('when a share of my own number is allowed but not of the reference', () => {
    // 10 % of 111 would do; 10 % of 100 does not.
    expect(compare(list(111), list(100), { absolute: 0, relative: 0.1 }).agrees).toBe(false);
  });

  test('when an entry lacks', () => {
    expect(compare(list(1), list(1, 2), TOLERANCE).agrees).toBe(false);
  });

  test.each([
    [5, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.POSITIVE_INFINITY, 5],
  ])('when one is %d and the other is %d', (yours, expected) => {
    expect(compare(list(yours), list(expected), TOLERANCE).agrees).toBe(false);
  });

  test.each([0, 1, -1e300, Number.POSITIVE_INFINITY, Number.NaN])(
    'a NaN is outside every tolerance, also where %d is due',
    (expected) => {
      const tolerance = { absolute: Number.MAX_VALUE, relative: 1 };
      expect(compare(list(Number.NaN), list(expected), tolerance).agrees).toBe(false);
    },
  );
});

describe('the worst entry', () => {
  test('is the one that was disturbed, wherever it is', () => {
    fc.assert(
      fc.property(
        entries,
        fc.nat(),
        fc.double({ min: 1, max: 1e3, noNaN: true }),
        (data, seed, by) => {
          const at = seed % data.length;
          const disturbed = data.map((each, i) => (i === at ? each + by * 10 : each));
          expect(compare(list(...disturbed), list(...data), TOLERANCE).worst?.index).toEqual([at]);
        },
      ),
    );
  });

  test('is the furthest outside as a share of what is allowed, not in numbers', () => {
    const { worst } = compare(list(1010, 1), list(1000, 0.1), { absolute: 0, relative: 0.001 });
    expect(worst?.index).toEqual([1]);
  });

  test('is the first of two that are equally far out', () => {
    expect(compare(list(2, 2), list(1, 1), TOLERANCE).worst?.index).toEqual([0]);
  });

  test('is a NaN before any number', () => {
    expect(compare(list(1e9, Number.NaN), list(1, 1), TOLERANCE).worst?.index).toEqual([1]);
  });

  test('comes with both numbers’ distance and what was allowed', () => {
    const { worst } = compare(list(3), list(2), { absolute: 0.25, relative: 0.125 });
    expect(worst).toEqual({ index: [0], yours: 3, error: 1, allowed: 0.5 });
  });

  test('is told by row and column in a matrix', () => {
    const matrix = (...data: number[]) => ({ shape: [2, 3], data });
    const { worst } = compare(matrix(1, 2, 3, 4, 5, 7), matrix(1, 2, 3, 4, 5, 6), TOLERANCE);
    expect(worst?.index).toEqual([1, 2]);
  });

  test('is none where all agree', () => {
    expect(compare(list(1), list(1), TOLERANCE).worst).toBeNull();
  });
});

describe('the margin', () => {
  test('is the largest error as a share of what was allowed', () => {
    expect(compare(list(1.25, 1.5), list(1, 1), { absolute: 1, relative: 0 }).margin).toBe(0.5);
  });

  test('is at most 1 where all agree, and above where they do not', () => {
    fc.assert(
      fc.property(pair, ([yours, expected]) => {
        const { agrees, margin } = compare(list(...yours), list(...expected), TOLERANCE);
        expect(margin <= 1).toBe(agrees);
      }),
    );
  });

  test('is NaN where an entry is, wherever it is', () => {
    expect(compare(list(Number.NaN, 1), list(1, 1), TOLERANCE).margin).toBeNaN();
  });
});

describe('what is compared does not matter to how it is compared', () => {
  test('entries may stand in any order', () => {
    const shuffled = pair.chain(([yours, expected]) =>
      fc
        .shuffledSubarray([...expected.keys()], { minLength: expected.length })
        .map((order) => ({ yours, expected, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ yours, expected, order }) => {
        const pick = (data: readonly number[]) => list(...order.map((at) => data[at] ?? 0));
        const { agrees, margin, wrong } = compare(list(...yours), list(...expected), TOLERANCE);
        const other = compare(pick(yours), pick(expected), TOLERANCE);
        expect(other).toMatchObject({ agrees, margin });
        expect(other.wrong?.entries).toBe(wrong?.entries);
      }),
    );
  });

  test('scale does not matter to a relative tolerance', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: -20, max: 20 }), ([yours, expected], power) => {
        const relative = { absolute: 0, relative: 1e-3 };
        // A power of two changes no digit of a float that is not close to the smallest.
        const normal = (x: number) => (Math.abs(x) < 1e-200 ? 0 : x);
        const scaled = (data: readonly number[], by: number) =>
          list(...data.map((each) => normal(each) * by));
        const { wrong } = compare(scaled(yours, 1), scaled(expected, 1), relative);
        expect(
          compare(scaled(yours, 2 ** power), scaled(expected, 2 ** power), relative).wrong,
        ).toEqual(wrong);
      }),
    );
  });

  test('the signs of both may be turned', () => {
    fc.assert(
      fc.property(pair, ([yours, expected]) => {
        const turned = (data: readonly number[]) => list(...data.map((each) => -each));
        expect(compare(turned(yours), turned(expected), TOLERANCE).wrong).toEqual(
          compare(list(...yours), list(...expected), TOLERANCE).wrong,
        );
      }),
    );
  });

  test('an absolute tolerance alone is fair to both sides', () => {
    const absolute = { absolute: 1, relative: 0 };
    fc.assert(
      fc.property(pair, ([yours, expected]) => {
        expect(compare(list(...yours), list(...expected), absolute).agrees).toBe(
          compare(list(...expected), list(...yours), absolute).agrees,
        );
      }),
    );
  });
});

describe('entries that are skipped say nothing', () => {
  const skipFirst = (at: number) => at === 0;

  test('however wrong they are', () => {
    expect(compare(list(Number.NaN, 1), list(5, 1), TOLERANCE, skipFirst).agrees).toBe(true);
  });

  test('while the others still count', () => {
    expect(compare(list(5, 2), list(5, 1), TOLERANCE, skipFirst).wrong?.entries).toBe(1);
  });
});

describe('a position in row order', () => {
  test('is a row and a column', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(), (row, columns, seed) => {
        const column = seed % columns;
        expect(indexOf(row * columns + column, [row + 1, columns])).toEqual([row, column]);
      }),
    );
  });

  test('is itself in a list', () => {
    expect(indexOf(4, [7])).toEqual([4]);
  });

  test('is nothing in a single number', () => {
    expect(indexOf(0, [])).toEqual([]);
  });
});

describe('the first entry that is not finite', () => {
  test('is found with its place', () => {
    const tensor = { shape: [2, 2], data: [1, 2, Number.NEGATIVE_INFINITY, Number.NaN] };
    expect(firstNotFinite(tensor)).toMatchObject({ index: [1, 0], yours: '-Infinity' });
  });

  test('is none where all are finite', () => {
    fc.assert(fc.property(entries, (data) => firstNotFinite(list(...data)) === null));
  });
});
