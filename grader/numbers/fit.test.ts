import { describe, expect, test } from 'vitest';
import { matrix, numbers, record } from '../testing/values.ts';
import { fitOf, predicted, targetsOf, type ValuedPoints } from './fit.ts';
import { layersOf } from './network.ts';

/** A line: w times x, plus b. */
function line(w: number, b = 0) {
  const layers = layersOf(record({ W1: matrix([w]), b1: numbers(b) }));
  if (layers === null) throw new Error('a line is a network');
  return layers;
}

const points = (...pairs: readonly (readonly [x: number, target: number])[]): ValuedPoints => ({
  X: { shape: [pairs.length, 1], data: pairs.map(([x]) => x) },
  targets: pairs.map(([, target]) => target),
});

const LINE = points([-1, -2], [0, 0], [1, 2]);

describe('a network explains of the variance', () => {
  test('all of it where every prediction is right', () => {
    expect(fitOf(line(2), 'sigmoid', LINE)).toEqual({ explained: 1, loss: 0 });
  });

  test('nothing where it always says the mean', () => {
    expect(fitOf(line(0), 'sigmoid', LINE).explained).toBe(0);
  });

  test('what is left of 1 without the squared errors over the variance', () => {
    // Errors of 1, 0 and 1 against values that lie 2, 0 and 2 from their mean.
    expect(fitOf(line(1), 'sigmoid', LINE)).toEqual({ explained: 0.75, loss: 2 / 3 });
  });

  test('nothing where it is worse than the mean', () => {
    expect(fitOf(line(-5), 'sigmoid', LINE).explained).toBe(0);
  });

  test.each([
    ['weights are NaN', line(Number.NaN), LINE],
    ['weights are as large as numbers can be', line(1e308), LINE],
    ['all values are one', line(1), points([1, 3], [2, 3])],
    ['there are no points', line(1), points()],
  ])('nothing where %s', (_, layers, of) => {
    expect(fitOf(layers, 'sigmoid', of).explained).toBe(0);
  });
});

test('no activation stands behind the last layer', () => {
  expect(predicted(line(-3), 'relu', [2])).toBe(-6);
});

test('a network that says two numbers of a point predicts none', () => {
  const two = layersOf(record({ W1: matrix([1, 1]), b1: numbers(0, 0) })) ?? [];
  expect(predicted(two, 'relu', [2])).toBeNaN();
});

describe('points with values are found', () => {
  const X = matrix([1, 2], [3, 4]);

  test.each([
    ['a list', numbers(5, 6)],
    ['a column', matrix([5], [6])],
  ])('with %s of values', (_, targets) => {
    expect(targetsOf(record({ X, targets }))?.targets).toEqual([5, 6]);
  });

  test.each([
    ['without values', record({ X })],
    ['with a value too few', record({ X, targets: numbers(5) })],
    ['with a list for points', record({ X: numbers(1, 2), targets: numbers(5, 6) })],
  ])('but not in a record %s', (_, value) => {
    expect(targetsOf(value)).toBeNull();
  });

  test('but not where there is no value', () => {
    expect(targetsOf(null)).toBeNull();
  });
});
