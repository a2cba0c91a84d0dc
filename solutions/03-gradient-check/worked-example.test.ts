import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { binaryCrossEntropy, forward } from '../01-forward-pass/solution.ts';
import { backward } from '../02-backward-pass/solution.ts';
import { checkGradients, numericGradient, relativeError } from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const one = () => new Matrix([[1]]);
const cube = (theta: Matrix) => theta.get(0, 0) ** 3;
const centred = (epsilon: number) => numericGradient(cube, one(), epsilon).get(0, 0);
const oneSided = (epsilon: number) => ((1 + epsilon) ** 3 - 1) / epsilon;

test('the steps of the worked example are those of the cube at 1', () => {
  expect((1.1 ** 3).toFixed(3)).toBe('1.331');
  expect((0.9 ** 3).toFixed(3)).toBe('0.729');
  expect(((1.331 - 0.729) / 0.2).toFixed(4)).toBe('3.0100');
  expect(((1.331 - 1) / 0.1).toFixed(4)).toBe('3.3100');
});

test.each([
  { epsilon: 0.1, both: '3.010000', error: '1.7e-3', verdict: 'failed', side: '3.310000' },
  { epsilon: 0.01, both: '3.000100', error: '1.7e-5', verdict: 'acceptable', side: '3.030100' },
  { epsilon: 0.001, both: '3.000001', error: '1.7e-7', verdict: 'passed', side: '3.003001' },
])('the row of the table for a step of $epsilon', ({ epsilon, both, error, verdict, side }) => {
  const { x } = checkGradients(
    ({ x }) => cube(x),
    { x: one() },
    { dx: new Matrix([[3]]) },
    epsilon,
  );
  expect(centred(epsilon).toFixed(6)).toBe(both);
  expect(x?.relativeError.toExponential(1)).toBe(error);
  expect(x?.verdict).toBe(verdict);
  expect(oneSided(epsilon).toFixed(6)).toBe(side);
});

test('the default step is 0.00001, and a far smaller one drowns in rounding', () => {
  expect(numericGradient(cube, one()).get(0, 0)).toBe(centred(0.00001));
  expect(centred(0.00000000000001).toFixed(4)).toBe('2.9976');
});

test('the worked example of the relative error is what relativeError returns', () => {
  const a = new Matrix([[3, 4]]);
  const b = new Matrix([[0.6, 0.8]]);
  expect([a.norm(), b.norm(), Matrix.sub(a, b).norm()].map((size) => size.toFixed(4))).toEqual([
    '5.0000',
    '1.0000',
    '4.0000',
  ]);
  expect(relativeError(a, b).toFixed(4)).toBe('0.6667');
  expect(relativeError(a, Matrix.mul(a, -1))).toBe(1);
  expect(relativeError(Matrix.zeros(1, 2), Matrix.zeros(1, 2))).toBe(0);
});

test('undoing arithmetic with arithmetic misses 0.1', () => {
  expect(0.1 + 0.00001 - 0.00002 + 0.00001).toBe(0.09999999999999999);
});

test('turned on the backward pass of exercise 02, it passes what is right and nothing else', () => {
  const X = new Matrix([
    [1, 2],
    [-1, 0.5],
    [0.5, -2],
  ]);
  const Y = new Matrix([[1], [0], [1]]);
  const parameters = {
    W1: new Matrix([
      [0.5, -1],
      [0.25, 0.5],
    ]),
    b1: new Matrix([[0, 0.5]]),
    W2: new Matrix([[1], [-2]]),
    b2: new Matrix([[0.2]]),
  };
  const gradients = backward(forward(X, parameters), Y, parameters);
  const verdicts = (given: Record<string, Matrix>) => {
    const checks = checkGradients(
      (moved) => binaryCrossEntropy(forward(X, moved).A2, Y),
      { ...parameters },
      given,
    );
    return Object.values(checks).map(({ verdict }) => verdict);
  };
  expect(verdicts({ ...gradients })).toEqual(['passed', 'passed', 'passed', 'passed']);
  const notAveraged = Matrix.mul(gradients.dW1, X.rows);
  expect(verdicts({ ...gradients, dW1: notAveraged })).toEqual([
    'failed',
    'passed',
    'passed',
    'passed',
  ]);
});
