/** Softmax by log-sum-exp, sigmoid by tanh, tanh by e^2z: other formulas for the same numbers. */
import { Matrix } from 'ml-matrix';

export interface Parameters {
  W1: Matrix;
  b1: Matrix;
  W2: Matrix;
  b2: Matrix;
}

export interface Cache {
  X: Matrix;
  Z1: Matrix;
  A1: Matrix;
  Z2: Matrix;
  A2: Matrix;
}

export function sigmoid(Z: Matrix): Matrix {
  return everywhere(Z, logistic);
}

export function softmax(Z: Matrix): Matrix {
  const P = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    const scores = Z.getRow(i);
    const normaliser = logSumExp(scores);
    scores.forEach((score, j) => {
      P.set(i, j, Math.exp(score - normaliser));
    });
  }
  return P;
}

export function forward(X: Matrix, { W1, b1, W2, b2 }: Parameters): Cache {
  const Z1 = X.mmul(W1).addRowVector(b1);
  const A1 = everywhere(Z1, hyperbolicTangent);
  const Z2 = A1.mmul(W2).addRowVector(b2);
  return { X, Z1, A1, Z2, A2: everywhere(Z2, logistic) };
}

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  const m = A.rows;
  let logLikelihood = 0;
  for (let i = 0; i < m; i++) {
    const a = A.get(i, 0);
    // log(a / (1 - a)) is the score z again: the cost is log(1 + e^z) - y z.
    const logit = Math.log(a) - Math.log1p(-a);
    logLikelihood += Y.get(i, 0) * logit - Math.log1p(Math.exp(logit));
  }
  return -logLikelihood / m;
}

export function predict(X: Matrix, parameters: Parameters): Matrix {
  // A probability is above 0.5 exactly where its score is above 0.
  return everywhere(forward(X, parameters).Z2, (z) => (z > 0 ? 1 : 0));
}

/** log(e^a + e^b + ...), also where a power alone would be too large. */
function logSumExp(scores: readonly number[]): number {
  const largest = scores.reduce((top, score) => Math.max(top, score), -Infinity);
  const rest = scores.reduce((sum, score) => sum + Math.exp(score - largest), 0);
  return largest + Math.log(rest);
}

function logistic(z: number): number {
  return (1 + Math.tanh(z / 2)) / 2;
}

function hyperbolicTangent(z: number): number {
  return 1 - 2 / (Math.exp(2 * z) + 1);
}

function everywhere(Z: Matrix, f: (z: number) => number): Matrix {
  const entries = Z.to1DArray().map(f);
  return Matrix.from1DArray(Z.rows, Z.columns, entries);
}
