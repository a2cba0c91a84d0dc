/** The penalty as the trace of the weights times themselves; training as a generator that is asked for stops. */
import type { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import {
  backward,
  type Gradients,
  type Training,
  update,
} from '../../02-backward-pass/solution.ts';

/** The trace of W'W is the sum of all squared entries. */
function squaresOf(W: Matrix): number {
  return W.transpose().mmul(W).trace();
}

export function l2Penalty(parameters: Parameters, lambda: number, m: number): number {
  const { W1, W2 } = parameters;
  const price = lambda / m;
  return (price * squaresOf(W1)) / 2 + (price * squaresOf(W2)) / 2;
}

export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  // Nothing is charged where nothing is asked for.
  if (lambda === 0) return binaryCrossEntropy(A, Y);
  return binaryCrossEntropy(A, Y) + l2Penalty(parameters, lambda, A.rows);
}

export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  const dW1 = gradients.dW1.clone();
  const dW2 = gradients.dW2.clone();
  dW1.apply((i, j) => {
    dW1.set(i, j, dW1.get(i, j) + (lambda * parameters.W1.get(i, j)) / m);
  });
  dW2.apply((i, j) => {
    dW2.set(i, j, dW2.get(i, j) + (lambda * parameters.W2.get(i, j)) / m);
  });
  return { dW1, db1: gradients.db1, dW2, db2: gradients.db2 };
}

/** The parameters before each step, and after the last one. */
function* path(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  lambda: number,
): Generator<{ parameters: Parameters; loss: number }, never> {
  let parameters = start;
  for (;;) {
    const pass = forward(X, parameters);
    yield { parameters, loss: regularizedLoss(pass.A2, Y, parameters, lambda) };
    const ofData = backward(pass, Y, parameters);
    const gradients = regularizedGradients(ofData, parameters, lambda, Y.rows);
    parameters = update(parameters, gradients, learningRate);
  }
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
  for (const stop of path(X, Y, parameters, learningRate, lambda)) {
    if (losses.length === steps) return { parameters: stop.parameters, losses };
    losses.push(stop.loss);
  }
  throw new Error('the path has no end');
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
    const { parameters: trained } = trainWithDecay(X, Y, parameters, learningRate, lambda, steps);
    return squaresOf(trained.W1) + squaresOf(trained.W2);
  });
}
