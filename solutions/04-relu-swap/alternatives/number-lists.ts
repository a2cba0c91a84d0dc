/** Own helpers on number[][]: the network is trained on plain lists, and matrices only wrap it. */
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

type Rows = number[][];

interface Lists {
  W1: Rows;
  b1: number[];
  W2: Rows;
  b2: number[];
}

interface Hidden {
  bend: (z: number) => number;
  /** From what went in, and what came out. */
  slope: (z: number, a: number) => number;
}

const RELU: Hidden = { bend: (z) => (z > 0 ? z : 0), slope: (z) => (z > 0 ? 1 : 0) };
const TANH: Hidden = { bend: Math.tanh, slope: (_, a) => 1 - a * a };

const mapped = (Z: Matrix, f: (z: number) => number): Matrix =>
  new Matrix(Z.to2DArray().map((row) => row.map(f)));

export const relu = (Z: Matrix): Matrix => mapped(Z, RELU.bend);
export const reluGradient = (Z: Matrix): Matrix => mapped(Z, (z) => RELU.slope(z, z));

export const leakyRelu = (Z: Matrix, slope: number): Matrix =>
  mapped(Z, (z) => z * (z > 0 ? 1 : slope));

export const leakyReluGradient = (Z: Matrix, slope: number): Matrix =>
  mapped(Z, (z) => (z > 0 ? 1 : slope));

export function crossEntropy(A: Matrix, Y: Matrix): number {
  return costOf(A.to2DArray(), Y.to2DArray());
}

export function forward(X: Matrix, parameters: Parameters): Cache {
  const { z1, a1, z2, a2 } = pass(RELU, X.to2DArray(), listsOf(parameters));
  return {
    X,
    Z1: new Matrix(z1),
    A1: new Matrix(a1),
    Z2: new Matrix(z2),
    A2: new Matrix(a2),
  };
}

export function backward(cache: Cache, Y: Matrix, parameters: Parameters): Gradients {
  const { X, Z1, A1, A2 } = cache;
  const rows = { z1: Z1.to2DArray(), a1: A1.to2DArray(), a2: A2.to2DArray() };
  const { W1, b1, W2, b2 } = blame(RELU, X.to2DArray(), rows, Y.to2DArray(), listsOf(parameters));
  return {
    dW1: new Matrix(W1),
    db1: new Matrix([b1]),
    dW2: new Matrix(W2),
    db2: new Matrix([b2]),
  };
}

export function compareActivations(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  learningRate: number,
  steps: number,
): Comparison {
  const [x, y] = [X.to2DArray(), Y.to2DArray()];
  const train = (hidden: Hidden): Training => {
    let lists = listsOf(parameters);
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      const rows = pass(hidden, x, lists);
      losses.push(costOf(rows.a2, y));
      lists = moved(lists, blame(hidden, x, rows, y, lists), learningRate);
    }
    const trained = {
      W1: new Matrix(lists.W1),
      b1: new Matrix([lists.b1]),
      W2: new Matrix(lists.W2),
      b2: new Matrix([lists.b2]),
    };
    return { parameters: trained, losses };
  };
  return { tanh: train(TANH), relu: train(RELU) };
}

function listsOf({ W1, b1, W2, b2 }: Parameters): Lists {
  return { W1: W1.to2DArray(), b1: b1.to1DArray(), W2: W2.to2DArray(), b2: b2.to1DArray() };
}

function pass(hidden: Hidden, x: Rows, { W1, b1, W2, b2 }: Lists) {
  const z1 = plusRow(product(x, W1), b1);
  const a1 = z1.map((row) => row.map(hidden.bend));
  const z2 = plusRow(product(a1, W2), b2);
  const a2 = softmax(new Matrix(z2)).to2DArray();
  return { z1, a1, z2, a2 };
}

function blame(
  hidden: Hidden,
  x: Rows,
  { z1, a1, a2 }: { z1: Rows; a1: Rows; a2: Rows },
  y: Rows,
  { W2 }: Lists,
): Lists {
  const m = x.length;
  const dz2 = zipped(a2, y, (a, label) => (a - label) / m);
  const slopes = zipped(z1, a1, hidden.slope);
  const dz1 = zipped(product(dz2, turned(W2)), slopes, (da, slope) => da * slope);
  return {
    W1: product(turned(x), dz1),
    b1: turned(dz1).map(total),
    W2: product(turned(a1), dz2),
    b2: turned(dz2).map(total),
  };
}

function moved(lists: Lists, gradients: Lists, learningRate: number): Lists {
  const step = (theta: number, gradient: number): number => theta - learningRate * gradient;
  return {
    W1: zipped(lists.W1, gradients.W1, step),
    b1: zipped([lists.b1], [gradients.b1], step).flat(),
    W2: zipped(lists.W2, gradients.W2, step),
    b2: zipped([lists.b2], [gradients.b2], step).flat(),
  };
}

function costOf(a: Rows, y: Rows): number {
  const costs = zipped(a, y, (each, label) => -label * Math.log(each + 1e-8));
  return total(costs.flat()) / a.length;
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function turned(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0));
}

function product(left: Rows, right: Rows): Rows {
  const columns = turned(right);
  return left.map((row) =>
    columns.map((column) => total(row.map((each, l) => each * (column[l] ?? 0)))),
  );
}

function plusRow(rows: Rows, added: number[]): Rows {
  return rows.map((row) => row.map((each, j) => each + (added[j] ?? 0)));
}

function zipped(left: Rows, right: Rows, f: (a: number, b: number) => number): Rows {
  return left.map((row, i) => row.map((each, j) => f(each, right[i]?.[j] ?? 0)));
}
