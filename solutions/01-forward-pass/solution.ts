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
  // #region solution
  return map(Z, (z) => 1 / (1 + Math.exp(-z)));
  // #endregion
}

/**
 * Turns every row of scores into probabilities: e^z / (sum of e^z over the row).
 *
 * @param Z m x k, one example a row; not changed
 * @returns m x k, every row adds up to 1, also for scores as large as 1000 or -1000
 */
export function softmax(Z: Matrix): Matrix {
  // #region solution
  const P = Z.clone();
  for (let i = 0; i < Z.rows; i++) {
    const largest = Math.max(...Z.getRow(i));
    const powers = Z.getRow(i).map((z) => Math.exp(z - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    P.setRow(
      i,
      powers.map((power) => power / total),
    );
  }
  return P;
  // #endregion
}

/**
 * One pass from inputs to predictions: tanh in the hidden layer, sigmoid at the output.
 *
 * @param X m x n, one example a row; not changed
 * @returns all intermediate results, by the names of the lesson
 */
export function forward(X: Matrix, parameters: Parameters): Cache {
  // #region solution
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = X.mmul(W1).addRowVector(b1);
  const A1 = Matrix.tanh(Z1);
  const Z2 = A1.mmul(W2).addRowVector(b2);
  const A2 = sigmoid(Z2);
  return { X, Z1, A1, Z2, A2 };
  // #endregion
}

/**
 * The average over all examples of -(y log a + (1 - y) log(1 - a)).
 *
 * @param A m x 1, predicted probabilities, each strictly between 0 and 1
 * @param Y m x 1, labels 0 or 1
 * @returns one number, 0 or more
 */
export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  // #region solution
  let total = 0;
  for (let i = 0; i < A.rows; i++) {
    const a = A.get(i, 0);
    const y = Y.get(i, 0);
    total += -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
  }
  return total / A.rows;
  // #endregion
}

/**
 * The label that the network gives to each example: 1 where the probability is above 0.5, else 0.
 *
 * @param X m x n
 * @returns m x 1, entries 0 or 1
 */
export function predict(X: Matrix, parameters: Parameters): Matrix {
  // #region solution
  const { A2 } = forward(X, parameters);
  return map(A2, (a) => (a > 0.5 ? 1 : 0));
  // #endregion
}

// #region solution
function map(Z: Matrix, f: (z: number) => number): Matrix {
  const result = Z.clone();
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) result.set(i, j, f(Z.get(i, j)));
  }
  return result;
}
// #endregion
