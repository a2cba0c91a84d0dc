import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import {
  backward,
  crossEntropy,
  forward,
  leakyRelu,
  leakyReluGradient,
  reluGradient,
} from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const parameters = {
  W1: new Matrix([
    [0.5, -1],
    [0.25, 0.5],
  ]),
  b1: new Matrix([[0, -1]]),
  W2: new Matrix([
    [1, 0.5],
    [-2, 1.5],
  ]),
  b2: new Matrix([[0.2, -0.3]]),
};
const Y = new Matrix([[0, 1]]);
const cache = forward(new Matrix([[1, 2]]), parameters);
const dZ2 = Matrix.sub(cache.A2, Y);
const dA1 = dZ2.mmul(parameters.W2.transpose());

// A closed gate makes -0 of a negative error; the lesson prints it as 0.
const shown = (matrix: Matrix) =>
  matrix.to2DArray().map((row) => row.map((z) => (z + 0).toFixed(4)));

test('the worked example of the forward pass is what forward returns', () => {
  expect(shown(cache.Z1)).toEqual([['1.0000', '-1.0000']]);
  expect(shown(cache.A1)).toEqual([['1.0000', '0.0000']]);
  expect(shown(cache.Z2)).toEqual([['1.2000', '0.2000']]);
  expect(shown(cache.A2)).toEqual([['0.7311', '0.2689']]);
});

test('the worked example of the loss is what crossEntropy returns', () => {
  expect(crossEntropy(cache.A2, Y).toFixed(4)).toBe('1.3133');
});

test('the errors of the worked example follow from its probabilities', () => {
  expect(shown(dZ2)).toEqual([['0.7311', '-0.7311']]);
  expect(shown(dA1)).toEqual([['0.3655', '-2.5587']]);
});

test('the worked example of the backward pass is what backward returns', () => {
  const { dW1, db1, dW2 } = backward(cache, Y, parameters);
  expect(shown(dW2)).toEqual([
    ['0.7311', '-0.7311'],
    ['0.0000', '0.0000'],
  ]);
  expect(reluGradient(cache.Z1).to2DArray()).toEqual([[1, 0]]);
  // With one example, dZ1 and db1 are the same row.
  expect(shown(db1)).toEqual([['0.3655', '0.0000']]);
  expect(shown(dW1)).toEqual([
    ['0.3655', '0.0000'],
    ['0.7311', '0.0000'],
  ]);
});

test('a leaky unit would have said what the lesson says, and passed on a tenth', () => {
  expect(leakyRelu(cache.Z1, 0.1).get(0, 1)).toBeCloseTo(-0.1, 12);
  expect(leakyReluGradient(cache.Z1, 0.1).get(0, 1)).toBe(0.1);
});
