import type { Generator, Probes } from 'chainrule/course';
import { drawUntil, normal, normalMatrix, probesFor, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import type { Parameters } from './regression.ts';

type Regression = typeof import('./regression.ts');
const probe = probesFor<Regression>();

// All sizes differ, also with one more for the ones, so that no two can be mixed up.
const m = 8;
const n = 3;
const h = 5;

/** As in the lesson: two inputs, four hidden units. */
const INPUTS = 2;
const UNITS = 4;

const LEARNING_RATE = 0.6;
const TRAINING_STEPS = 120;

function drawParameters(rng: Generator, inputs: number, units: number, scale: number): Parameters {
  return {
    W1: normalMatrix(rng, inputs + 1, units, scale),
    W2: normalMatrix(rng, units + 1, 1, scale),
  };
}

/** A forward pass that went right, for numbers of about 1 to 2 to be hit. */
function drawPass(rng: Generator, reference: Regression) {
  const X = normalMatrix(rng, m, n);
  const parameters = drawParameters(rng, n, h, 0.9);
  return {
    X,
    Y: normalMatrix(rng, m, 1, 1.5),
    parameters,
    cache: reference.forward(X, parameters),
  };
}

/** Points of the lesson: a bent surface over a square, with a little noise. */
function drawPoints(rng: Generator, count: number) {
  const X = uniformMatrix(rng, count, INPUTS, -2, 2);
  const targets = X.to2DArray().map(
    ([x1 = 0, x2 = 0]) => 1.2 * Math.sin(x1) + 0.7 * x2 - 0.3 * x1 * x2 + 0.1 * normal(rng),
  );
  return { X, targets };
}

/** Whether predictions are no better than to say the mean every time. */
function knowsNothing(loss: number, Y: Matrix): boolean {
  const mean = Y.mean();
  const squares = Y.to1DArray().map((y) => (y - mean) ** 2);
  return 2 * loss * Y.rows > squares.reduce((sum, square) => sum + square, 0);
}

export const probes: Probes<Regression> = {
  augment: probe({
    cases: 2,
    input: (rng, _, index) => ({ X: normalMatrix(rng, index === 0 ? m : 2, n) }),
    run: (student, { X }) => ({ augmented: student.augmentWithOnes(X) }),
    watched: true,
  }),

  loss: probe({
    cases: 2,
    input: (rng) => ({ prediction: normalMatrix(rng, m, 1), Y: normalMatrix(rng, m, 1, 1.5) }),
    run: (student, { prediction, Y }) => ({ loss: student.halfMeanSquaredError(prediction, Y) }),
  }),

  forward: probe({
    cases: 2,
    input: (rng) => ({
      X: normalMatrix(rng, m, n),
      parameters: drawParameters(rng, n, h, 0.9),
    }),
    run: (student, { X, parameters }) => ({ ...student.forward(X, parameters) }),
  }),

  'output-gradient': probe({
    cases: 2,
    input: (rng, reference) => drawPass(rng, reference),
    run: (student, { cache, Y }) => ({ dW2: student.outputGradient(cache, Y) }),
  }),

  'hidden-error': probe({
    cases: 2,
    input: (rng, reference) => drawPass(rng, reference),
    run: (student, { cache, Y, parameters }) => ({
      hiddenError: student.hiddenError(cache, Y, parameters.W2),
    }),
  }),

  'hidden-gradient': probe({
    cases: 2,
    input: (rng, reference) => {
      const pass = drawPass(rng, reference);
      return {
        ...pass,
        hiddenError: reference.hiddenError(pass.cache, pass.Y, pass.parameters.W2),
      };
    },
    run: (student, { cache, hiddenError }) => ({
      dW1: student.hiddenGradient(cache, hiddenError),
    }),
  }),

  backward: probe({
    cases: 2,
    input: (rng, reference) => drawPass(rng, reference),
    run: (student, { cache, Y, parameters }) => ({
      dW2: student.outputGradient(cache, Y),
      dW1: student.hiddenGradient(cache, student.hiddenError(cache, Y, parameters.W2)),
    }),
    slopes: {
      parameters: ({ parameters }) => ({ ...parameters }),
      loss: (reference, { X, Y }, { W1, W2 }) =>
        W1 && W2
          ? reference.halfMeanSquaredError(reference.forward(X, { W1, W2 }).prediction, Y)
          : Number.NaN,
    },
    watched: true,
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng) => ({
      X: normalMatrix(rng, m, n),
      Y: normalMatrix(rng, m, 1, 1.5),
      parameters: drawParameters(rng, n, h, 0.9),
      learningRate: 0.2 + 0.2 * rng(),
      steps: 6,
    }),
    run: (student, { X, Y, parameters, learningRate, steps }) => ({
      ...student.train(X, Y, parameters, learningRate, steps),
    }),
    watched: true,
  }),

  training: probe({
    cases: 1,
    input: (rng, reference) => {
      const { X, targets } = drawPoints(rng, 60);
      const Y = Matrix.columnVector(targets);
      const parameters = drawUntil(
        () => drawParameters(rng, INPUTS, UNITS, 0.6),
        (start) =>
          knowsNothing(
            reference.halfMeanSquaredError(reference.forward(X, start).prediction, Y),
            Y,
          ),
      );
      return { X, Y, parameters };
    },
    truth: (rng) => ({ ...drawPoints(rng, 120) }),
    run: (student, { X, Y, parameters }) => ({
      ...student.train(X, Y, parameters, LEARNING_RATE, TRAINING_STEPS),
    }),
  }),
};
