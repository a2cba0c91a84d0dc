/** Every factor of the chain rule by itself: the slope of the loss, then that of the sigmoid. */
import { Matrix } from 'ml-matrix';
import {
  binaryCrossEntropy,
  type Cache,
  forward,
  type Parameters,
} from '../../01-forward-pass/solution.ts';

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

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  const { X, Z1, A1, A2 } = cache;
  const dA2 = slopeOfLoss(A2, Y);
  const dZ2 = Matrix.mul(dA2, slopeOfSigmoid(A2));
  const { dA: dA1, dW: dW2, db: db2 } = throughLayer(A1, parameters.W2, dZ2);
  const dZ1 = Matrix.mul(dA1, slopeOfTanh(Z1));
  const { dW: dW1, db: db1 } = throughLayer(X, parameters.W1, dZ1);
  return { dW1, db1, dW2, db2 };
}

export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  const { W1, b1, W2, b2 } = parameters;
  const { dW1, db1, dW2, db2 } = gradients;
  const [W1New, b1New, W2New, b2New] = [
    Matrix.sub(W1, Matrix.mul(dW1, learningRate)),
    Matrix.sub(b1, Matrix.mul(db1, learningRate)),
    Matrix.sub(W2, Matrix.mul(dW2, learningRate)),
    Matrix.sub(b2, Matrix.mul(db2, learningRate)),
  ];
  return { W1: W1New, b1: b1New, W2: W2New, b2: b2New };
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const losses = new Array<number>(steps).fill(0);
  let now: Parameters = { ...parameters };
  losses.forEach((_, step) => {
    const cache = forward(X, now);
    losses[step] = binaryCrossEntropy(cache.A2, Y);
    now = update(now, backward(cache, Y, now), learningRate);
  });
  return { parameters: now, losses };
}

/** m x 1: how the average loss changes with each probability. */
function slopeOfLoss(A: Matrix, Y: Matrix): Matrix {
  const m = A.rows;
  const dA = Matrix.zeros(m, 1);
  for (let i = 0; i < m; i++) {
    const a = A.get(i, 0);
    const y = Y.get(i, 0);
    dA.set(i, 0, (-y / a + (1 - y) / (1 - a)) / m);
  }
  return dA;
}

/** From what the sigmoid gave: a (1 - a). */
function slopeOfSigmoid(A: Matrix): Matrix {
  return Matrix.sub(A, Matrix.mul(A, A));
}

/** From what went into tanh: 1 - tanh(z)^2. */
function slopeOfTanh(Z: Matrix): Matrix {
  return Matrix.tanh(Z).pow(2).neg().add(1);
}

function throughLayer(inputs: Matrix, W: Matrix, dZ: Matrix) {
  const db = Matrix.zeros(1, dZ.columns);
  for (let j = 0; j < dZ.columns; j++) db.set(0, j, dZ.getColumnVector(j).sum());
  return { dA: dZ.mmul(W.transpose()), dW: inputs.transpose().mmul(dZ), db };
}
