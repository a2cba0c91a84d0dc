/** Sums over the examples with the penalty among them, and a single division by m at the very end. */
import { Matrix } from 'ml-matrix';
import { forward, type Parameters } from '../../01-forward-pass/solution.ts';
import type { Gradients, Training } from '../../02-backward-pass/solution.ts';

export function l2Penalty(parameters: Parameters, lambda: number, m: number): number {
  return halfSquares(parameters) * (lambda / m);
}

export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  let total = lambda * halfSquares(parameters);
  for (let i = 0; i < A.rows; i++) {
    const [a, y] = [A.get(i, 0), Y.get(i, 0)];
    total += y === 1 ? -Math.log(a) : -Math.log1p(-a);
  }
  return total / A.rows;
}

export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  // m times the average is the sum, to which the penalty adds lambda W.
  const averaged = (dW: Matrix, W: Matrix): Matrix =>
    Matrix.mul(dW, m).add(Matrix.mul(W, lambda)).div(m);
  return {
    ...gradients,
    dW1: averaged(gradients.dW1, parameters.W1),
    dW2: averaged(gradients.dW2, parameters.W2),
  };
}

export function trainWithDecay(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambda: number,
  steps: number,
): Training {
  const learned = {
    W1: parameters.W1.clone(),
    b1: parameters.b1.clone(),
    W2: parameters.W2.clone(),
    b2: parameters.b2.clone(),
  };
  const losses: number[] = [];
  const rate = learningRate / X.rows;
  for (let step = 0; step < steps; step++) {
    const { A1, A2 } = forward(X, learned);
    losses.push(regularizedLoss(A2, Y, learned, lambda));
    const dZ2 = Matrix.sub(A2, Y);
    const dZ1 = dZ2.mmul(learned.W2.transpose()).mul(Matrix.mul(A1, A1).neg().add(1));
    // All four are worked out before any of them moves.
    const sums = {
      W1: X.transpose().mmul(dZ1).add(Matrix.mul(learned.W1, lambda)),
      b1: Matrix.rowVector(dZ1.sum('column')),
      W2: A1.transpose().mmul(dZ2).add(Matrix.mul(learned.W2, lambda)),
      b2: Matrix.rowVector(dZ2.sum('column')),
    };
    learned.W1.sub(sums.W1.mul(rate));
    learned.b1.sub(sums.b1.mul(rate));
    learned.W2.sub(sums.W2.mul(rate));
    learned.b2.sub(sums.b2.mul(rate));
  }
  return { parameters: learned, losses };
}

export function normsByLambda(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambdas: readonly number[],
  steps: number,
): number[] {
  return Array.from(lambdas, (lambda) => {
    const training = trainWithDecay(X, Y, parameters, learningRate, lambda, steps);
    return 2 * halfSquares(training.parameters);
  });
}

function halfSquares({ W1, W2 }: Parameters): number {
  const squares = [...W1.to1DArray(), ...W2.to1DArray()].map((w) => (w * w) / 2);
  return squares.reduce((sum, square) => sum + square, 0);
}
