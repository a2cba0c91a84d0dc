/** Nested loops over single entries; a flag says which of the two activations is meant. */
import { Matrix } from 'ml-matrix';
import { type Cache, type Parameters, softmax } from '../../01-forward-pass/solution.ts';

export interface Gradients {
  dW1: Matrix;
  db1: Matrix;
  dW2: Matrix;
  db2: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

export interface Comparison {
  tanh: Training;
  relu: Training;
}

export function relu(Z: Matrix): Matrix {
  return leakyRelu(Z, 0);
}

export function reluGradient(Z: Matrix): Matrix {
  return leakyReluGradient(Z, 0);
}

export function leakyRelu(Z: Matrix, slope: number): Matrix {
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) {
      const z = Z.get(i, j);
      if (z > 0) A.set(i, j, z);
      else A.set(i, j, slope * z);
    }
  }
  return A;
}

export function leakyReluGradient(Z: Matrix, slope: number): Matrix {
  const D = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) {
      if (Z.get(i, j) > 0) D.set(i, j, 1);
      else D.set(i, j, slope);
    }
  }
  return D;
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  return forwardPass(X, parameters, false);
}

export function crossEntropy(A: Matrix, Y: Matrix): number {
  let sum = 0;
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < A.columns; j++) {
      // Only the right class counts.
      if (Y.get(i, j) === 1) sum -= Math.log(A.get(i, j) + 1e-8);
    }
  }
  return sum / A.rows;
}

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  return backwardPass(cache, Y, parameters, false);
}

export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  const run = (useTanh: boolean): Training => {
    let { W1, b1, W2, b2 } = parameters;
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      const now = { W1, b1, W2, b2 };
      const cache = forwardPass(X, now, useTanh);
      losses.push(crossEntropy(cache.A2, Y));
      const { dW1, db1, dW2, db2 } = backwardPass(cache, Y, now, useTanh);
      W1 = descend(W1, dW1, learningRate);
      b1 = descend(b1, db1, learningRate);
      W2 = descend(W2, dW2, learningRate);
      b2 = descend(b2, db2, learningRate);
    }
    return { parameters: { W1, b1, W2, b2 }, losses };
  };
  return { tanh: run(true), relu: run(false) };
}

function forwardPass(X: Matrix, { W1, b1, W2, b2 }: Parameters, useTanh: boolean): Cache {
  const Z1 = weighted(X, W1, b1);
  const A1 = useTanh ? Matrix.tanh(Z1) : relu(Z1);
  const Z2 = weighted(A1, W2, b2);
  return { X, Z1, A1, Z2, A2: softmax(Z2) };
}

function weighted(X: Matrix, W: Matrix, b: Matrix): Matrix {
  const Z = Matrix.zeros(X.rows, W.columns);
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < W.columns; j++) {
      let z = 0;
      for (let l = 0; l < W.rows; l++) z += X.get(i, l) * W.get(l, j);
      Z.set(i, j, z + b.get(0, j));
    }
  }
  return Z;
}

function backwardPass(
  { X, Z1, A1, A2 }: Cache,
  Y: Matrix,
  { W1, W2 }: Parameters,
  useTanh: boolean,
): Gradients {
  const m = X.rows;
  const dW1 = Matrix.zeros(W1.rows, W1.columns);
  const db1 = Matrix.zeros(1, W1.columns);
  const dW2 = Matrix.zeros(W2.rows, W2.columns);
  const db2 = Matrix.zeros(1, W2.columns);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < W2.columns; c++) {
      const error = (A2.get(i, c) - Y.get(i, c)) / m;
      db2.set(0, c, db2.get(0, c) + error);
      for (let u = 0; u < W2.rows; u++) dW2.set(u, c, dW2.get(u, c) + A1.get(i, u) * error);
    }
    for (let u = 0; u < W2.rows; u++) {
      let blame = 0;
      for (let c = 0; c < W2.columns; c++) blame += W2.get(u, c) * (A2.get(i, c) - Y.get(i, c));
      if (useTanh) blame *= 1 - A1.get(i, u) ** 2;
      else if (Z1.get(i, u) <= 0) continue;
      db1.set(0, u, db1.get(0, u) + blame / m);
      for (let l = 0; l < W1.rows; l++) {
        dW1.set(l, u, dW1.get(l, u) + (X.get(i, l) * blame) / m);
      }
    }
  }
  return { dW1, db1, dW2, db2 };
}

function descend(W: Matrix, dW: Matrix, learningRate: number): Matrix {
  const moved = W.clone();
  for (let i = 0; i < W.rows; i++) {
    for (let j = 0; j < W.columns; j++) {
      moved.set(i, j, moved.get(i, j) - learningRate * dW.get(i, j));
    }
  }
  return moved;
}
