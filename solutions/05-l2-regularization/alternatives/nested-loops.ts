/** Nested loops over single entries, with a sum for each of the two matrices. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import {
  backward,
  type Gradients,
  type Training,
  update,
} from '../../02-backward-pass/solution.ts';

export function l2Penalty(parameters: Parameters, lambda: number, m: number): number {
  let penalty = 0;
  for (const W of [parameters.W1, parameters.W2]) {
    for (let i = 0; i < W.rows; i++) {
      for (let j = 0; j < W.columns; j++) {
        penalty += (lambda * W.get(i, j) ** 2) / (2 * m);
      }
    }
  }
  return penalty;
}

export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  let loss = l2Penalty(parameters, lambda, Y.rows);
  for (let i = 0; i < Y.rows; i++) {
    const a = A.get(i, 0);
    loss -= Math.log(Y.get(i, 0) === 1 ? a : 1 - a) / Y.rows;
  }
  return loss;
}

export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  const { dW1, db1, dW2, db2 } = gradients;
  return {
    dW1: pulled(dW1, parameters.W1, lambda / m),
    db1,
    dW2: pulled(dW2, parameters.W2, lambda / m),
    db2,
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
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const pass = forward(X, parameters);
    const loss = binaryCrossEntropy(pass.A2, Y) + l2Penalty(parameters, lambda, X.rows);
    losses.push(loss);
    let gradients = backward(pass, Y, parameters);
    gradients = regularizedGradients(gradients, parameters, lambda, X.rows);
    parameters = update(parameters, gradients, learningRate);
  }
  return { parameters, losses };
}

export function normsByLambda(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambdas: readonly number[],
  steps: number,
): number[] {
  const norms: number[] = [];
  for (let l = 0; l < lambdas.length; l++) {
    const lambda = lambdas[l] ?? 0;
    const { W1, W2 } = trainWithDecay(X, Y, parameters, learningRate, lambda, steps).parameters;
    let norm = 0;
    for (let i = 0; i < W1.rows; i++) {
      for (let j = 0; j < W1.columns; j++) norm += W1.get(i, j) * W1.get(i, j);
    }
    for (let i = 0; i < W2.rows; i++) {
      for (let j = 0; j < W2.columns; j++) norm += W2.get(i, j) * W2.get(i, j);
    }
    norms.push(norm);
  }
  return norms;
}

function pulled(dW: Matrix, W: Matrix, share: number): Matrix {
  const sum = Matrix.zeros(W.rows, W.columns);
  for (let i = 0; i < W.rows; i++) {
    for (let j = 0; j < W.columns; j++) sum.set(i, j, dW.get(i, j) + share * W.get(i, j));
  }
  return sum;
}
