/** Weights and biases apart inside of every function: the ones are there for those who look at the cache. */
import { Matrix } from 'ml-matrix';
import { sigmoid } from '../../01-forward-pass/solution.ts';

export interface Parameters {
  W1: Matrix;
  W2: Matrix;
}

export interface Cache {
  Xaug: Matrix;
  Z1: Matrix;
  H: Matrix;
  Haug: Matrix;
  prediction: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

export function augmentWithOnes(X: Matrix): Matrix {
  const wide = Matrix.ones(X.rows, X.columns + 1);
  return wide.setSubMatrix(X, 0, 0);
}

export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  return Matrix.sub(prediction, Y).norm() ** 2 / Y.rows / 2;
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const hidden = apart(parameters.W1);
  const output = apart(parameters.W2);
  const Z1 = X.mmul(hidden.W).addRowVector(hidden.b);
  const H = sigmoid(Z1);
  const prediction = H.mmul(output.W).addRowVector(output.b);
  return { Xaug: augmentWithOnes(X), Z1, H, Haug: augmentWithOnes(H), prediction };
}

export function outputGradient({ H, prediction }: Cache, Y: Matrix): Matrix {
  return stackedGradient(H, Matrix.sub(prediction, Y));
}

export function hiddenError({ H, prediction }: Cache, Y: Matrix, W2: Matrix): Matrix {
  const off = Matrix.sub(H, 1).neg();
  return Matrix.sub(prediction, Y).mmul(apart(W2).W.transpose()).mul(H).mul(off);
}

export function hiddenGradient({ Xaug }: Cache, error: Matrix): Matrix {
  return stackedGradient(Xaug.subMatrix(0, Xaug.rows - 1, 0, Xaug.columns - 2), error);
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  let current = parameters;
  const losses: number[] = [];
  while (losses.length < steps) {
    const cache = forward(X, current);
    losses.push(halfMeanSquaredError(cache.prediction, Y));
    const moves = {
      W1: hiddenGradient(cache, hiddenError(cache, Y, current.W2)).mul(-learningRate),
      W2: outputGradient(cache, Y).mul(-learningRate),
    };
    current = { W1: moves.W1.add(current.W1), W2: moves.W2.add(current.W2) };
  }
  return { parameters: current, losses };
}

function apart(stacked: Matrix): { W: Matrix; b: Matrix } {
  const last = stacked.rows - 1;
  return { W: stacked.clone().removeRow(last), b: stacked.getRowVector(last) };
}

/** The gradient of the weights, and below it that of the biases: nothing but the errors, averaged. */
function stackedGradient(inputs: Matrix, error: Matrix): Matrix {
  const dW = inputs.transpose().mmul(error).div(error.rows);
  return dW.addRow(error.mean('column'));
}
