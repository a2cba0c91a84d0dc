import { describe, expect, test } from 'vitest';
import { clipped, domainOfCurves } from './clip.ts';

describe('an axis for two curves', () => {
  test('holds all of both where they are of one size', () => {
    expect(clipped([0, 5], [0, 1])).toEqual([0, 5]);
  });

  test('is cut off a span beyond the reference where the other is far away', () => {
    expect(clipped([0.25, 1e9], [0.5, 1])).toEqual([0.25, 1.5]);
    expect(clipped([-1e9, 1], [0.5, 1])).toEqual([0, 1]);
  });

  test('holds everything where the reference never changes, or is not there', () => {
    expect(clipped([0, 1e9], [1, 1])).toEqual([0, 1e9]);
    expect(clipped([0, 1e9], null)).toEqual([0, 1e9]);
    expect(clipped(null, null)).toBeNull();
  });

  test('is never cut off where it is logarithmic', () => {
    const curve = (whose: 'yours' | 'reference', ys: readonly number[]) => ({
      name: 'loss',
      whose,
      points: ys.map((y, x) => ({ x, y })),
    });
    const picture = {
      draw: 'curves',
      title: '',
      words: '',
      x: { label: 'step', scale: 'linear' },
      y: { label: 'loss', scale: 'logarithmic' },
      curves: [curve('yours', [1, 1e9]), curve('reference', [1, 0.5, 0])],
    } as const;
    expect(domainOfCurves(picture)).toEqual([0.5, 1e9]);
  });
});
