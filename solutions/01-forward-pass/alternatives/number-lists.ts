/** Own helpers on number[][]; the library only wraps what comes in and goes out. */
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

type Row = readonly number[];
type Rows = readonly Row[];

const sum = (numbers: Row): number => numbers.reduce((total, each) => total + each, 0);

const inner = (a: Row, b: Row): number => sum(a.map((each, place) => each * (b[place] ?? 0)));

const columnsOf = (rows: Rows): Rows =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));

const mapRows = (rows: Rows, f: (entry: number) => number): number[][] =>
  rows.map((row) => row.map(f));

function weigh(inputs: Rows, weights: Rows, biases: Row): number[][] {
  const columns = columnsOf(weights);
  return inputs.map((input) =>
    columns.map((column, unit) => inner(input, column) + (biases[unit] ?? 0)),
  );
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

function shares(scores: Row): number[] {
  const top = [...scores].sort((a, b) => b - a)[0] ?? 0;
  const powers = scores.map((score) => Math.exp(score - top));
  return powers.map((power) => power / sum(powers));
}

export function sigmoid(Z: Matrix): Matrix {
  return new Matrix(mapRows(Z.to2DArray(), logistic));
}

export function softmax(Z: Matrix): Matrix {
  return new Matrix(Z.to2DArray().map(shares));
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const { W1, b1, W2, b2 } = parameters;
  const hiddenScores = weigh(X.to2DArray(), W1.to2DArray(), b1.to1DArray());
  const hidden = mapRows(hiddenScores, Math.tanh);
  const scores = weigh(hidden, W2.to2DArray(), b2.to1DArray());
  return {
    X,
    Z1: new Matrix(hiddenScores),
    A1: new Matrix(hidden),
    Z2: new Matrix(scores),
    A2: new Matrix(mapRows(scores, logistic)),
  };
}

export function binaryCrossEntropy(A: Matrix, Y: Matrix): number {
  const labels = Y.to1DArray();
  const costs = A.to1DArray().map((a, i) => {
    const label = labels[i] ?? 0;
    return -label * Math.log(a) - (1 - label) * Math.log(1 - a);
  });
  return sum(costs) / costs.length;
}

export function predict(X: Matrix, parameters: Parameters): Matrix {
  const probabilities = forward(X, parameters).A2.to2DArray();
  return new Matrix(mapRows(probabilities, (a) => Number(a > 0.5)));
}
