/** The bias trick: a column of ones beside the inputs, and the biases as one more row of weights. */
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
  const denominator = Matrix.exp(Matrix.mul(Z, -1)).add(1);
  return denominator.pow(-1);
}

export function softmax(Z: Matrix): Matrix {
  const P = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    const row = Z.getRowVector(i);
    const powers = Matrix.sub(row, row.max()).exp();
    P.setRow(i, powers.div(powers.sum()));
  }
  return P;
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const Z1 = withOnes(X).mmul(stacked(parameters.W1, parameters.b1));
  const A1 = Matrix.tanh(Z1);
  const Z2 = withOnes(A1).mmul(stacked(parameters.W2, parameters.b2));
  const A2 = sigmoid(Z2);
  return { X, Z1, A1, Z2, A2 };
}

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  const one = Matrix.ones(A.rows, 1);
  const [notA, notY] = [Matrix.sub(one, A), Matrix.sub(one, Y)];
  // The two inner products add up over all examples.
  return -(Y.dot(Matrix.log(A)) + notY.dot(Matrix.log(notA))) / A.rows;
}

export function predict(X: Matrix, parameters: Parameters): Matrix {
  const side = Matrix.sign(forward(X, parameters).A2.sub(0.5));
  return side.add(1).div(2).floor();
}

/** m x (n + 1): the inputs, and a 1 for the bias to be multiplied by. */
function withOnes(X: Matrix): Matrix {
  return X.clone().addColumn(Matrix.ones(X.rows, 1));
}

/** (n + 1) x h: the weights, and the biases below them. */
function stacked(W: Matrix, b: Matrix): Matrix {
  return W.clone().addRow(b);
}
