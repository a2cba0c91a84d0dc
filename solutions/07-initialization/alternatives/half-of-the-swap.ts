/** The training of exercise 04: whoever compares tanh and ReLU has trained with ReLU on the way. */
import { Matrix } from 'ml-matrix';
import type { Parameters } from '../../01-forward-pass/solution.ts';
import { compareActivations, type Training } from '../../04-relu-swap/solution.ts';

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

export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  const variance =
    kind === 'he'
      ? 2 / fanIn
      : kind === 'xavier'
        ? 2 / (fanIn + fanOut)
        : kind === 'small'
          ? 0.01 ** 2
          : 0;
  const draws = Array.from({ length: fanIn * fanOut }, () => normal(rng) * Math.sqrt(variance));
  return Matrix.from1DArray(fanIn, fanOut, draws);
}

export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  return {
    W1: initialise(kind, inputs, hidden, rng),
    b1: new Matrix(1, hidden),
    W2: initialise(kind, hidden, classes, rng),
    b2: new Matrix(1, classes),
  };
}

export function distinctUnits(W1: Matrix, b1: Matrix): number {
  const stacked = W1.clone().addRow(b1);
  let different = 0;
  for (let unit = 0; unit < stacked.columns; unit++) {
    let isNew = true;
    for (let earlier = 0; earlier < unit; earlier++) {
      const difference = Matrix.sub(
        stacked.getColumnVector(unit),
        stacked.getColumnVector(earlier),
      );
      if (difference.norm() === 0) isNew = false;
    }
    if (isNew) different++;
  }
  return different;
}

export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  return compareActivations(X, Y, start, learningRate, steps).relu;
}

export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  const from = (kind: Kind) =>
    train(
      X,
      Y,
      initialiseNetwork(kind, X.columns, hidden, Y.columns, generator(seed)),
      learningRate,
      steps,
    );
  return { he: from('he'), xavier: from('xavier'), small: from('small'), zeros: from('zeros') };
}
