import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { binaryCrossEntropy, forward } from '../01-forward-pass/solution.ts';
import { backward } from './solution.ts';

// The lessons print these numbers for students to follow with a pencil.
const parameters = {
  W1: new Matrix([
    [0.5, -1],
    [0.25, 0.5],
  ]),
  b1: new Matrix([[0, 0.5]]),
  W2: new Matrix([[1], [-2]]),
  b2: new Matrix([[0.2]]),
};
const cache = forward(new Matrix([[1, 2]]), parameters);
const shown = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((z) => z.toFixed(4)));

test('the worked example of the forward pass is what forward returns', () => {
  expect(shown(cache.Z1)).toEqual([['1.0000', '0.5000']]);
  expect(shown(cache.A1)).toEqual([['0.7616', '0.4621']]);
  expect(shown(cache.Z2)).toEqual([['0.0374']]);
  expect(shown(cache.A2)).toEqual([['0.5093']]);
});

test('the worked example of the loss is what binaryCrossEntropy returns', () => {
  expect(binaryCrossEntropy(cache.A2, new Matrix([[1]])).toFixed(4)).toBe('0.6746');
  expect(binaryCrossEntropy(cache.A2, new Matrix([[0]])).toFixed(4)).toBe('0.7120');
});

test('the worked example of the backward pass is what backward returns', () => {
  const { dW1, dW2, db1, db2 } = backward(cache, new Matrix([[1]]), parameters);
  expect(shown(dW2)).toEqual([['-0.3737'], ['-0.2267']]);
  expect(shown(db2)).toEqual([['-0.4907']]);
  expect(shown(db1)).toEqual([['-0.2061', '0.7718']]);
  expect(shown(dW1)).toEqual([
    ['-0.2061', '0.7718'],
    ['-0.4121', '1.5435'],
  ]);
});
