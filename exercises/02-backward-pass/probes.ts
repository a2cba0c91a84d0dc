import type { Generator, Probes } from 'chainrule/course';
import { normalMatrix, probesFor, quadrants, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/forward.ts';

type Backward = typeof import('./backward.ts');
const probe = probesFor<Backward>();

// All sizes differ, so that a transpose or a swapped axis cannot hide.
const m = 7;
const n = 3;
const h = 5;

const LEARNING_RATE = 2;
const TRAINING_STEPS = 100;

function drawParameters(rng: Generator, inputs: number, hidden: number): Parameters {
  return {
    W1: normalMatrix(rng, inputs, hidden, 0.8),
    b1: normalMatrix(rng, 1, hidden, 0.5),
    W2: normalMatrix(rng, hidden, 1, 0.8),
    b2: normalMatrix(rng, 1, 1, 0.5),
  };
}

/** Two of seven examples have the label 1: unbalanced, so that a swapped class shows. */
function drawLabels(rng: Generator): Matrix {
  const first = Math.floor(rng() * m);
  const labels = Matrix.zeros(m, 1);
  labels.set(first, 0, 1);
  labels.set((first + 3) % m, 0, 1);
  return labels;
}

function column(labels: readonly number[]): Matrix {
  return Matrix.columnVector([...labels]);
}

export const probes: Probes<Backward> = {
  backward: probe({
    cases: 3,
    input: (rng) => {
      const X = normalMatrix(rng, m, n);
      const parameters = drawParameters(rng, n, h);
      return { cache: forward(X, parameters), Y: drawLabels(rng), parameters };
    },
    run: (student, { cache, Y, parameters }) => ({ ...student.backward(cache, Y, parameters) }),
    slopes: {
      parameters: ({ parameters }) => ({ ...parameters }),
      loss: (_, { cache, Y }, { W1, b1, W2, b2 }) =>
        W1 && b1 && W2 && b2
          ? binaryCrossEntropy(forward(cache.X, { W1, b1, W2, b2 }).A2, Y)
          : Number.NaN,
    },
    watched: true,
  }),

  update: probe({
    cases: 2,
    input: (rng) => ({
      parameters: drawParameters(rng, n, h),
      gradients: {
        dW1: normalMatrix(rng, n, h),
        db1: normalMatrix(rng, 1, h),
        dW2: normalMatrix(rng, h, 1),
        db2: normalMatrix(rng, 1, 1),
      },
      learningRate: 0.05 + 0.5 * rng(),
    }),
    run: (student, { parameters, gradients, learningRate }) => ({
      ...student.update(parameters, gradients, learningRate),
    }),
    watched: true,
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng) => ({
      X: uniformMatrix(rng, m, n, -1.5, 1.5),
      Y: drawLabels(rng),
      parameters: drawParameters(rng, n, h),
      learningRate: 0.4,
      steps: 6,
    }),
    run: (student, { X, Y, parameters, learningRate, steps }) => ({
      ...student.train(X, Y, parameters, learningRate, steps),
    }),
    watched: true,
  }),

  training: probe({
    cases: 1,
    input: (rng) => {
      const { X, labels } = quadrants(rng, 60);
      const parameters = {
        W1: normalMatrix(rng, 2, 8),
        b1: Matrix.zeros(1, 8),
        W2: normalMatrix(rng, 8, 1),
        b2: Matrix.zeros(1, 1),
      };
      return { X, Y: column(labels), parameters };
    },
    truth: (rng) => ({ ...quadrants(rng, 300) }),
    run: (student, { X, Y, parameters }) => ({
      ...student.train(X, Y, parameters, LEARNING_RATE, TRAINING_STEPS),
    }),
  }),
};
