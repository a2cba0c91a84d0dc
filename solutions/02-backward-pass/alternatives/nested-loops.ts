/** Nested loops over single entries, each gradient written out as a sum of its own. */
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
  const { X, A1, A2 } = cache;
  const { W2 } = parameters;
  const [m, n, h] = [X.rows, X.columns, A1.columns];
  const dW1 = Matrix.zeros(n, h);
  const db1 = Matrix.zeros(1, h);
  const dW2 = Matrix.zeros(h, 1);
  const db2 = Matrix.zeros(1, 1);
  for (let unit = 0; unit < h; unit++) {
    for (let i = 0; i < m; i++) {
      const error = A2.get(i, 0) - Y.get(i, 0);
      const a = A1.get(i, unit);
      const blame = error * W2.get(unit, 0) * (1 - a * a);
      dW2.set(unit, 0, dW2.get(unit, 0) + (error * a) / m);
      db1.set(0, unit, db1.get(0, unit) + blame / m);
      for (let input = 0; input < n; input++) {
        dW1.set(input, unit, dW1.get(input, unit) + (blame * X.get(i, input)) / m);
      }
    }
  }
  for (let i = 0; i < m; i++) db2.set(0, 0, db2.get(0, 0) + (A2.get(i, 0) - Y.get(i, 0)) / m);
  return { dW1, db1, dW2, db2 };
}

export function update(
  parameters: Parameters,
  gradients: Gradients,
  learningRate: number,
): Parameters {
  const { W1, b1, W2, b2 } = parameters;
  return {
    W1: moved(W1, gradients.dW1, learningRate),
    b1: moved(b1, gradients.db1, learningRate),
    W2: moved(W2, gradients.dW2, learningRate),
    b2: moved(b2, gradients.db2, learningRate),
  };
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const losses: number[] = [];
  let step = 0;
  while (step < steps) {
    const pass = forward(X, parameters);
    losses[step] = binaryCrossEntropy(pass.A2, Y);
    parameters = update(parameters, backward(pass, Y, parameters), learningRate);
    step++;
  }
  return { parameters, losses };
}

function moved(W: Matrix, dW: Matrix, learningRate: number): Matrix {
  const result = Matrix.zeros(W.rows, W.columns);
  for (let i = 0; i < W.rows; i++) {
    for (let j = 0; j < W.columns; j++) {
      result.set(i, j, W.get(i, j) - learningRate * dW.get(i, j));
    }
  }
  return result;
}
