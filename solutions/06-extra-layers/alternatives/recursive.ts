/** Recursion in place of loops: a network is its first layer, and the network above it. */
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

export function initialise([inputs, units, ...above]: number[], rng: () => number): Layer[] {
  if (inputs === undefined || units === undefined) return [];
  const spread = Math.sqrt(2 / inputs);
  const draws = Array.from({ length: inputs * units }, () => spread * normal(rng));
  const layer = { W: Matrix.from1DArray(inputs, units, draws), b: Matrix.zeros(1, units) };
  return [layer, ...initialise([units, ...above], rng)];
}

export function forward(X: Matrix, [layer, ...above]: Layer[]): Cache {
  if (layer === undefined) return { Z: [], A: [X] };
  const z = X.mmul(layer.W).addRowVector(layer.b);
  const { Z, A } = forward(above.length === 0 ? sigmoid(z) : rectified(z), above);
  return { Z: [z, ...Z], A: [X, ...A] };
}

export function backward({ A }: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  return blame(A, Y, layers).gradients;
}

/** The gradients of a network, and the blame on what went into it, per example. */
function blame(
  [inputs, ...A]: Matrix[],
  Y: Matrix,
  [layer, ...above]: Layer[],
): { gradients: LayerGradients[]; dA: Matrix } {
  const [output] = A;
  if (inputs === undefined || output === undefined || layer === undefined) {
    throw new Error('a layer has something before it and something after it');
  }
  const m = Y.rows;
  const later = above.length === 0 ? null : blame(A, Y, above);
  const dZ = later === null ? Matrix.sub(output, Y) : Matrix.mul(later.dA, Matrix.sign(output));
  const own = {
    dW: inputs.transpose().mmul(dZ).div(m),
    db: Matrix.ones(1, m).mmul(dZ).div(m),
  };
  return {
    gradients: [own, ...(later?.gradients ?? [])],
    dA: dZ.mmul(layer.W.transpose()),
  };
}

export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  if (steps === 0) return { layers, losses: [] };
  const cache = forward(X, layers);
  const gradients = backward(cache, Y, layers);
  const next = layers.map((layer, l) => stepped(layer, gradients[l], learningRate));
  const rest = train(X, Y, next, learningRate, steps - 1);
  const loss = binaryCrossEntropy(cache.A.at(-1) ?? X, Y);
  return { layers: rest.layers, losses: [loss, ...rest.losses] };
}

function stepped({ W, b }: Layer, gradient: LayerGradients | undefined, learningRate: number) {
  if (gradient === undefined) throw new Error('every layer has a gradient');
  return {
    W: Matrix.sub(W, Matrix.mul(gradient.dW, learningRate)),
    b: Matrix.sub(b, Matrix.mul(gradient.db, learningRate)),
  };
}

export function compareArchitectures(
  X: Matrix,
  Y: Matrix,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  const [sizes, ...others] = architectures;
  if (sizes === undefined) return [];
  const { layers } = train(X, Y, initialise(sizes, rng), learningRate, steps);
  const P = forward(X, layers).A.at(-1) ?? X;
  const errors = Matrix.sub(Y, P).to1DArray();
  // A probability of exactly 0.5 says 0.
  const right = errors.filter((error) => error < 0.5 && error >= -0.5).length;
  const outcome = { sizes, loss: binaryCrossEntropy(P, Y), accuracy: right / Y.rows };
  return [outcome, ...compareArchitectures(X, Y, others, rng, learningRate, steps)];
}

function rectified(Z: Matrix): Matrix {
  return new Matrix(Z.to2DArray().map((row) => row.map((z) => (z > 0 ? z : 0))));
}
