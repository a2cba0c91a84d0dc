import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import {
  augmentWithOnes,
  forward,
  halfMeanSquaredError,
  hiddenError,
  hiddenGradient,
  outputGradient,
} from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const X = new Matrix([[1, 2]]);
const Y = new Matrix([[1]]);
const parameters = {
  W1: new Matrix([
    [0.5, -1],
    [0.25, 0.5],
    [0, -0.5],
  ]),
  W2: new Matrix([[2], [-1], [0.5]]),
};
const cache = forward(X, parameters);
const shown = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((z) => z.toFixed(4)));

test('the example of the column of ones is what augmentWithOnes returns', () => {
  const two = new Matrix([
    [1, 2],
    [3, 4],
  ]);
  expect(augmentWithOnes(two).to2DArray()).toEqual([
    [1, 2, 1],
    [3, 4, 1],
  ]);
});

test('the example of the loss is what halfMeanSquaredError returns', () => {
  const column = (...entries: number[]) => Matrix.columnVector(entries);
  const loss = halfMeanSquaredError(column(1, 2, 3, 4, 5), column(2, 4, 6, 8, 10));
  expect(loss).toBe(5.5);
});

test('the worked example of the forward pass is what forward returns', () => {
  expect(cache.Xaug.to2DArray()).toEqual([[1, 2, 1]]);
  expect(shown(cache.Z1)).toEqual([['1.0000', '-0.5000']]);
  expect(shown(cache.H)).toEqual([['0.7311', '0.3775']]);
  expect(shown(cache.Haug)).toEqual([['0.7311', '0.3775', '1.0000']]);
  expect(shown(cache.prediction)).toEqual([['1.5846']]);
  expect(halfMeanSquaredError(cache.prediction, Y).toFixed(4)).toBe('0.1709');
});

test('the worked example of the baby steps is what they return', () => {
  expect(shown(outputGradient(cache, Y))).toEqual([['0.4274'], ['0.2207'], ['0.5846']]);
  const error = hiddenError(cache, Y, parameters.W2);
  expect(shown(error)).toEqual([['0.2299', '-0.1374']]);
  expect(shown(hiddenGradient(cache, error))).toEqual([
    ['0.2299', '-0.1374'],
    ['0.4597', '-0.2748'],
    ['0.2299', '-0.1374'],
  ]);
});

test('the blame and the slopes that the worked example shows on the way are those of the formulas', () => {
  const blame = Matrix.sub(cache.prediction, Y).mmul(parameters.W2.transpose());
  expect(shown(blame)).toEqual([['1.1692', '-0.5846', '0.2923']]);
  expect(shown(Matrix.sub(cache.H, Matrix.mul(cache.H, cache.H)))).toEqual([['0.1966', '0.2350']]);
});
