import { Matrix } from 'ml-matrix';
import { type Cache, type Parameters, softmax } from '../01-forward-pass/forward.ts';

/** How the loss changes with every weight and bias; each has the shape of what it belongs to. */
export interface Gradients {
  /** n x h */
  dW1: Matrix;
  /** 1 x h */
  db1: Matrix;
  /** h x k */
  dW2: Matrix;
  /** 1 x k */
  db2: Matrix;
}

/** What training returns. */
export interface Training {
  parameters: Parameters;
  /** The loss before each step, the first one before anything was learned. */
  losses: number[];
}

/** Two trainings that differ in the activation of the hidden layer alone. */
export interface Comparison {
  tanh: Training;
  relu: Training;
}

/**
 * Rectified linear unit: z where z is positive, else 0.
 *
 * @param Z any shape; not changed
 * @returns the same shape
 */
export function relu(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: relu');
}

/**
 * The slope of `relu` at every entry: 1 where z > 0, else 0, also where z is exactly 0.
 *
 * @param Z any shape; not changed
 * @returns the same shape, entries 0 or 1
 */
export function reluGradient(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: reluGradient');
}

/**
 * A ReLU that lets a little through: z where z is positive, else slope · z.
 *
 * @param Z any shape; not changed
 * @param slope between 0 and 1
 * @returns the same shape
 */
export function leakyRelu(Z: Matrix, slope: number): Matrix {
  // Your code here.
  throw new Error('Not written yet: leakyRelu');
}

/**
 * The slope of `leakyRelu` at every entry: 1 where z > 0, else `slope`.
 *
 * @param Z any shape; not changed
 * @param slope between 0 and 1
 * @returns the same shape
 */
export function leakyReluGradient(Z: Matrix, slope: number): Matrix {
  // Your code here.
  throw new Error('Not written yet: leakyReluGradient');
}

/**
 * One pass from inputs to predictions: ReLU in the hidden layer, softmax at the output.
 *
 * @param X m x n, one example a row; not changed
 * @returns all intermediate results, by the names of the lesson
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // Your code here.
  throw new Error('Not written yet: forward');
}

/**
 * The average over all examples of -log(a + 1e-8), with a the probability of the right class.
 *
 * @param A m x k, predicted probabilities, one example a row; an entry may be 0
 * @param Y m x k, labels: a single 1 a row, at the right class
 * @returns one number
 */
export function crossEntropy(A: Matrix, Y: Matrix): number {
  // Your code here.
  throw new Error('Not written yet: crossEntropy');
}

/**
 * The gradients of the average loss for the network of `forward`. The 1e-8 inside the
 * logarithm is left out of account, as in the lessons.
 *
 * @param cache what `forward` returned for these parameters; not changed
 * @param Y m x k, labels: a single 1 a row
 */
export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  // Your code here.
  throw new Error('Not written yet: backward');
}

/**
 * Trains the same network twice from the same start, once with tanh and once with ReLU in
 * the hidden layer; softmax at the output both times.
 *
 * @param X m x n
 * @param Y m x k, labels: a single 1 a row
 * @param parameters where both begin; not changed
 * @param steps how many updates each of the two makes
 */
export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  // Your code here.
  throw new Error('Not written yet: compareActivations');
}
