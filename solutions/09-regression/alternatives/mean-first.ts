/** The mean goes in with the slope of the loss and is taken out where a step is about single examples; training calls itself. */
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
  const turned = X.transpose();
  return turned.addRow(new Array(X.rows).fill(1)).transpose();
}

export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  const error = Matrix.sub(Y, prediction);
  return error.dot(error) / (Y.rows + Y.rows);
}

export function forward(X: Matrix, { W1, W2 }: Parameters): Cache {
  const Xaug = augmentWithOnes(X);
  const Z1 = Xaug.mmul(W1);
  const H = sigmoid(Z1);
  const Haug = augmentWithOnes(H);
  return { Xaug, Z1, H, Haug, prediction: Haug.mmul(W2) };
}

/** How the loss changes with each prediction: N x 1. */
function lossSlope({ prediction }: Cache, Y: Matrix): Matrix {
  return Matrix.sub(prediction, Y).div(Y.rows);
}

export function outputGradient(cache: Cache, Y: Matrix): Matrix {
  const slope = lossSlope(cache, Y);
  return slope.transpose().mmul(cache.Haug).transpose();
}

export function hiddenError(cache: Cache, Y: Matrix, W2: Matrix): Matrix {
  // Augmented, H has the slope 0 in its column of ones: no blame arrives there.
  const slope = Matrix.sub(cache.Haug, Matrix.mul(cache.Haug, cache.Haug));
  const blame = lossSlope(cache, Y).mul(Y.rows).mmul(W2.transpose());
  return blame.mul(slope).removeColumn(W2.rows - 1);
}

export function hiddenGradient(cache: Cache, error: Matrix): Matrix {
  const averaged = Matrix.div(error, error.rows);
  return averaged.transpose().mmul(cache.Xaug).transpose();
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const descend = (start: Parameters, left: number): Training => {
    if (left === 0) return { parameters: start, losses: [] };
    const cache = forward(X, start);
    const next = {
      W1: stepped(start.W1, hiddenGradient(cache, hiddenError(cache, Y, start.W2)), learningRate),
      W2: stepped(start.W2, outputGradient(cache, Y), learningRate),
    };
    const rest = descend(next, left - 1);
    rest.losses.unshift(halfMeanSquaredError(cache.prediction, Y));
    return rest;
  };
  return descend(parameters, steps);
}

function stepped(W: Matrix, dW: Matrix, learningRate: number): Matrix {
  return Matrix.add(W, Matrix.mul(dW, -learningRate));
}
