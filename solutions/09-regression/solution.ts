import { Matrix } from 'ml-matrix';
import { sigmoid } from '../01-forward-pass/solution.ts';

/** The weights of a network with n inputs, h hidden units and one output; the biases are rows of them. */
export interface Parameters {
  /** (n + 1) x h: the last row holds the biases of the hidden units */
  W1: Matrix;
  /** (h + 1) x 1: the last row holds the bias of the output */
  W2: Matrix;
}

/** Everything that the forward pass computed on its way, for N examples. */
export interface Cache {
  /** N x (n + 1): the inputs, and a last column of ones */
  Xaug: Matrix;
  /** N x h: the hidden units before the sigmoid */
  Z1: Matrix;
  /** N x h: the hidden units after it */
  H: Matrix;
  /** N x (h + 1): H, and a last column of ones */
  Haug: Matrix;
  /** N x 1: one number for each example */
  prediction: Matrix;
}

/** What training returns. */
export interface Training {
  parameters: Parameters;
  /** The loss before each step, the first one before anything was learned. */
  losses: number[];
}

/**
 * A copy with one more column on the right, which is 1 in every row.
 *
 * @param X N x d; not changed
 * @returns N x (d + 1)
 */
export function augmentWithOnes(X: Matrix): Matrix {
  // #region solution
  return X.clone().addColumn(Matrix.ones(X.rows, 1));
  // #endregion
}

/**
 * Half of the mean squared error.
 *
 * @param prediction N x 1
 * @param Y N x 1, what should have come out
 */
export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  // #region solution
  const error = Matrix.sub(prediction, Y);
  return Matrix.mul(error, error).sum() / (2 * Y.rows);
  // #endregion
}

/**
 * One pass from inputs to predictions: sigmoid in the hidden layer, nothing behind the output.
 *
 * @param X N x n, without a column of ones; not changed
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // #region solution
  const { W1, W2 } = parameters;
  const Xaug = augmentWithOnes(X);
  const Z1 = Xaug.mmul(W1);
  const H = sigmoid(Z1);
  const Haug = augmentWithOnes(H);
  const prediction = Haug.mmul(W2);
  return { Xaug, Z1, H, Haug, prediction };
  // #endregion
}

/**
 * Baby step 1: how the loss changes with W2.
 *
 * @param cache what `forward` returned; not changed
 * @param Y N x 1
 * @returns the shape of W2
 */
export function outputGradient(cache: Cache, Y: Matrix): Matrix {
  // #region solution
  const error = Matrix.sub(cache.prediction, Y);
  return cache.Haug.transpose().mmul(error).div(Y.rows);
  // #endregion
}

/**
 * Baby step 2: the error of every hidden unit, for each example by itself. Nothing is
 * averaged yet.
 *
 * @param cache what `forward` returned; not changed
 * @param Y N x 1
 * @param W2 the weights of the output that `forward` used, with their bias; not changed
 * @returns N x h
 */
export function hiddenError(cache: Cache, Y: Matrix, W2: Matrix): Matrix {
  // #region solution
  const { H, prediction } = cache;
  const blame = Matrix.sub(prediction, Y).mmul(withoutBiases(W2).transpose());
  const slope = Matrix.sub(H, Matrix.mul(H, H));
  return Matrix.mul(blame, slope);
  // #endregion
}

/**
 * Baby step 3: how the loss changes with W1, averaged over the examples.
 *
 * @param cache what `forward` returned; not changed
 * @param error N x h, what `hiddenError` returned; not changed
 * @returns the shape of W1
 */
export function hiddenGradient(cache: Cache, error: Matrix): Matrix {
  // #region solution
  return cache.Xaug.transpose().mmul(error).div(error.rows);
  // #endregion
}

/**
 * Repeats: forward, note the loss, both gradients, and move W1 and W2 by -learningRate
 * times their gradients.
 *
 * @param X N x n; not changed
 * @param Y N x 1; not changed
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
  let { W1, W2 } = parameters;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, { W1, W2 });
    losses.push(halfMeanSquaredError(cache.prediction, Y));
    const dW2 = outputGradient(cache, Y);
    const dW1 = hiddenGradient(cache, hiddenError(cache, Y, W2));
    W1 = Matrix.sub(W1, Matrix.mul(dW1, learningRate));
    W2 = Matrix.sub(W2, Matrix.mul(dW2, learningRate));
  }
  return { parameters: { W1, W2 }, losses };
  // #endregion
}

// #region solution
/** The weights alone, without the last row. */
function withoutBiases(W: Matrix): Matrix {
  return W.subMatrix(0, W.rows - 2, 0, W.columns - 1);
}
// #endregion
