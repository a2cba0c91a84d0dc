/** 1/m is folded into the output error; the layers are gone through from the right by reduceRight. */
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

const lastOf = ({ A }: Cache): Matrix => {
  const last = A.at(-1);
  if (last === undefined) throw new Error('there is always the input');
  return last;
};

export function initialise(sizes: number[], rng: () => number): Layer[] {
  return sizes.flatMap((units, l) => {
    const inputs = sizes[l - 1];
    if (inputs === undefined) return [];
    const W = Matrix.zeros(inputs, units);
    for (const [i, j] of W.entries()) W.set(i, j, normal(rng));
    return [{ W: W.div(Math.sqrt(inputs / 2)), b: Matrix.zeros(1, units) }];
  });
}

export function forward(X: Matrix, layers: Layer[]): Cache {
  return layers.reduce<Cache>(
    (cache, { W, b }, l) => {
      const Z = lastOf(cache).mmul(W).addRowVector(b);
      // (z + |z|) / 2 is z or 0.
      const A = l < layers.length - 1 ? Matrix.abs(Z).add(Z).div(2) : sigmoid(Z);
      return { Z: cache.Z.concat(Z), A: cache.A.concat(A) };
    },
    { Z: [], A: [X] },
  );
}

export function backward(cache: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  const error = Matrix.sub(lastOf(cache), Y).div(Y.rows);
  const start: { dZ: Matrix; gradients: LayerGradients[] } = { dZ: error, gradients: [] };
  const { gradients } = layers.reduceRight(({ dZ, gradients: sofar }, { W }, l) => {
    const inputs = cache.A[l] ?? new Matrix(0, 0);
    const dW = inputs.transpose().mmul(dZ);
    const db = Matrix.rowVector(dZ.sum('column'));
    // What left ReLU is positive exactly where it was on. For the inputs this is never used.
    const below = dZ.mmul(W.transpose()).mul(Matrix.sign(inputs));
    return { dZ: below, gradients: [{ dW, db }, ...sofar] };
  }, start);
  return gradients;
}

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  const losses: number[] = [];
  let now = layers;
  while (losses.length < steps) {
    const cache = forward(X, now);
    losses.push(binaryCrossEntropy(lastOf(cache), Y));
    const moves = backward(cache, Y, now).map(({ dW, db }) => ({
      W: Matrix.mul(dW, -learningRate),
      b: Matrix.mul(db, -learningRate),
    }));
    now = now.map(({ W, b }, l) => ({
      W: Matrix.add(W, moves[l]?.W ?? 0),
      b: Matrix.add(b, moves[l]?.b ?? 0),
    }));
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
  architectures.forEach((sizes) => {
    const { layers } = train(X, Y, initialise(sizes, rng), learningRate, steps);
    const P = lastOf(forward(X, layers));
    const agreement = P.to1DArray().map((p, i) => Number(p > 0.5) === Y.get(i, 0));
    outcomes.push({
      sizes: [...sizes],
      loss: binaryCrossEntropy(P, Y),
      accuracy: agreement.filter(Boolean).length / agreement.length,
    });
  });
  return outcomes;
}
