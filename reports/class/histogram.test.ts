import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, histogramOf } from './histogram.ts';

const countsOf = (scores: readonly number[]) => binsOf(scores).map(({ count }) => count);
const score = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.integer({ min: 0, max: 100 }),
);

describe('scores are counted', () => {
  test('in ten bins of ten per cent, each with its beginning and without its end', () => {
    expect(countsOf([0, 9.99, 10, 55, 59.9, 60, 89])).toEqual([2, 1, 0, 0, 0, 2, 1, 0, 1, 0]);
  });

  test('with what is all right in the last', () => {
    expect(countsOf([90, 100, 100])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
  });

  test('once each', () => {
    fc.assert(
      fc.property(fc.array(score), (scores) => {
        expect(countsOf(scores).reduce((sum, count) => sum + count, 0)).toBe(scores.length);
      }),
    );
  });

  test('where they belong', () => {
    fc.assert(
      fc.property(score, (one) => {
        const { from, to } = binsOf([one]).find(({ count }) => count === 1) ?? { from: 1, to: 0 };
        expect(from <= one && (one < to || to === 100)).toBe(true);
      }),
    );
  });
});

describe('the picture', () => {
  test('has bars as high as their counts', () => {
    const { bars } = histogramOf([5, 15, 15, 95, 95, 95, 95]);
    const [first, second] = bars;
    expect(second?.height).toBeCloseTo(2 * (first?.height ?? 0), 1);
    expect(bars.at(-1)?.height).toBeCloseTo(4 * (first?.height ?? 0), 1);
    expect(bars[5]?.height).toBe(0);
  });

  test('stays within its frame', () => {
    fc.assert(
      fc.property(fc.array(score), (scores) => {
        const { bars, left, right, top, bottom } = histogramOf(scores);
        for (const { x, y, width, height } of bars) {
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x + width).toBeLessThanOrEqual(right);
          expect(y).toBeGreaterThanOrEqual(top);
          expect(y + height).toBeCloseTo(bottom, 1);
        }
      }),
    );
  });

  test('counts in whole submissions', () => {
    expect(histogramOf([50]).up.map(({ label }) => label)).toEqual([0, 1]);
  });

  test('says in words what it shows', () => {
    expect(histogramOf([42, 100, 100]).words).toBe(
      'Bar chart of how many submissions reached which score. 40 % to below 50 %: 1 submission; 90 % to 100 %: 2 submissions. No other score was reached.',
    );
  });
});
