import { describe, expect, test } from 'vitest';
import type { LabelledPlace } from './best-line.ts';
import { missedByNetwork } from './small-network.ts';

const point = (x1: number, x2: number, label: number): LabelledPlace => ({
  x1,
  x2,
  label: label === 1 ? 1 : 0,
});
const XOR = [point(0, 0, 0), point(0, 1, 1), point(1, 0, 1), point(1, 1, 0)];
const scaled = (scale: number) =>
  XOR.map(({ x1, x2, label }) => point(scale * x1, scale * x2, label));
const around = (count: number, radius: number, label: number) =>
  Array.from({ length: count }, (_, nth) => {
    const angle = (2 * Math.PI * nth) / count;
    return point(radius * Math.cos(angle), radius * Math.sin(angle), label);
  });

describe('a small network learns', () => {
  test.each<[string, readonly LabelledPlace[]]>([
    ['what a line tells apart', [point(0, 0, 0), point(1, 2, 1), point(3, 3, 1)]],
    ['XOR', XOR],
    ['XOR far from zero', XOR.map(({ x1, x2, label }) => point(x1 + 9, x2 - 9, label))],
    [
      'XOR with a scale a thousand times the other',
      XOR.map(({ x1, x2, label }) => point(x1, 1000 * x2, label)),
    ],
    ['XOR of which the squares are 0', scaled(1e-170)],
    ['XOR of which the squares are infinite', scaled(1e170)],
    ['three in a row', [point(0, 0, 0), point(1, 1, 1), point(2, 2, 0)]],
    ['a ring around a point', [...around(11, 1, 0), point(0, 0, 1)]],
    ['a ring around a ring', [...around(12, 2, 0), ...around(12, 1, 1)]],
    [
      'three stripes',
      Array.from({ length: 24 }, (_, nth) =>
        point(nth % 6, Math.floor(nth / 6), Math.floor((nth % 6) / 2) % 2),
      ),
    ],
    ['points that are all in one column', [point(1, 0, 0), point(1, 1, 1), point(1, 2, 0)]],
  ])('%s', (_, points) => {
    expect(missedByNetwork(points)).toEqual([]);
  });
});

describe('a small network does not learn', () => {
  test.each<[string, readonly LabelledPlace[]]>([
    [
      'labels that change from each point to the next',
      Array.from({ length: 24 }, (_, nth) => point(nth, 0, nth % 2)),
    ],
    [
      'a board of chess',
      Array.from({ length: 16 }, (_, nth) =>
        point(nth % 4, Math.floor(nth / 4), (nth + Math.floor(nth / 4)) % 2),
      ),
    ],
    ['two labels for one place', [...XOR, point(0, 0, 1)]],
  ])('%s', (_, points) => {
    expect(missedByNetwork(points)).not.toEqual([]);
  });
});

test('the points that are missed are told by number, and the same every time', () => {
  const contradiction = [...XOR, point(1, 1, 1)];
  const [missed, again] = [missedByNetwork(contradiction), missedByNetwork(contradiction)];
  expect(again).toEqual(missed);
  expect(missed).toHaveLength(1);
  expect([3, 4]).toContain(missed[0]);
});
