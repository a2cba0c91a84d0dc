/** Weight decay as a shrinking: every step multiplies the weights by 1 - learningRate lambda / m first. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Gradients, type Training } from '../../02-backward-pass/solution.ts';

export function l2Penalty({ W1, W2 }: Parameters, lambda: number, m: number): number {
  return ((W1.norm() ** 2 + W2.norm() ** 2) * lambda) / m / 2;
}

export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  const dataTerm = binaryCrossEntropy(A, Y);
  return dataTerm + l2Penalty(parameters, lambda, A.rows);
}

export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  const regularized = { ...gradients };
  regularized.dW1 = Matrix.mul(parameters.W1, lambda).div(m).add(gradients.dW1);
  regularized.dW2 = Matrix.mul(parameters.W2, lambda).div(m).add(gradients.dW2);
  return regularized;
}

export function trainWithDecay(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambda: number,
  steps: number,
): Training {
  const keep = 1 - (learningRate * lambda) / X.rows;
  const losses: number[] = [];
  let { W1, b1, W2, b2 } = parameters;
  for (let step = 0; step < steps; step++) {
    const now = { W1, b1, W2, b2 };
    const cache = forward(X, now);
    losses.push(regularizedLoss(cache.A2, Y, now, lambda));
    const { dW1, db1, dW2, db2 } = backward(cache, Y, now);
    W1 = Matrix.mul(W1, keep).sub(dW1.mul(learningRate));
    W2 = Matrix.mul(W2, keep).sub(dW2.mul(learningRate));
    b1 = Matrix.sub(b1, db1.mul(learningRate));
    b2 = Matrix.sub(b2, db2.mul(learningRate));
  }
  return { parameters: { W1, b1, W2, b2 }, losses };
}

export function normsByLambda(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambdas: readonly number[],
  steps: number,
): number[] {
  return lambdas.map((lambda) => {
    const { W1, W2 } = trainWithDecay(X, Y, parameters, learningRate, lambda, steps).parameters;
    return W1.dot(W1) + W2.dot(W2);
  });
}
