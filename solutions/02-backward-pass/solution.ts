import { Matrix } from 'ml-matrix';
import {
  binaryCrossEntropy,
  type Cache,
  forward,
  type Parameters,
} from '../01-forward-pass/solution.ts';

/** How the loss changes with every weight and bias; each has the shape of what it belongs to. */
export interface Gradients {
  /** n x h */
  dW1: Matrix;
  /** 1 x h */
  db1: Matrix;
  /** h x 1 */
  dW2: Matrix;
  /** 1 x 1 */
  db2: Matrix;
}

/** What training returns. */
export interface Training {
  parameters: Parameters;
  /** The loss before each step, the first one before anything was learned. */
  losses: number[];
}

/**
 * The gradients of the average loss, by the chain rule from the output back to the inputs.
 *
 * @param cache what `forward` returned for these parameters; not changed
 * @param Y m x 1, labels 0 or 1
 */
export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  // #region solution
  const { X, A1, A2 } = cache;
  const m = X.rows;
  const dZ2 = Matrix.sub(A2, Y);
  const dW2 = A1.transpose().mmul(dZ2).div(m);
  const db2 = columnSums(dZ2).div(m);
  const dA1 = dZ2.mmul(parameters.W2.transpose());
  const slope = Matrix.sub(Matrix.ones(m, A1.columns), Matrix.mul(A1, A1));
  const dZ1 = Matrix.mul(dA1, slope);
  const dW1 = X.transpose().mmul(dZ1).div(m);
  const db1 = columnSums(dZ1).div(m);
  return { dW1, db1, dW2, db2 };
  // #endregion
}

/**
 * One step of gradient descent: every parameter moves a little against its gradient.
 *
 * @param parameters not changed
 * @returns new parameters
 */
export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  // #region solution
  const step = (W: Matrix, dW: Matrix) => Matrix.sub(W, Matrix.mul(dW, learningRate));
  return {
    W1: step(parameters.W1, gradients.dW1),
    b1: step(parameters.b1, gradients.db1),
    W2: step(parameters.W2, gradients.dW2),
    b2: step(parameters.b2, gradients.db2),
  };
  // #endregion
}

/**
 * Repeats: forward, note the loss, backward, update.
 *
 * @param X m x n
 * @param Y m x 1, labels 0 or 1
 * @param parameters where to start; not changed
 * @param steps how many updates are made
 */
export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  // #region solution
  let current = parameters;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, current);
    losses.push(binaryCrossEntropy(cache.A2, Y));
    const gradients = backward(cache, Y, current);
    current = update(current, gradients, learningRate);
  }
  return { parameters: current, losses };
  // #endregion
}

// #region solution
/** 1 x k: the sum of every column. */
function columnSums(M: Matrix): Matrix {
  return Matrix.rowVector(M.sum('column'));
}
// #endregion
