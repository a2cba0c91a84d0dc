/** A loop for every index, and one number at a time. */
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
  const wide = Matrix.zeros(X.rows, X.columns + 1);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < X.columns; j++) wide.set(i, j, X.get(i, j));
    wide.set(i, X.columns, 1);
  }
  return wide;
}

export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  let sum = 0;
  for (let i = 0; i < Y.rows; i++) {
    const error = prediction.get(i, 0) - Y.get(i, 0);
    sum += 0.5 * error * error;
  }
  return sum / Y.rows;
}

export function forward(X: Matrix, { W1, W2 }: Parameters): Cache {
  const Xaug = augmentWithOnes(X);
  const Z1 = times(Xaug, W1);
  const H = sigmoid(Z1);
  const Haug = augmentWithOnes(H);
  return { Xaug, Z1, H, Haug, prediction: times(Haug, W2) };
}

export function outputGradient(cache: Cache, Y: Matrix): Matrix {
  const N = Y.rows;
  const dW2 = Matrix.zeros(cache.Haug.columns, 1);
  for (let unit = 0; unit < dW2.rows; unit++) {
    let sum = 0;
    for (let i = 0; i < N; i++) {
      sum += cache.Haug.get(i, unit) * (cache.prediction.get(i, 0) - Y.get(i, 0));
    }
    dW2.set(unit, 0, sum / N);
  }
  return dW2;
}

export function hiddenError(cache: Cache, Y: Matrix, W2: Matrix): Matrix {
  const errors = Matrix.zeros(cache.H.rows, cache.H.columns);
  for (let i = 0; i < errors.rows; i++) {
    const error = cache.prediction.get(i, 0) - Y.get(i, 0);
    // There is a unit for each column of H; the bias of the output is none of them.
    for (let unit = 0; unit < errors.columns; unit++) {
      const a = cache.H.get(i, unit);
      errors.set(i, unit, error * W2.get(unit, 0) * a * (1 - a));
    }
  }
  return errors;
}

export function hiddenGradient(cache: Cache, error: Matrix): Matrix {
  const dW1 = Matrix.zeros(cache.Xaug.columns, error.columns);
  for (let i = 0; i < error.rows; i++) {
    for (let input = 0; input < dW1.rows; input++) {
      for (let unit = 0; unit < dW1.columns; unit++) {
        const share = (cache.Xaug.get(i, input) * error.get(i, unit)) / error.rows;
        dW1.set(input, unit, dW1.get(input, unit) + share);
      }
    }
  }
  return dW1;
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const W1 = parameters.W1.clone();
  const W2 = parameters.W2.clone();
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, { W1, W2 });
    losses.push(halfMeanSquaredError(cache.prediction, Y));
    const dW2 = outputGradient(cache, Y);
    const dW1 = hiddenGradient(cache, hiddenError(cache, Y, W2));
    move(W1, dW1, learningRate);
    move(W2, dW2, learningRate);
  }
  return { parameters: { W1, W2 }, losses };
}

function move(W: Matrix, dW: Matrix, learningRate: number): void {
  for (let i = 0; i < W.rows; i++) {
    for (let j = 0; j < W.columns; j++) W.set(i, j, W.get(i, j) - learningRate * dW.get(i, j));
  }
}

function times(A: Matrix, B: Matrix): Matrix {
  const product = Matrix.zeros(A.rows, B.columns);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < B.columns; j++) {
      for (let k = 0; k < A.columns; k++) {
        product.set(i, j, product.get(i, j) + A.get(i, k) * B.get(k, j));
      }
    }
  }
  return product;
}
