/** Labels as indices: one is taken from the probability of the right class, example by example. */
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

export const relu = (Z: Matrix): Matrix => everywhere(Z, (z) => (z < 0 ? 0 : z));

export const reluGradient = (Z: Matrix): Matrix => everywhere(Z, (z) => Number(z > 0));

export const leakyRelu = (Z: Matrix, slope: number): Matrix =>
  everywhere(Z, (z) => Math.max(z, 0) + slope * Math.min(z, 0));

export const leakyReluGradient = (Z: Matrix, slope: number): Matrix =>
  everywhere(Z, (z) => (z <= 0 ? slope : 1));

export function forward(X: Matrix, parameters: Parameters): Cache {
  return pass(X, parameters, relu);
}

export function crossEntropy(A: Matrix, Y: Matrix): number {
  const costs = rightClasses(Y).map((label, i) => -Math.log(A.get(i, label) + 1e-8));
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  return blame(cache, Y, parameters, reluGradient(cache.Z1));
}

export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  const tanhSlope = ({ A1 }: Cache) => everywhere(A1, (a) => 1 - a * a);
  const reluSlope = ({ Z1 }: Cache) => reluGradient(Z1);
  const train = (bend: (Z: Matrix) => Matrix, slope: (cache: Cache) => Matrix): Training => {
    const losses: number[] = [];
    let current = parameters;
    for (let step = 0; step < steps; step++) {
      const cache = pass(X, current, bend);
      losses.push(crossEntropy(cache.A2, Y));
      current = moved(current, blame(cache, Y, current, slope(cache)), learningRate);
    }
    return { parameters: current, losses };
  };
  return {
    tanh: train((Z) => Matrix.tanh(Z), tanhSlope),
    relu: train(relu, reluSlope),
  };
}

/** Index of the single 1 in each row. */
function rightClasses(Y: Matrix): number[] {
  return Y.to2DArray().map((row) => row.indexOf(1));
}

function pass(X: Matrix, { W1, b1, W2, b2 }: Parameters, bend: (Z: Matrix) => Matrix): Cache {
  const Z1 = X.mmul(W1).addRowVector(b1);
  const A1 = bend(Z1);
  const Z2 = A1.mmul(W2).addRowVector(b2);
  return { X, Z1, A1, Z2, A2: softmax(Z2) };
}

function blame(cache: Cache, Y: Matrix, { W1, W2 }: Parameters, slope: Matrix): Gradients {
  const { X, A1, A2 } = cache;
  const dW1 = Matrix.zeros(W1.rows, W1.columns);
  const db1 = Matrix.zeros(1, W1.columns);
  const dW2 = Matrix.zeros(W2.rows, W2.columns);
  const db2 = Matrix.zeros(1, W2.columns);
  for (const [i, label] of rightClasses(Y).entries()) {
    const dz2 = A2.getRowVector(i);
    dz2.set(0, label, dz2.get(0, label) - 1);
    const dz1 = W2.mmul(dz2.transpose()).transpose().mul(slope.getRowVector(i));
    dW2.add(A1.getRowVector(i).transpose().mmul(dz2));
    db2.add(dz2);
    dW1.add(X.getRowVector(i).transpose().mmul(dz1));
    db1.add(dz1);
  }
  for (const gradient of [dW1, db1, dW2, db2]) gradient.div(X.rows);
  return { dW1, db1, dW2, db2 };
}

function moved(parameters: Parameters, gradients: Gradients, learningRate: number): Parameters {
  const step = (W: Matrix, dW: Matrix) => W.clone().sub(dW.mul(learningRate));
  return {
    W1: step(parameters.W1, gradients.dW1),
    b1: step(parameters.b1, gradients.db1),
    W2: step(parameters.W2, gradients.dW2),
    b2: step(parameters.b2, gradients.db2),
  };
}

function everywhere(Z: Matrix, f: (z: number) => number): Matrix {
  return new Matrix(Z.to2DArray().map((row) => row.map(f)));
}
