/** One example at a time, through all layers and back; its gradients are added to those of the others. */
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
  return sizes.slice(0, -1).map((inputs, l) => {
    const units = at(sizes, l + 1);
    const rows: number[][] = [];
    while (rows.length < inputs) {
      const row: number[] = [];
      while (row.length < units) row.push(normal(rng) * (2 / inputs) ** 0.5);
      rows.push(row);
    }
    return { W: new Matrix(rows), b: Matrix.zeros(1, units) };
  });
}

export function forward(X: Matrix, layers: Layer[]): Cache {
  const passages = X.to2DArray().map((x) => walk(x, layers));
  const table = (rows: number[][]): Matrix => new Matrix(rows);
  return {
    Z: layers.map((_, l) => table(passages.map(({ z }) => at(z, l)))),
    A: [X, ...layers.map((_, l) => table(passages.map(({ a }) => at(a, l))))],
  };
}

/** Before and after each layer, for one example. */
function walk(x: number[], layers: Layer[]): { z: number[][]; a: number[][] } {
  const z: number[][] = [];
  const a: number[][] = [];
  let signal = x;
  for (const { W, b } of layers) {
    const score = Matrix.rowVector(signal).mmul(W).add(b);
    const isLast = a.length === layers.length - 1;
    signal = isLast
      ? sigmoid(score).to1DArray()
      : score.to1DArray().map((each) => Math.max(0, each));
    z.push(score.to1DArray());
    a.push(signal);
  }
  return { z, a };
}

export function backward({ Z, A }: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  const sums = layers.map(({ W, b }) => ({ dW: Matrix.mul(W, 0), db: Matrix.mul(b, 0) }));
  for (let i = 0; i < Y.rows; i++) {
    let blame = at(A, layers.length)
      .getRow(i)
      .map((p) => p - Y.get(i, 0));
    for (let l = layers.length - 1; l >= 0; l--) {
      const { dW, db } = at(sums, l);
      const error = Matrix.rowVector(blame);
      const signal = Matrix.columnVector(at(A, l).getRow(i));
      dW.add(signal.mmul(error));
      db.add(error);
      if (l === 0) break;
      const z = at(Z, l - 1).getRow(i);
      const passedOn = at(layers, l).W.mmul(error.transpose()).to1DArray();
      blame = passedOn.map((share, unit) => (at(z, unit) > 0 ? share : 0));
    }
  }
  return sums.map(({ dW, db }) => ({ dW: dW.div(Y.rows), db: db.div(Y.rows) }));
}

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, layers);
    losses.push(binaryCrossEntropy(at(cache.A, layers.length), Y));
    const gradients = backward(cache, Y, layers);
    layers = layers.map(({ W, b }, l) => ({
      W: W.clone().sub(at(gradients, l).dW.mul(learningRate)),
      b: b.clone().sub(at(gradients, l).db.mul(learningRate)),
    }));
  }
  return { layers, losses };
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
    const trained = train(X, Y, initialise(sizes, rng), learningRate, steps);
    const guesses = X.to2DArray().map((x) =>
      at(at(walk(x, trained.layers).a, sizes.length - 2), 0),
    );
    const hits = guesses.map((p, i): number => (Number(p > 0.5) === Y.get(i, 0) ? 1 : 0));
    return {
      sizes,
      loss: binaryCrossEntropy(Matrix.columnVector(guesses), Y),
      accuracy: hits.reduce((sum, hit) => sum + hit, 0) / hits.length,
    };
  });
}
