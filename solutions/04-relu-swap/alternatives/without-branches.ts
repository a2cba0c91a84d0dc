/** Closed formulas of |z| and sign(z) where others ask if; 1/m is folded into the output error. */
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
  // z + |z| is 2z or 0.
  return Matrix.abs(Z).add(Z).div(2);
}

export function reluGradient(Z: Matrix): Matrix {
  return Matrix.sign(relu(Z));
}

export function leakyRelu(Z: Matrix, slope: number): Matrix {
  const all = Matrix.mul(Z, slope);
  const rest = relu(Z).mul(1 - slope);
  return all.add(rest);
}

export function leakyReluGradient(Z: Matrix, slope: number): Matrix {
  return reluGradient(Z)
    .mul(1 - slope)
    .add(slope);
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const Z1 = X.mmul(parameters.W1).addRowVector(parameters.b1);
  const A1 = relu(Z1);
  return { X, Z1, A1, ...outputs(A1, parameters) };
}

export function crossEntropy(A: Matrix, Y: Matrix): number {
  // Row by row, Y picks the probability of the right class out of A.
  const ofRightClass = Matrix.mul(A, Y).sum('row');
  const logs = ofRightClass.map((a) => Math.log(a + 1e-8));
  return -logs.reduce((a, b) => a + b) / logs.length;
}

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  // What leaves ReLU is positive exactly where what went in was.
  return gradientsWith(Matrix.sign(cache.A1), cache, Y, parameters);
}

export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  const tanh = trained(parameters, steps, learningRate, (now) => {
    const Z1 = X.mmul(now.W1).addRowVector(now.b1);
    const A1 = Matrix.tanh(Z1);
    const cache = { X, Z1, A1, ...outputs(A1, now) };
    const slope = Matrix.pow(A1, 2).mul(-1).add(1);
    return { loss: crossEntropy(cache.A2, Y), gradients: gradientsWith(slope, cache, Y, now) };
  });
  const relu = trained(parameters, steps, learningRate, (now) => {
    const cache = forward(X, now);
    return { loss: crossEntropy(cache.A2, Y), gradients: backward(cache, Y, now) };
  });
  return { tanh, relu };
}

function outputs(A1: Matrix, { W2, b2 }: Parameters) {
  const Z2 = A1.mmul(W2).addRowVector(b2);
  return { Z2, A2: softmax(Z2) };
}

function gradientsWith(
  slope: Matrix,
  { X, A1, A2 }: Cache,
  Y: Matrix,
  { W2 }: Parameters,
): Gradients {
  const dZ2 = Matrix.sub(A2, Y).div(X.rows);
  const dZ1 = dZ2.mmul(W2.transpose()).mul(slope);
  const ones = Matrix.ones(1, X.rows);
  return {
    dW1: X.transpose().mmul(dZ1),
    db1: ones.mmul(dZ1),
    dW2: A1.transpose().mmul(dZ2),
    db2: ones.mmul(dZ2),
  };
}

function trained(
  start: Parameters,
  steps: number,
  learningRate: number,
  look: (now: Parameters) => { loss: number; gradients: Gradients },
): Training {
  let parameters = start;
  const losses = Array.from({ length: steps }, () => {
    const { loss, gradients } = look(parameters);
    const { W1, b1, W2, b2 } = parameters;
    parameters = {
      W1: Matrix.sub(W1, gradients.dW1.mul(learningRate)),
      b1: Matrix.sub(b1, gradients.db1.mul(learningRate)),
      W2: Matrix.sub(W2, gradients.dW2.mul(learningRate)),
      b2: Matrix.sub(b2, gradients.db2.mul(learningRate)),
    };
    return loss;
  });
  return { parameters, losses };
}
