import { Matrix } from 'ml-matrix';
import { sigmoid } from '../01-forward-pass/forward.ts';

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
  // Your code here.
  throw new Error('Not written yet: augmentWithOnes');
}

/**
 * Half of the mean squared error.
 *
 * @param prediction N x 1
 * @param Y N x 1, what should have come out
 */
export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  // Your code here.
  throw new Error('Not written yet: halfMeanSquaredError');
}

/**
 * One pass from inputs to predictions: sigmoid in the hidden layer, nothing behind the output.
 *
 * @param X N x n, without a column of ones; not changed
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // Your code here.
  throw new Error('Not written yet: forward');
}

/**
 * Baby step 1: how the loss changes with W2.
 *
 * @param cache what `forward` returned; not changed
 * @param Y N x 1
 * @returns the shape of W2
 */
export function outputGradient(cache: Cache, Y: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: outputGradient');
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
  // Your code here.
  throw new Error('Not written yet: hiddenError');
}

/**
 * Baby step 3: how the loss changes with W1, averaged over the examples.
 *
 * @param cache what `forward` returned; not changed
 * @param error N x h, what `hiddenError` returned; not changed
 * @returns the shape of W1
 */
export function hiddenGradient(cache: Cache, error: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: hiddenGradient');
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
  // Your code here.
  throw new Error('Not written yet: train');
}
