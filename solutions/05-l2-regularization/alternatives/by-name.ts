/** Parameters by their names: whether a name begins with W decides who pays and who is pulled. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import {
  backward,
  type Gradients,
  type Training,
  update,
} from '../../02-backward-pass/solution.ts';

const NAMES = ['W1', 'b1', 'W2', 'b2'] as const;
type Name = (typeof NAMES)[number];

const pays = (name: Name): boolean => name.startsWith('W');

function sumOverWeights(parameters: Parameters): number {
  let sum = 0;
  for (const name of NAMES.filter(pays)) {
    for (const [, , weight] of parameters[name].entries()) sum += weight ** 2;
  }
  return sum;
}

export function l2Penalty(parameters: Parameters, lambda: number, m: number): number {
  return (0.5 * lambda * sumOverWeights(parameters)) / m;
}

export function regularizedLoss(
  A: Matrix,
  Y: Matrix,
  parameters: Parameters,
  lambda: number,
): number {
  return l2Penalty(parameters, lambda, A.rows) + binaryCrossEntropy(A, Y);
}

export function regularizedGradients(
  gradients: Gradients,
  parameters: Parameters,
  lambda: number,
  m: number,
): Gradients {
  const slope = (name: Name): Matrix => {
    const price = pays(name) ? lambda / m : 0;
    return Matrix.add(gradients[`d${name}`], Matrix.mul(parameters[name], price));
  };
  return { dW1: slope('W1'), db1: slope('b1'), dW2: slope('W2'), db2: slope('b2') };
}

export function trainWithDecay(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  lambda: number,
  steps: number,
): Training {
  if (steps <= 0) return { parameters, losses: [] };
  const pass = forward(X, parameters);
  const loss = regularizedLoss(pass.A2, Y, parameters, lambda);
  const gradients = regularizedGradients(backward(pass, Y, parameters), parameters, lambda, X.rows);
  const next = update(parameters, gradients, learningRate);
  const rest = trainWithDecay(X, Y, next, learningRate, lambda, steps - 1);
  return { ...rest, losses: [loss, ...rest.losses] };
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
    const { parameters: end } = trainWithDecay(X, Y, parameters, learningRate, lambda, steps);
    return sumOverWeights(end);
  });
}
