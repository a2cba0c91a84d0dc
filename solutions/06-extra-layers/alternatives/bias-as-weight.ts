/** The bias trick in every layer: the biases are one more row of weights, which meets a column of ones. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, sigmoid } from '../../01-forward-pass/solution.ts';

export interface Layer {
  W: Matrix;
  b: Matrix;
}

export interface Cache {
  Z: Matrix[];
  A: Matrix[];
}

export interface LayerGradients {
  dW: Matrix;
  db: Matrix;
}

export interface Training {
  layers: Layer[];
  losses: number[];
}

export interface Outcome {
  sizes: number[];
  loss: number;
  accuracy: number;
}

/** Given: one draw from the normal distribution with mean 0 and standard deviation 1. */
function normal(rng: () => number): number {
  // 1 - rng() is never 0, so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** Given: `list[place]`, or an error that says that there is nothing at this place. */
function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no place ${place}`);
  return item;
}

export function initialise(sizes: number[], rng: () => number): Layer[] {
  const layers: Layer[] = [];
  let inputs = at(sizes, 0);
  for (const units of sizes.slice(1)) {
    const W = Matrix.zeros(inputs, units);
    for (let place = 0; place < W.size; place++) {
      const weight = normal(rng) * Math.sqrt(2 / inputs);
      W.set(Math.floor(place / units), place % units, weight);
    }
    layers.push({ W, b: Matrix.zeros(1, units) });
    inputs = units;
  }
  return layers;
}

export function forward(X: Matrix, layers: Layer[]): Cache {
  return run(X, layers.map(stacked));
}

export function backward(cache: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  return slopes(cache, Y, layers.map(stacked))
    .map(apart)
    .map(({ W, b }) => ({ dW: W, db: b }));
}

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  const weights = layers.map(stacked);
  const losses = learn(X, Y, weights, learningRate, steps);
  return { layers: weights.map(apart), losses };
}

export function compareArchitectures(
  X: Matrix,
  Y: Matrix,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  return architectures.map((sizes) => {
    const weights = initialise(sizes, rng).map(stacked);
    learn(X, Y, weights, learningRate, steps);
    const P = at(run(X, weights).A, weights.length);
    const labels = Y.getColumn(0);
    const right = labels.filter((y, i) => (y === 1 ? P.get(i, 0) > 0.5 : P.get(i, 0) <= 0.5));
    return { sizes, loss: binaryCrossEntropy(P, Y), accuracy: right.length / labels.length };
  });
}

/** Changes the weights, which are its own, and says what the loss was before each step. */
function learn(X: Matrix, Y: Matrix, weights: Matrix[], learningRate: number, steps: number) {
  return Array.from({ length: steps }, () => {
    const cache = run(X, weights);
    slopes(cache, Y, weights).forEach((gradient, l) => {
      at(weights, l).sub(gradient.mul(learningRate));
    });
    return binaryCrossEntropy(at(cache.A, weights.length), Y);
  });
}

function run(X: Matrix, weights: Matrix[]): Cache {
  const Z: Matrix[] = [];
  const A = [X];
  for (const stack of weights) {
    const z = withOnes(at(A, Z.length)).mmul(stack);
    Z.push(z);
    A.push(Z.length === weights.length ? sigmoid(z) : Matrix.mul(z, gateOf(z)));
  }
  return { Z, A };
}

/** A gradient of each stack: the last row is that of the biases. */
function slopes({ Z, A }: Cache, Y: Matrix, weights: Matrix[]): Matrix[] {
  const gradients: Matrix[] = [];
  let dZ = Matrix.sub(at(A, weights.length), Y);
  for (let l = weights.length - 1; l >= 0; l--) {
    gradients[l] = withOnes(at(A, l)).transpose().mmul(dZ).div(Y.rows);
    if (l === 0) break;
    // No blame flows back into the constant 1: the row of biases stays out.
    const { W } = apart(at(weights, l));
    dZ = dZ.mmul(W.transpose()).mul(gateOf(at(Z, l - 1)));
  }
  return gradients;
}

/** 1 where a unit is on, 0 where it is off. */
function gateOf(Z: Matrix): Matrix {
  return new Matrix(Z.to2DArray().map((row) => row.map((z) => Number(z > 0))));
}

function withOnes(X: Matrix): Matrix {
  return X.clone().addColumn(Matrix.ones(X.rows, 1));
}

function stacked({ W, b }: Layer): Matrix {
  return W.clone().addRow(b);
}

function apart(stack: Matrix): Layer {
  const last = stack.rows - 1;
  return { W: stack.clone().removeRow(last), b: stack.getRowVector(last) };
}
