import { describe, expect, test } from 'vitest';
import { boundaryView } from './boundary.ts';
import type { Boundary } from './data.ts';

const SIDE = 21;

const view = (probability: (x1: number, x2: number) => number, given: Partial<Boundary> = {}) =>
  boundaryView({
    draw: 'boundary',
    title: 'What your network learned',
    words: 'Each side of the line is one class.',
    x1: { from: -1, to: 1 },
    x2: { from: -1, to: 1 },
    grid: {
      columns: SIDE,
      rows: SIDE,
      probabilities: Array.from({ length: SIDE * SIDE }, (_, at) =>
        probability((at % SIDE) / 10 - 1, Math.floor(at / SIDE) / 10 - 1),
      ),
    },
    train: [
      { x1: -0.5, x2: -0.5, label: 0 },
      { x1: 0.5, x2: 0.5, label: 1 },
    ],
    test: [{ x1: 0, x2: 0.5, label: 1 }],
    counts: { train: 2, test: 2 },
    accuracy: { train: 1, test: 0.955 },
    ...given,
  });

/** Probability that grows with x2 and is 0.5 where it is 0.5. */
const upwards = (_: number, x2: number) => Math.min(1, Math.max(0, x2));

/** Numbers of a path, as pairs. */
const pairs = (d = '') =>
  [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the line between two classes', () => {
  const drawn = view(upwards);
  const half = drawn.bands.find(({ style }) => style === 'half');

  test('lies where the probability is a half, with x2 growing upwards', () => {
    const inside = pairs(half?.d).filter(([, y]) => (y ?? 0) > 0 && (y ?? 0) < drawn.plot.height);
    expect(inside.length).toBeGreaterThan(0);
    // A quarter from the top: x2 = 0.5 between -1 and 1.
    for (const [, y] of inside) expect(y).toBeCloseTo(drawn.plot.height / 4, 0);
  });

  test('reaches over the edges, where it is cut off', () => {
    const across = pairs(half?.d).map(([x]) => x ?? 0);
    expect(Math.min(...across)).toBeLessThan(0);
    expect(Math.max(...across)).toBeGreaterThan(drawn.plot.width);
  });

  test('lies over bands of different tints', () => {
    const tints = drawn.bands.filter(({ style }) => style === 'tint').map(({ fill }) => fill);
    expect(new Set([drawn.ground, ...tints]).size).toBe(6);
    expect(drawn.bands.at(-1)).toBe(half);
  });

  test('is not there where the network always says the same, which is said', () => {
    const flat = view(() => 0.3);
    expect(flat.bands.some(({ style }) => style === 'half')).toBe(false);
    expect(flat.notes).toContain('The network says class 0 everywhere in this picture.');
  });
});

describe('the points', () => {
  test('are one path for each set and class', () => {
    expect(view(upwards).shapes.map(({ style }) => style)).toEqual([
      'point class-0',
      'point class-1',
      'point hollow class-1',
    ]);
  });

  test('are counted in the legend', () => {
    expect(view(upwards).legend.map(({ text }) => text)).toEqual([
      'training points of class 0 (1)',
      'training points of class 1 (1)',
      'new points of class 1 (1)',
      'probability 0.5: here the network cannot decide',
      'probability of class 1, from 0 to 1',
    ]);
  });

  test('stand where they belong', () => {
    const drawn = view(upwards, { train: [{ x1: 1, x2: 1, label: 1 }], test: null });
    const corner = pairs(drawn.shapes[0]?.d)[0] ?? [];
    expect(corner[0]).toBeGreaterThan(drawn.plot.width - 4);
    expect(corner[1]).toBeLessThan(4);
  });

  test('that lie outside are left out, which is said', () => {
    const drawn = view(upwards, { train: [{ x1: 1e300, x2: 0, label: 0 }], test: [] });
    expect(drawn.shapes).toEqual([]);
    expect(drawn.notes).toContain('One point lies outside of the picture.');
  });
});

describe('in words', () => {
  test('a picture says what the network says and how often it is right', () => {
    expect(view(upwards).description).toBe(
      'The plane from x1 -1 to 1 and from x2 -1 to 1, coloured by the probability of class 1. The network says class 1 in 28.6 % of it. The network gets 100 % of its training points right and 95.5 % of new points.',
    );
  });

  test('it says that new points are kept secret', () => {
    expect(view(upwards, { test: null }).notes[0]).toContain('new points, which are not shown');
  });

  test('its numbers are a table with the largest x2 on top', () => {
    const { numbers } = view(upwards);
    expect(numbers.columns).toHaveLength(7);
    expect(numbers.rows[0]).toMatchObject({ head: '1', cells: Array(7).fill('1') });
    expect(numbers.rows.at(-1)).toMatchObject({ head: '-1', cells: Array(7).fill('0') });
  });
});
