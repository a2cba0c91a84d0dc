/** Functions in tables: a scale for each kind, layers mapped over pairs of sizes, parameters as entries of a record. */
import { Matrix } from 'ml-matrix';
import type { Parameters } from '../../01-forward-pass/solution.ts';
import { backward, crossEntropy, forward, type Training } from '../../04-relu-swap/solution.ts';

export type Kind = 'zeros' | 'small' | 'xavier' | 'he';

export type Experiment = Record<Kind, Training>;

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

const SCALES: Record<Kind, (fanIn: number, fanOut: number) => number> = {
  zeros: () => 0,
  small: () => 1e-2,
  xavier: (fanIn, fanOut) => (0.5 * (fanIn + fanOut)) ** -0.5,
  he: (fanIn) => Math.SQRT2 / Math.sqrt(fanIn),
};

export const initialise = (kind: Kind, fanIn: number, fanOut: number, rng: () => number): Matrix =>
  new Matrix(
    Array.from({ length: fanIn }, () => Array.from({ length: fanOut }, () => normal(rng))),
  ).mul(SCALES[kind](fanIn, fanOut));

export function initialiseNetwork(
  kind: Kind,
  inputs: number,
  hidden: number,
  classes: number,
  rng: () => number,
): Parameters {
  const layer = (fanIn: number, fanOut: number) => ({
    W: initialise(kind, fanIn, fanOut, rng),
    b: Matrix.zeros(1, fanOut),
  });
  const [first, second] = [layer(inputs, hidden), layer(hidden, classes)];
  return { W1: first.W, b1: first.b, W2: second.W, b2: second.b };
}

export const distinctUnits = (W1: Matrix, b1: Matrix): number =>
  new Set(
    W1.transpose()
      .to2DArray()
      .map((weights, unit) => JSON.stringify([weights, b1.get(0, unit)])),
  ).size;

export function train(
  X: Matrix,
  Y: Matrix,
  start: Parameters,
  learningRate: number,
  steps: number,
): Training {
  return Array.from({ length: steps }).reduce<Training>(
    ({ parameters, losses }) => {
      const passed = forward(X, parameters);
      const { dW1, db1, dW2, db2 } = backward(passed, Y, parameters);
      const moved = (value: Matrix, slope: Matrix) =>
        Matrix.add(value, Matrix.mul(slope, -learningRate));
      return {
        parameters: {
          W1: moved(parameters.W1, dW1),
          b1: moved(parameters.b1, db1),
          W2: moved(parameters.W2, dW2),
          b2: moved(parameters.b2, db2),
        },
        losses: [...losses, crossEntropy(passed.A2, Y)],
      };
    },
    { parameters: start, losses: [] },
  );
}

export function compareInitializations(
  X: Matrix,
  Y: Matrix,
  hidden: number,
  seed: number,
  learningRate: number,
  steps: number,
): Experiment {
  const kinds: Kind[] = ['he', 'xavier', 'small', 'zeros'];
  const trained = kinds.map((kind) => {
    const start = initialiseNetwork(kind, X.columns, hidden, Y.columns, generator(seed));
    return [kind, train(X, Y, start, learningRate, steps)] as const;
  });
  // One entry for each of the kinds.
  return Object.fromEntries(trained) as Experiment;
}
