import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bends, rounded, sampled } from './places.ts';

describe('a rounded number', () => {
  test.each([
    [1.23456, 1.23],
    [-0.001, 0],
    [85, 85],
  ])('%d is %d', (number, expected) => {
    expect(rounded(number)).toBe(expected);
  });
});

describe('a sample', () => {
  test('of a short list is the list', () => {
    expect(sampled([3, 1, 2], 3)).toEqual([3, 1, 2]);
  });

  test('has the first, the last, and no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 2, max: 20 }),
        (size, most) => {
          const items = Array.from({ length: size }, (_, at) => at);
          const some = sampled(items, most);
          expect(some[0]).toBe(0);
          expect(some.at(-1)).toBe(size - 1);
          expect(some).toHaveLength(Math.min(size, most));
        },
      ),
    );
  });
});

describe('of a line', () => {
  test('only the corners are kept', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(bends(square)).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ]);
  });

  test('a turn back and a gap are kept', () => {
    const there = [0, 9, 3].map((x) => ({ x, y: 0 }));
    const gap = [0, Number.NaN, 2, 3].map((y) => ({ x: 0, y }));
    expect(bends(there)).toEqual(there);
    expect(bends(gap)).toEqual(gap);
  });

  test('a round one stays round', () => {
    const circle = Array.from({ length: 400 }, (_, at) => ({
      x: 100 * Math.cos((at * Math.PI) / 200),
      y: 100 * Math.sin((at * Math.PI) / 200),
    }));
    const kept = bends(circle);
    expect(kept.length).toBeLessThan(200);
    expect(kept.length).toBeGreaterThan(40);
  });
});
