/** One example at a time, as vectors; only in the end are the rows put together. */
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

/** What becomes of one example on its way through the network. */
interface Passage {
  z1: number[];
  a1: number[];
  z2: number[];
  a2: number[];
}

export function sigmoid(Z: Matrix): Matrix {
  return rowByRow(Z, (z) => z.map(squash));
}

export function softmax(Z: Matrix): Matrix {
  return rowByRow(Z, (scores) => {
    const largest = Math.max(...scores);
    // How often the power of this score fits into the sum of all of them.
    return scores.map((score) => {
      let times = 0;
      for (const other of scores) times += Math.exp(other - largest);
      return Math.exp(score - largest) / times;
    });
  });
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const passages: Passage[] = [];
  for (const x of X.to2DArray()) passages.push(pass(x, parameters));
  return {
    X: X.clone(),
    Z1: new Matrix(passages.map(({ z1 }) => z1)),
    A1: new Matrix(passages.map(({ a1 }) => a1)),
    Z2: new Matrix(passages.map(({ z2 }) => z2)),
    A2: new Matrix(passages.map(({ a2 }) => a2)),
  };
}

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  let average = 0;
  for (let i = 0; i < A.rows; i++) {
    const ofRightLabel = Y.get(i, 0) === 1 ? A.get(i, 0) : 1 - A.get(i, 0);
    // A running average: each new example pulls it by its share.
    average += (-Math.log(ofRightLabel) - average) / (i + 1);
  }
  return average;
}

export function predict(X: Matrix, parameters: Parameters): Matrix {
  const labels = X.to2DArray().map((x) => pass(x, parameters).a2.map((a) => (a > 0.5 ? 1 : 0)));
  return new Matrix(labels);
}

function pass(x: number[], { W1, b1, W2, b2 }: Parameters): Passage {
  const z1 = layer(x, W1, b1);
  const a1 = z1.map(Math.tanh);
  const z2 = layer(a1, W2, b2);
  return { z1, a1, z2, a2: z2.map(squash) };
}

/** Starts from the biases, and lets each input add its weights. */
function layer(inputs: number[], W: Matrix, b: Matrix): number[] {
  const z = b.getRow(0);
  inputs.forEach((input, l) => {
    W.getRow(l).forEach((weight, unit) => {
      z[unit] = (z[unit] ?? 0) + input * weight;
    });
  });
  return z;
}

function squash(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function rowByRow(Z: Matrix, f: (row: number[]) => number[]): Matrix {
  return new Matrix(Z.to2DArray().map(f));
}
