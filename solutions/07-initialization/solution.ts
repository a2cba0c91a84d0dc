import { Matrix } from 'ml-matrix';
import type { Parameters } from '../01-forward-pass/solution.ts';
import {
  backward,
  crossEntropy,
  forward,
  type Gradients,
  type Training,
} from '../04-relu-swap/solution.ts';

/** How wide the first weights of a layer are spread. */
export type Kind = 'zeros' | 'small' | 'xavier' | 'he';

/** What came of each kind of start: the trained network, and its loss before each step. */
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

/**
 * The first weights of one layer: every weight is a call of `normal`, times the standard
 * deviation of its kind. The draws are made row by row, in a row from left to right.
 *
 * @param kind 'zeros': 0, 'small': 0.01, 'xavier': sqrt(2 / (fanIn + fanOut)), 'he': sqrt(2 / fanIn)
 * @param fanIn how many numbers enter each unit of the layer
 * @param fanOut how many units the layer has
 * @param rng numbers from 0 up to 1; the only source of chance
 * @returns fanIn x fanOut
 */
export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  // #region solution
  const spread = spreadOf(kind, fanIn, fanOut);
  const W = Matrix.zeros(fanIn, fanOut);
  for (let i = 0; i < fanIn; i++) {
    for (let j = 0; j < fanOut; j++) W.set(i, j, spread * normal(rng));
  }
  return W;
  // #endregion
}

/**
 * A network before it learns: W1 is drawn first, then W2, each with the fan-in and the
 * fan-out of its own layer. Every bias is 0 and needs no draw.
 *
 * @param classes units of the output layer
 * @returns W1 inputs x hidden, b1 1 x hidden, W2 hidden x classes, b2 1 x classes
 */
export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  // #region solution
  const W1 = initialise(kind, inputs, hidden, rng);
  const W2 = initialise(kind, hidden, classes, rng);
  return { W1, b1: Matrix.zeros(1, hidden), W2, b2: Matrix.zeros(1, classes) };
  // #endregion
}

/**
 * How many hidden units differ from each other. Two units are alike where all their
 * incoming weights and their biases are equal.
 *
 * @param W1 n x h, a column for each unit; not changed
 * @param b1 1 x h; not changed
 * @returns a whole number from 1 to h
 */
export function distinctUnits(W1: Matrix, b1: Matrix): number {
  // #region solution
  const seen = new Set<string>();
  for (let unit = 0; unit < W1.columns; unit++) {
    seen.add([...W1.getColumn(unit), b1.get(0, unit)].join(' '));
  }
  return seen.size;
  // #endregion
}

/**
 * Repeats: forward, note the loss, backward, and move every parameter by -learningRate
 * times its gradient. The network is that of exercise 04.
 *
 * @param X m x n, one example a row; not changed
 * @param Y m x k, labels: a single 1 a row; not changed
 * @param start where to begin; not changed
 * @param steps how many updates are made
 */
export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  // #region solution
  let current = start;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, current);
    losses.push(crossEntropy(cache.A2, Y));
    current = moved(current, backward(cache, Y, current), learningRate);
  }
  return { parameters: current, losses };
  // #endregion
}

/**
 * Trains the same network once from each kind of start. Each kind gets a new generator of
 * the same seed, so that all kinds make the same draws and only their spread differs.
 *
 * @param X m x n; not changed
 * @param Y m x k, labels: a single 1 a row; not changed
 * @param hidden units of the hidden layer
 * @param seed for `generator`
 * @param steps how many updates each of the four makes
 */
export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  // #region solution
  const trainedFrom = (kind: Kind): Training => {
    const start = initialiseNetwork(kind, X.columns, hidden, Y.columns, generator(seed));
    return train(X, Y, start, learningRate, steps);
  };
  return {
    zeros: trainedFrom('zeros'),
    small: trainedFrom('small'),
    xavier: trainedFrom('xavier'),
    he: trainedFrom('he'),
  };
  // #endregion
}

// #region solution
/** The standard deviation of the weights of one layer. */
function spreadOf(kind: Kind, fanIn: number, fanOut: number): number {
  switch (kind) {
    case 'zeros':
      return 0;
    case 'small':
      return 0.01;
    case 'xavier':
      return Math.sqrt(2 / (fanIn + fanOut));
    case 'he':
      return Math.sqrt(2 / fanIn);
  }
}

/** One step of gradient descent; the old parameters stay as they are. */
function moved(
  { W1, b1, W2, b2 }: Parameters,
  { dW1, db1, dW2, db2 }: Gradients,
  learningRate: number,
): Parameters {
  return {
    W1: Matrix.sub(W1, Matrix.mul(dW1, learningRate)),
    b1: Matrix.sub(b1, Matrix.mul(db1, learningRate)),
    W2: Matrix.sub(W2, Matrix.mul(dW2, learningRate)),
    b2: Matrix.sub(b2, Matrix.mul(db2, learningRate)),
  };
}
// #endregion
