import { describe, expect, test } from 'vitest';
import type { Surface } from './data.ts';
import { surfaceView } from './surface.ts';

const SIDE = 21;

const view = (value: (x1: number, x2: number) => number, given: Partial<Surface> = {}) =>
  surfaceView({
    draw: 'surface',
    title: 'What your network predicts',
    words: 'A number for every place.',
    x1: { from: -1, to: 1 },
    x2: { from: -1, to: 1 },
    grid: {
      columns: SIDE,
      rows: SIDE,
      values: Array.from({ length: SIDE * SIDE }, (_, at) =>
        value((at % SIDE) / 10 - 1, Math.floor(at / SIDE) / 10 - 1),
      ),
    },
    train: [
      { x1: -0.5, x2: -0.5, value: -0.5 },
      { x1: 0.5, x2: 0.5, value: 0.5 },
    ],
    test: [{ x1: 0, x2: 0.9, value: 0.9 }],
    counts: { train: 2, test: 2 },
    explained: { train: 0.98, test: 0.955 },
    ...given,
  });

/** A value that grows with x2. */
const upwards = (_: number, x2: number) => x2;

/** Numbers of a path, as pairs. */
const pairs = (d = '') =>
  [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the colours', () => {
  test('are nine, from the lowest value at the bottom to the highest on top', () => {
    const drawn = view(upwards);
    expect(new Set([drawn.ground, ...drawn.bands.map(({ fill }) => fill)]).size).toBe(9);
    const tops = drawn.bands.map(({ d }) => Math.max(...pairs(d).map(([, y]) => y ?? 0)));
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
  });

  test('reach as far as predictions and points together', () => {
    const far = [{ x1: 0, x2: 0, value: 9 }];
    expect(view(upwards, { train: far }).legend.at(-1)?.text).toBe(
      'value, predicted or due: from -1 at the left to 9 at the right',
    );
  });

  test('are one where the network always says the same, which is said', () => {
    const flat = view(() => 0.3, { train: [], test: [] });
    expect(new Set(flat.bands.map(({ d }) => d)).size).toBeLessThan(2);
    expect(flat.notes).toContain('The network predicts 0.3 everywhere in this picture.');
  });

  test('are those of the surface where a point is predicted as it is', () => {
    const at = { x1: 0, x2: 0.95, value: 0.95 };
    const drawn = view(upwards, { train: [at], test: [] });
    expect(drawn.shapes.at(-1)?.fill).toBe(drawn.bands.at(-1)?.fill);
  });
});

describe('the points', () => {
  test('are one path for each set and colour, over a ring that sets them off', () => {
    expect(view(upwards).shapes.map(({ style }) => style)).toEqual([
      'value-ground',
      'value',
      'value',
      'value-ground',
      'value',
    ]);
  });

  test('are counted in the legend', () => {
    expect(
      view(upwards)
        .legend.map(({ text }) => text)
        .slice(0, 2),
    ).toEqual([
      'training points, each in the colour of its own value (2)',
      'new points, each in the colour of its own value (1)',
    ]);
  });

  test('stand where they belong', () => {
    const drawn = view(upwards, { train: [{ x1: 1, x2: 1, value: 1 }], test: null });
    const corner = pairs(drawn.shapes[0]?.d)[0] ?? [];
    expect(corner[0]).toBeGreaterThan(drawn.plot.width - 5);
    expect(corner[1]).toBeLessThan(5);
  });

  test('that lie outside are left out, which is said', () => {
    const drawn = view(upwards, { train: [{ x1: 1e300, x2: 0, value: 0 }], test: [] });
    expect(drawn.shapes).toEqual([]);
    expect(drawn.notes).toContain('One point lies outside of the picture.');
  });
});

describe('in words', () => {
  test('a picture says where it is low and high and how much is explained', () => {
    expect(view(upwards).description).toBe(
      'The plane from x1 -1 to 1 and from x2 -1 to 1, coloured by the value that the network predicts. It is lowest, -1, at x1 -1 and x2 -1, and highest, 1, at x1 -1 and x2 1. The predictions explain 98 % of the variance of the training points and 95.5 % of that of new points.',
    );
  });

  test('it says that new points are kept secret', () => {
    expect(view(upwards, { test: null }).notes[0]).toContain('new points, which are not shown');
  });

  test('it says how many of the new points are drawn', () => {
    expect(view(upwards).notes).toContain('Of the 2 new points 1 are drawn.');
  });

  test('its numbers are a table with the largest x2 on top', () => {
    const { numbers } = view(upwards);
    expect(numbers.caption).toBe('What your network predicts: predicted value');
    expect(numbers.rows[0]).toMatchObject({ head: '1', cells: Array(7).fill('1') });
    expect(numbers.rows.at(-1)).toMatchObject({ head: '-1', cells: Array(7).fill('-1') });
  });
});
