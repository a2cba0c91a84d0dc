/** Nested loops over single entries; the gradients stand at their places before they are filled. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy } from '../../01-forward-pass/solution.ts';

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
  for (let l = 1; l < sizes.length; l++) {
    const W = Matrix.zeros(at(sizes, l - 1), at(sizes, l));
    for (let i = 0; i < W.rows; i++) {
      for (let j = 0; j < W.columns; j++) W.set(i, j, normal(rng) * Math.sqrt(2 / W.rows));
    }
    layers.push({ W, b: Matrix.zeros(1, W.columns) });
  }
  return layers;
}

export function forward(X: Matrix, layers: Layer[]): Cache {
  const cache: Cache = { Z: [], A: [X] };
  for (let l = 0; l < layers.length; l++) {
    const { W, b } = at(layers, l);
    const inputs = at(cache.A, l);
    const Z = Matrix.zeros(X.rows, W.columns);
    const A = Matrix.zeros(X.rows, W.columns);
    for (let i = 0; i < X.rows; i++) {
      for (let j = 0; j < W.columns; j++) {
        let z = b.get(0, j);
        for (let k = 0; k < W.rows; k++) z += inputs.get(i, k) * W.get(k, j);
        Z.set(i, j, z);
        if (l === layers.length - 1) A.set(i, j, 1 / (1 + Math.exp(-z)));
        else if (z > 0) A.set(i, j, z);
      }
    }
    cache.Z.push(Z);
    cache.A.push(A);
  }
  return cache;
}

export function backward(cache: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  const m = Y.rows;
  const gradients = layers.map(({ W, b }) => ({
    dW: Matrix.zeros(W.rows, W.columns),
    db: Matrix.zeros(1, b.columns),
  }));
  let dZ = Matrix.sub(at(cache.A, layers.length), Y);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { dW, db } = at(gradients, l);
    const { W } = at(layers, l);
    const inputs = at(cache.A, l);
    const dA = Matrix.zeros(m, W.rows);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < W.columns; j++) {
        const error = dZ.get(i, j);
        db.set(0, j, db.get(0, j) + error / m);
        for (let k = 0; k < W.rows; k++) {
          dW.set(k, j, dW.get(k, j) + (inputs.get(i, k) * error) / m);
          // Below the first layer lie the inputs, which have no gate.
          const isOpen = l === 0 || at(cache.Z, l - 1).get(i, k) > 0;
          if (isOpen) dA.set(i, k, dA.get(i, k) + W.get(k, j) * error);
        }
      }
    }
    dZ = dA;
  }
  return gradients;
}

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  const now = layers.map(({ W, b }) => ({ W: W.clone(), b: b.clone() }));
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, now);
    losses.push(binaryCrossEntropy(at(cache.A, now.length), Y));
    const gradients = backward(cache, Y, now);
    for (let l = 0; l < now.length; l++) {
      const { W, b } = at(now, l);
      const { dW, db } = at(gradients, l);
      for (let j = 0; j < W.columns; j++) {
        b.set(0, j, b.get(0, j) - learningRate * db.get(0, j));
        for (let k = 0; k < W.rows; k++) {
          W.set(k, j, W.get(k, j) - learningRate * dW.get(k, j));
        }
      }
    }
  }
  return { layers: now, losses };
}

export function compareArchitectures(
  X: Matrix,
  Y: Matrix,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const sizes of architectures) {
    const start = initialise(sizes, rng);
    const { layers } = train(X, Y, start, learningRate, steps);
    const P = at(forward(X, layers).A, layers.length);
    let right = 0;
    for (let i = 0; i < Y.rows; i++) {
      if (P.get(i, 0) > 0.5 === (Y.get(i, 0) === 1)) right++;
    }
    outcomes.push({ sizes, loss: binaryCrossEntropy(P, Y), accuracy: right / Y.rows });
  }
  return outcomes;
}
