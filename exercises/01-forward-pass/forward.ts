import { Matrix } from 'ml-matrix';

/** Weights and biases of a network with one hidden layer: n inputs, h hidden units, k outputs. */
export interface Parameters {
  /** n x h */
  W1: Matrix;
  /** 1 x h */
  b1: Matrix;
  /** h x k */
  W2: Matrix;
  /** 1 x k */
  b2: Matrix;
}

/** Everything that the forward pass computed on its way, kept for the backward pass. */
export interface Cache {
  /** m x n, the inputs: one example a row */
  X: Matrix;
  /** m x h, hidden layer before its activation */
  Z1: Matrix;
  /** m x h, hidden layer after its activation */
  A1: Matrix;
  /** m x k, output layer before its activation */
  Z2: Matrix;
  /** m x k, the predicted probabilities */
  A2: Matrix;
}

/**
 * The logistic function 1 / (1 + e^-z) of every entry.
 *
 * @param Z any shape; not changed
 * @returns the same shape, every entry from 0 to 1, also for entries as large as 1000 or -1000
 */
export function sigmoid(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: sigmoid');
}

/**
 * Turns every row of scores into probabilities: e^z / (sum of e^z over the row).
 *
 * @param Z m x k, one example a row; not changed
 * @returns m x k, every row adds up to 1, also for scores as large as 1000 or -1000
 */
export function softmax(Z: Matrix): Matrix {
  // Your code here.
  throw new Error('Not written yet: softmax');
}

/**
 * One pass from inputs to predictions: tanh in the hidden layer, sigmoid at the output.
 *
 * @param X m x n, one example a row; not changed
 * @returns all intermediate results, by the names of the lesson
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // Your code here.
  throw new Error('Not written yet: forward');
}

/**
 * The average over all examples of -(y log a + (1 - y) log(1 - a)).
 *
 * @param A m x 1, predicted probabilities, each strictly between 0 and 1
 * @param Y m x 1, labels 0 or 1
 * @returns one number, 0 or more
 */
export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  // Your code here.
  throw new Error('Not written yet: binaryCrossEntropy');
}

/**
 * The label that the network gives to each example: 1 where the probability is above 0.5, else 0.
 *
 * @param X m x n
 * @returns m x 1, entries 0 or 1
 */
export function predict(X: Matrix, parameters: Parameters): Matrix {
  // Your code here.
  throw new Error('Not written yet: predict');
}
