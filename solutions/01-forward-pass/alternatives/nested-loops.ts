/** Nested loops over single entries: not one operation of the library on a whole matrix. */
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
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) {
      const z = Z.get(i, j);
      if (z >= 0) {
        A.set(i, j, 1 / (1 + Math.exp(-z)));
      } else {
        const power = Math.exp(z);
        A.set(i, j, power / (1 + power));
      }
    }
  }
  return A;
}

export function softmax(Z: Matrix): Matrix {
  const P = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    let largest = -Infinity;
    for (let j = 0; j < Z.columns; j++) {
      if (Z.get(i, j) > largest) largest = Z.get(i, j);
    }
    let total = 0;
    for (let j = 0; j < Z.columns; j++) {
      P.set(i, j, Math.exp(Z.get(i, j) - largest));
      total += P.get(i, j);
    }
    for (let j = 0; j < Z.columns; j++) P.set(i, j, P.get(i, j) / total);
  }
  return P;
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = linear(X, W1, b1);
  const A1 = Matrix.zeros(Z1.rows, Z1.columns);
  for (let i = 0; i < Z1.rows; i++) {
    for (let j = 0; j < Z1.columns; j++) A1.set(i, j, Math.tanh(Z1.get(i, j)));
  }
  const Z2 = linear(A1, W2, b2);
  return { X, Z1, A1, Z2, A2: sigmoid(Z2) };
}

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  let loss = 0;
  for (let i = 0; i < A.rows; i++) {
    if (Y.get(i, 0) === 1) loss -= Math.log(A.get(i, 0));
    else loss -= Math.log(1 - A.get(i, 0));
  }
  return loss / A.rows;
}

export function predict(X: Matrix, parameters: Parameters): Matrix {
  const { A2 } = forward(X, parameters);
  const labels = Matrix.zeros(A2.rows, A2.columns);
  for (let i = 0; i < A2.rows; i++) {
    for (let j = 0; j < A2.columns; j++) {
      if (A2.get(i, j) > 0.5) labels.set(i, j, 1);
    }
  }
  return labels;
}

function linear(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const Z = Matrix.zeros(X.rows, W.columns);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < W.columns; j++) {
      let sum = b.get(0, j);
      for (let l = 0; l < W.rows; l++) sum += X.get(i, l) * W.get(l, j);
      Z.set(i, j, sum);
    }
  }
  return Z;
}
