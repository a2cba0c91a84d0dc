import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { forward } from '../01-forward-pass/solution.ts';
import { backward, update } from '../02-backward-pass/solution.ts';
import { l2Penalty, normsByLambda, regularizedGradients, regularizedLoss } from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const parameters = {
  W1: new Matrix([
    [0.5, -1],
    [0.25, 0.5],
  ]),
  b1: new Matrix([[0, 0.5]]),
  W2: new Matrix([[1], [-2]]),
  b2: new Matrix([[0.2]]),
};
const X = new Matrix([[1, 2]]);
const Y = new Matrix([[1]]);
const lambda = 0.4;
const cache = forward(X, parameters);
const ofData = backward(cache, Y, parameters);
const gradients = regularizedGradients(ofData, parameters, lambda, 1);
const shown = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((z) => z.toFixed(4)));

test('the worked example of the loss is what regularizedLoss returns', () => {
  expect(Matrix.pow(parameters.W1, 2).sum().toFixed(4)).toBe('1.5625');
  expect(Matrix.pow(parameters.W2, 2).sum().toFixed(4)).toBe('5.0000');
  expect(l2Penalty(parameters, lambda, 1).toFixed(4)).toBe('1.3125');
  expect(regularizedLoss(cache.A2, Y, parameters, 0).toFixed(4)).toBe('0.6746');
  expect(regularizedLoss(cache.A2, Y, parameters, lambda).toFixed(4)).toBe('1.9871');
});

test('a second copy of the example leaves the data term and halves the penalty', () => {
  const twice = [
    [1, 2],
    [1, 2],
  ];
  const { A2 } = forward(new Matrix(twice), parameters);
  const labels = new Matrix([[1], [1]]);
  expect(regularizedLoss(A2, labels, parameters, 0).toFixed(4)).toBe('0.6746');
  expect(l2Penalty(parameters, lambda, 2).toFixed(5)).toBe('0.65625');
});

test('the worked example of the gradients is what regularizedGradients returns', () => {
  expect(shown(ofData.dW1)).toEqual([
    ['-0.2061', '0.7718'],
    ['-0.4121', '1.5435'],
  ]);
  expect(shown(ofData.dW2)).toEqual([['-0.3737'], ['-0.2267']]);
  expect(shown(gradients.dW1)).toEqual([
    ['-0.0061', '0.3718'],
    ['-0.3121', '1.7435'],
  ]);
  expect(shown(gradients.dW2)).toEqual([['0.0263'], ['-1.0267']]);
  expect(shown(gradients.db2)).toEqual([['-0.4907']]);
});

test('the worked example of one step is what update returns', () => {
  const without = update(parameters, ofData, 0.5);
  const withPenalty = update(parameters, gradients, 0.5);
  expect(without.W2.get(0, 0).toFixed(4)).toBe('1.1868');
  expect(withPenalty.W2.get(0, 0).toFixed(4)).toBe('0.9868');
});

test('the table of norms is what normsByLambda returns', () => {
  const norms = normsByLambda(X, Y, parameters, 0.5, [0, 0.1, 0.4], 20);
  expect(norms.map((norm) => norm.toFixed(4))).toEqual(['9.2435', '2.3641', '0.1450']);
});
