/** 1/m is folded into the output error once; the slope of tanh comes from z, as 1 / cosh(z)^2. */
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
  const m = X.rows;
  // What is divided here is divided in everything that follows from it.
  const dZ2 = Matrix.div(Matrix.sub(A2, Y), m);
  const slope = Matrix.cosh(Z1).pow(-2);
  const dZ1 = dZ2.mmul(parameters.W2.transpose()).mul(slope);
  const onesRow = Matrix.ones(1, m);
  return {
    dW1: X.transpose().mmul(dZ1),
    db1: onesRow.mmul(dZ1),
    dW2: A1.transpose().mmul(dZ2),
    db2: onesRow.mmul(dZ2),
  };
}

export function update(
  { W1, b1, W2, b2 }: Parameters,
  { dW1, db1, dW2, db2 }: Gradients,
  learningRate: number,
): Parameters {
  return {
    W1: Matrix.mul(dW1, -learningRate).add(W1),
    b1: Matrix.mul(db1, -learningRate).add(b1),
    W2: Matrix.mul(dW2, -learningRate).add(W2),
    b2: Matrix.mul(db2, -learningRate).add(b2),
  };
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  return Array.from({ length: steps }).reduce<Training>(
    (sofar) => {
      const cache = forward(X, sofar.parameters);
      const gradients = backward(cache, Y, sofar.parameters);
      return {
        parameters: update(sofar.parameters, gradients, learningRate),
        losses: sofar.losses.concat(binaryCrossEntropy(cache.A2, Y)),
      };
    },
    { parameters, losses: [] },
  );
}
