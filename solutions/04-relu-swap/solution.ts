import { Matrix } from 'ml-matrix';
import { type Cache, type Parameters, softmax } from '../01-forward-pass/solution.ts';

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
  // #region solution
  return map(Z, (z) => Math.max(0, z));
  // #endregion
}

/**
 * The slope of `relu` at every entry: 1 where z > 0, else 0, also where z is exactly 0.
 *
 * @param Z any shape; not changed
 * @returns the same shape, entries 0 or 1
 */
export function reluGradient(Z: Matrix): Matrix {
  // #region solution
  return map(Z, (z) => (z > 0 ? 1 : 0));
  // #endregion
}

/**
 * A ReLU that lets a little through: z where z is positive, else slope · z.
 *
 * @param Z any shape; not changed
 * @param slope between 0 and 1
 * @returns the same shape
 */
export function leakyRelu(Z: Matrix, slope: number): Matrix {
  // #region solution
  return map(Z, (z) => (z > 0 ? z : slope * z));
  // #endregion
}

/**
 * The slope of `leakyRelu` at every entry: 1 where z > 0, else `slope`.
 *
 * @param Z any shape; not changed
 * @param slope between 0 and 1
 * @returns the same shape
 */
export function leakyReluGradient(Z: Matrix, slope: number): Matrix {
  // #region solution
  return map(Z, (z) => (z > 0 ? 1 : slope));
  // #endregion
}

/**
 * One pass from inputs to predictions: ReLU in the hidden layer, softmax at the output.
 *
 * @param X m x n, one example a row; not changed
 * @returns all intermediate results, by the names of the lesson
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // #region solution
  return forwardWith(RELU, X, parameters);
  // #endregion
}

/**
 * The average over all examples of -log(a + 1e-8), with a the probability of the right class.
 *
 * @param A m x k, predicted probabilities, one example a row; an entry may be 0
 * @param Y m x k, labels: a single 1 a row, at the right class
 * @returns one number
 */
export function crossEntropy(A: Matrix, Y: Matrix): number {
  // #region solution
  let total = 0;
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < A.columns; j++) {
      total += -Y.get(i, j) * Math.log(A.get(i, j) + 1e-8);
    }
  }
  return total / A.rows;
  // #endregion
}

/**
 * The gradients of the average loss for the network of `forward`. The 1e-8 inside the
 * logarithm is left out of account, as in the lessons.
 *
 * @param cache what `forward` returned for these parameters; not changed
 * @param Y m x k, labels: a single 1 a row
 */
export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  // #region solution
  return backwardWith(RELU, cache, Y, parameters);
  // #endregion
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
  // #region solution
  return {
    tanh: trainWith(TANH, X, Y, parameters, learningRate, steps),
    relu: trainWith(RELU, X, Y, parameters, learningRate, steps),
  };
  // #endregion
}

// #region solution
/** An activation and its slope: whoever swaps the one has to swap the other. */
interface Activation {
  bend(Z: Matrix): Matrix;
  slope(Z: Matrix): Matrix;
}

const RELU: Activation = { bend: relu, slope: reluGradient };
const TANH: Activation = {
  bend: (Z) => map(Z, Math.tanh),
  slope: (Z) => map(Z, (z) => 1 - Math.tanh(z) ** 2),
};

function forwardWith({ bend }: Activation, X: Matrix, parameters: Parameters): Cache {
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = X.mmul(W1).addRowVector(b1);
  const A1 = bend(Z1);
  const Z2 = A1.mmul(W2).addRowVector(b2);
  const A2 = softmax(Z2);
  return { X, Z1, A1, Z2, A2 };
}

function backwardWith(
  { slope }: Activation,
  cache: Cache,
  Y: Matrix,
  parameters: Parameters,
): Gradients {
  const { X, Z1, A1, A2 } = cache;
  const m = X.rows;
  const dZ2 = Matrix.sub(A2, Y);
  const dW2 = A1.transpose().mmul(dZ2).div(m);
  const db2 = columnSums(dZ2).div(m);
  const dA1 = dZ2.mmul(parameters.W2.transpose());
  const dZ1 = Matrix.mul(dA1, slope(Z1));
  const dW1 = X.transpose().mmul(dZ1).div(m);
  const db1 = columnSums(dZ1).div(m);
  return { dW1, db1, dW2, db2 };
}

function trainWith(
  activation: Activation,
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  let { W1, b1, W2, b2 } = parameters;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forwardWith(activation, X, { W1, b1, W2, b2 });
    losses.push(crossEntropy(cache.A2, Y));
    const { dW1, db1, dW2, db2 } = backwardWith(activation, cache, Y, { W1, b1, W2, b2 });
    W1 = Matrix.sub(W1, dW1.mul(learningRate));
    b1 = Matrix.sub(b1, db1.mul(learningRate));
    W2 = Matrix.sub(W2, dW2.mul(learningRate));
    b2 = Matrix.sub(b2, db2.mul(learningRate));
  }
  return { parameters: { W1, b1, W2, b2 }, losses };
}

/** 1 x k: the sum of every column. */
function columnSums(M: Matrix): Matrix {
  return Matrix.rowVector(M.sum('column'));
}

function map(Z: Matrix, f: (z: number) => number): Matrix {
  const result = new Matrix(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) result.set(i, j, f(Z.get(i, j)));
  }
  return result;
}
// #endregion
