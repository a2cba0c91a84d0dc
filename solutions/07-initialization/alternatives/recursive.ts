/** No loops: a training is a step and the training after it, and each kind scales the same list of draws. */
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

/** The draws of one layer with the standard deviation 1, before any kind is known. */
function draws(fanIn: number, fanOut: number, rng: () => number): Matrix {
  const next = (count: number): number[] =>
    count === 0 ? [] : [normal(rng)].concat(next(count - 1));
  return Matrix.from1DArray(fanIn, fanOut, next(fanIn * fanOut));
}

export function initialise(kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix {
  const unscaled = draws(fanIn, fanOut, rng);
  if (kind === 'zeros') return unscaled.mul(0);
  if (kind === 'small') return unscaled.div(100);
  return unscaled.div(Math.sqrt((kind === 'xavier' ? fanIn + fanOut : fanIn) / 2));
}

export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  const W1 = initialise(kind, inputs, hidden, rng);
  return {
    W1,
    b1: Matrix.zeros(1, W1.columns),
    W2: initialise(kind, W1.columns, classes, rng),
    b2: Matrix.zeros(1, classes),
  };
}

export function distinctUnits(W1: Matrix, b1: Matrix): number {
  const texts = b1.getRow(0).map((bias, unit) => `${bias} and ${W1.getColumn(unit).join(', ')}`);
  return texts.filter((text, at) => texts.indexOf(text) === at).length;
}

export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  if (steps === 0) return { parameters: start, losses: [] };
  const passed = forward(X, start);
  const { dW1, db1, dW2, db2 } = backward(passed, Y, start);
  const next = {
    W1: dW1.mul(-learningRate).add(start.W1),
    b1: db1.mul(-learningRate).add(start.b1),
    W2: dW2.mul(-learningRate).add(start.W2),
    b2: db2.mul(-learningRate).add(start.b2),
  };
  const { parameters, losses } = train(X, Y, next, learningRate, steps - 1);
  return { parameters, losses: [crossEntropy(passed.A2, Y), ...losses] };
}

export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  const learn = (start: Parameters) => train(X, Y, start, learningRate, steps);
  const draw = (kind: Kind) =>
    initialiseNetwork(kind, X.columns, hidden, Y.columns, generator(seed));
  const [zeros, small] = [draw('zeros'), draw('small')].map(learn);
  const [xavier, he] = [draw('xavier'), draw('he')].map(learn);
  if (!(zeros && small && xavier && he)) throw new Error('four kinds are asked for');
  return { zeros, small, xavier, he };
}
