/** One example at a time; its part of every sum is added to those of the others. */
import { Matrix } from 'ml-matrix';
import { sigmoid } from '../../01-forward-pass/solution.ts';

export interface Parameters {
  W1: Matrix;
  W2: Matrix;
}

export interface Cache {
  Xaug: Matrix;
  Z1: Matrix;
  H: Matrix;
  Haug: Matrix;
  prediction: Matrix;
}

export interface Training {
  parameters: Parameters;
  losses: number[];
}

export function augmentWithOnes(X: Matrix): Matrix {
  return new Matrix(X.to2DArray().map((row) => [...row, 1]));
}

export function halfMeanSquaredError(prediction: Matrix, Y: Matrix): number {
  const costs = Y.to1DArray().map((y, i) => (y - prediction.get(i, 0)) ** 2 / 2);
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

export function forward(X: Matrix, { W1, W2 }: Parameters): Cache {
  const passes = X.to2DArray().map((x) => {
    const input = Matrix.rowVector([...x, 1]);
    const z = input.mmul(W1);
    const a = sigmoid(z);
    const hidden = Matrix.rowVector([...a.to1DArray(), 1]);
    return { input, z, a, hidden, y: hidden.mmul(W2) };
  });
  const rows = (name: 'input' | 'z' | 'a' | 'hidden' | 'y') =>
    new Matrix(passes.map((pass) => pass[name].to1DArray()));
  return {
    Xaug: rows('input'),
    Z1: rows('z'),
    H: rows('a'),
    Haug: rows('hidden'),
    prediction: rows('y'),
  };
}

export function outputGradient({ Haug, prediction }: Cache, Y: Matrix): Matrix {
  let sum = Matrix.zeros(Haug.columns, 1);
  for (let i = 0; i < Y.rows; i++) {
    const error = prediction.get(i, 0) - Y.get(i, 0);
    sum = Matrix.add(sum, Matrix.columnVector(Haug.getRow(i)).mul(error));
  }
  return Matrix.div(sum, Y.rows);
}

export function hiddenError({ H, prediction }: Cache, Y: Matrix, W2: Matrix): Matrix {
  const outgoing = W2.to1DArray().slice(0, -1);
  return new Matrix(
    H.to2DArray().map((units, i) => {
      const error = prediction.get(i, 0) - Y.get(i, 0);
      return outgoing.map((weight, unit) => {
        const a = units[unit] ?? Number.NaN;
        return weight * error * (a - a ** 2);
      });
    }),
  );
}

export function hiddenGradient({ Xaug }: Cache, error: Matrix): Matrix {
  let sum = Matrix.zeros(Xaug.columns, error.columns);
  for (let i = 0; i < error.rows; i++) {
    const outer = Matrix.columnVector(Xaug.getRow(i)).mmul(Matrix.rowVector(error.getRow(i)));
    sum = Matrix.add(sum, outer);
  }
  return Matrix.div(sum, error.rows);
}

export function train(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const passage = forward(X, parameters);
    losses.push(halfMeanSquaredError(passage.prediction, Y));
    const error = hiddenError(passage, Y, parameters.W2);
    parameters = {
      W1: Matrix.sub(parameters.W1, hiddenGradient(passage, error).mul(learningRate)),
      W2: Matrix.sub(parameters.W2, outputGradient(passage, Y).mul(learningRate)),
    };
  }
  return { parameters, losses };
}
