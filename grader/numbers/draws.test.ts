import { expect, test } from 'vitest';
import { furthestAllowed, heldToTheory } from './draws.ts';

const list = (...data: number[]) => ({ shape: [data.length], data });

test('the mean and the standard deviation of draws are measured', () => {
  const { mean, deviation } = heldToTheory(list(1, 3, 5, 7), { mean: 0, deviation: 1 });
  expect(mean.measured).toBe(4);
  expect(deviation.measured).toBeCloseTo(Math.sqrt(20 / 3), 12);
});

test('a mean is off by its distance in standard errors', () => {
  const { mean } = heldToTheory(list(1, 3, 5, 7), { mean: 1, deviation: 3 });
  expect(mean.off).toBeCloseTo((4 - 1) / (3 / Math.sqrt(4)), 12);
});

test('a standard deviation that is the median one is not off', () => {
  // The median of chi-squared with 99 degrees of freedom is 98.334.
  const off = deviationOff(100, 98.334 / 99);
  expect(off).toBeCloseTo(0, 3);
});

// Percentage points of chi-squared, from the tables.
test.each([
  [100, 66.51, -2.576],
  [100, 138.987, 2.576],
])('with %i draws, the percentage point %f is %f off', (draws, point, off) => {
  expect(deviationOff(draws, point / (draws - 1))).toBeCloseTo(off, 2);
});

test('less often than once in 200 million is either tail of right draws beyond six', () => {
  for (const draws of [100, 240, 900]) {
    const beyond = chiSquaredOutside(draws - 1, bound(draws, -6), bound(draws, 6));
    // The mean is normal, and goes beyond six on either side with 2e-9.
    expect(beyond + 2e-9).toBeLessThan(5e-9);
  }
});

/** How far off the standard deviation of an even number of draws is that have this variance and should have 1. */
function deviationOff(draws: number, variance: number): number {
  const half = Math.sqrt((variance * (draws - 1)) / draws);
  const data = Array.from({ length: draws }, (_, at) => (at % 2 === 0 ? half : -half));
  return heldToTheory(list(...data), { mean: 0, deviation: 1 }).deviation.off;
}

/** The value of chi-squared that is so far off. */
function bound(draws: number, off: number): number {
  let [low, high] = [0, 10];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (deviationOff(draws, middle) < off) low = middle;
    else high = middle;
  }
  return low * (draws - 1);
}

/** The probability of chi-squared below one number or above another, by the midpoint rule. */
function chiSquaredOutside(degrees: number, below: number, above: number): number {
  const half = degrees / 2;
  const density = (x: number) =>
    Math.exp((half - 1) * Math.log(x) - x / 2 - half * Math.log(2) - logGamma(half));
  const integral = (from: number, to: number) => {
    const width = (to - from) / 2000;
    const places = Array.from({ length: 2000 }, (_, at) => from + (at + 0.5) * width);
    return places.reduce((sum, x) => sum + density(x) * width, 0);
  };
  return integral(0, below) + integral(above, above + 20 * Math.sqrt(2 * degrees));
}

/** Stirling's series; for the large numbers here it is exact to the last digits. */
function logGamma(x: number): number {
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

test('the furthest of draws is told on either side, with the standard deviations that it is off', () => {
  const { furthest } = heldToTheory(list(1, -5, 3), { mean: 1, deviation: 2 });
  expect(furthest).toEqual({ measured: -5, off: -3 });
});

test('numbers that are there again are counted once', () => {
  expect(heldToTheory(list(1, 2, 1, 0, -0), { mean: 0, deviation: 1 }).distinct).toBe(3);
});

test('less often than once in 200 million is the furthest of right draws beyond its bound', () => {
  for (const draws of [100, 240, 900, 2000]) {
    const beyond = draws * 2 * normalAbove(furthestAllowed(draws));
    expect(beyond).toBeLessThan(5e-9);
    // No wider than it takes: 6.2 to 7.4 standard deviations.
    expect(beyond).toBeGreaterThan(1e-10);
  }
});

/** The probability of a standard normal number above this one, by the midpoint rule. */
function normalAbove(z: number): number {
  const width = 0.001;
  const places = Array.from({ length: 5000 }, (_, at) => z + (at + 0.5) * width);
  return (
    places.reduce((sum, x) => sum + Math.exp(-(x ** 2) / 2) * width, 0) / Math.sqrt(2 * Math.PI)
  );
}
