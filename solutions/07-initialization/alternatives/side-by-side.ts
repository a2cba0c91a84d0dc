/** All four networks learn side by side, a step of each in turn; every number is moved by itself. */
import { Matrix } from 'ml-matrix';
import type { Parameters } from '../../01-forward-pass/solution.ts';
import { backward, crossEntropy, forward, type Training } from '../../04-relu-swap/solution.ts';

export type Kind = 'zeros' | 'small' | 'xavier' | 'he';

export interface Experiment {
  zeros: Training;
  small: Training;
  xavier: Training;
  he: Training;
}

/** Given: one draw from the normal distribution with mean 0 and standard deviation 1. */
function normal(rng: () => number): number {
  // 1 - rng() is never 0, so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** Given: a new generator of numbers from 0 up to 1. The same seed gives the same numbers again. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KINDS = ['zeros', 'small', 'xavier', 'he'] as const;

export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  const inputs = kind === 'xavier' ? (fanIn + fanOut) / 2 : fanIn / 2;
  const spread = kind === 'zeros' ? 0 : kind === 'small' ? 0.01 : 1 / Math.sqrt(inputs);
  const rows: number[][] = [];
  while (rows.length < fanIn) {
    const row: number[] = [];
    while (row.length < fanOut) row.push(kind === 'zeros' ? 0 : normal(rng) * spread);
    rows.push(row);
  }
  return new Matrix(rows);
}

export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  const sizes = [inputs, hidden, classes];
  const weights: Matrix[] = [];
  const biases: Matrix[] = [];
  for (let l = 1; l < sizes.length; l++) {
    const [fanIn = 0, fanOut = 0] = sizes.slice(l - 1, l + 1);
    weights.push(initialise(kind, fanIn, fanOut, rng));
    biases.push(new Matrix([new Array<number>(fanOut).fill(0)]));
  }
  const [W1, W2] = weights;
  const [b1, b2] = biases;
  if (!(W1 && W2 && b1 && b2)) throw new Error('two layers are asked for');
  return { W1, b1, W2, b2 };
}

export function distinctUnits(W1: Matrix, b1: Matrix): number {
  const alike = (one: number, other: number): boolean => {
    if (b1.get(0, one) !== b1.get(0, other)) return false;
    for (let i = 0; i < W1.rows; i++) if (W1.get(i, one) !== W1.get(i, other)) return false;
    return true;
  };
  const kept: number[] = [];
  for (let unit = 0; unit < W1.columns; unit++) {
    if (!kept.some((other) => alike(unit, other))) kept.push(unit);
  }
  return kept.length;
}

export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  const training: Training = { parameters: start, losses: [] };
  for (let step = 0; step < steps; step++) advance(training, X, Y, learningRate);
  return training;
}

export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  const [zeros, small, xavier, he] = KINDS.map((kind): Training => {
    const chance = generator(seed);
    return {
      parameters: initialiseNetwork(kind, X.columns, hidden, Y.columns, chance),
      losses: [],
    };
  });
  if (!(zeros && small && xavier && he)) throw new Error('four kinds are asked for');
  for (let step = 0; step < steps; step++) {
    for (const training of [zeros, small, xavier, he]) advance(training, X, Y, learningRate);
  }
  return { zeros, small, xavier, he };
}

/** One step; the matrices are new ones, only the record changes. */
function advance(training: Training, X: Matrix, Y: Matrix, learningRate: number): void {
  const { W1, b1, W2, b2 } = training.parameters;
  const passed = forward(X, training.parameters);
  const { dW1, db1, dW2, db2 } = backward(passed, Y, training.parameters);
  training.losses.push(crossEntropy(passed.A2, Y));
  training.parameters = {
    W1: moved(W1, dW1, learningRate),
    b1: moved(b1, db1, learningRate),
    W2: moved(W2, dW2, learningRate),
    b2: moved(b2, db2, learningRate),
  };
}

function moved(value: Matrix, slope: Matrix, learningRate: number): Matrix {
  const result = value.clone();
  for (let i = 0; i < value.rows; i++) {
    for (let j = 0; j < value.columns; j++) {
      result.set(i, j, value.get(i, j) - learningRate * slope.get(i, j));
    }
  }
  return result;
}
