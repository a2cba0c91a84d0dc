import { describe, expect, test } from 'vitest';
import type { Layer } from './network.ts';
import { PLACES, planeAround, saidOf, sameSizes } from './plane.ts';

const plane = { x1: { from: 0, to: 31 }, x2: { from: 0, to: 310 } };

describe('the plane around points', () => {
  test('reaches a little further than they do', () => {
    const X = { shape: [2, 2], data: [0, 10, 1, 20] };
    expect(planeAround(X)).toEqual({ x1: { from: -0.08, to: 1.08 }, x2: { from: 9.2, to: 20.8 } });
  });

  test('has some room around a single point', () => {
    const X = { shape: [1, 2], data: [3, 4] };
    expect(planeAround(X).x1).toEqual({ from: 2.92, to: 3.08 });
  });
});

describe('what is said of a plane', () => {
  test('begins with the lowest x2 and goes along x1', () => {
    const said = saidOf(plane, ([x1, x2]) => x1 + x2) ?? [];
    expect(said).toHaveLength(PLACES * PLACES);
    expect([said[0], said[1], said[PLACES], said.at(-1)]).toEqual([0, 1, 10, 341]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('is nothing where a place has %s', (odd) => {
    expect(saidOf(plane, ([x1]) => (x1 === 3 ? odd : 0))).toBeNull();
  });
});

describe('networks have the same sizes', () => {
  const layer = (rows: number, columns: number): Layer => ({
    W: { shape: [rows, columns], data: [] },
    b: { shape: [columns], data: [] },
  });

  test.each([
    ['the same layers', [layer(2, 3), layer(3, 1)], true],
    ['a wider layer', [layer(2, 4), layer(4, 1)], false],
    ['one layer more', [layer(2, 3), layer(3, 1), layer(1, 1)], false],
    ['none', null, false],
  ])('with %s: %s', (_, others, same) => {
    expect(sameSizes([layer(2, 3), layer(3, 1)], others)).toBe(same);
  });
});
