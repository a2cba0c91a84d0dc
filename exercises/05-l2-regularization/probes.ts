import type { Generator, Probes } from 'chainrule/course';
import { drawUntil, normalMatrix, probesFor, quadrants, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { forward, type Parameters } from '../01-forward-pass/forward.ts';
import { backward, type Gradients } from '../02-backward-pass/backward.ts';

type Regularize = typeof import('./regularize.ts');
const probe = probesFor<Regularize>();

// All sizes differ, so that a division by the wrong one cannot hide.
const m = 7;
const n = 3;
const h = 5;
const k = 4;

// Far apart, so that each next one pulls visibly harder, and the order is never a matter of luck.
const LAMBDAS = [0, 0.25, 0.75, 2];

const LEARNING_RATE = 2;
const SMALL_LAMBDA = 0.3;
const TRAINING_STEPS = 70;

/** The biases are never zero: a penalty on zeros would cost nothing and pass unseen. */
function drawParameters(rng: Generator, outputs: number): Parameters {
  return {
    W1: normalMatrix(rng, n, h, 0.8),
    b1: normalMatrix(rng, 1, h, 0.8),
    W2: normalMatrix(rng, h, outputs, 0.8),
    b2: normalMatrix(rng, 1, outputs, 0.8),
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

function drawTask(rng: Generator) {
  return {
    X: normalMatrix(rng, m, n),
    Y: drawLabels(rng),
    parameters: drawParameters(rng, 1),
  };
}

/** The gradients of the data term, and a lambda with which the penalty pulls about as hard. */
function drawGradients(rng: Generator) {
  const { X, Y, parameters } = drawTask(rng);
  const gradients = backward(forward(X, parameters), Y, parameters);
  const [hidden, output] = dataOverWeights(gradients, parameters);
  return { X, Y, parameters, gradients, lambda: m * Math.sqrt(hidden * output) };
}

/** Whether data and penalty pull about equally hard in both layers. */
function isBalanced({ parameters, gradients, lambda }: ReturnType<typeof drawGradients>): boolean {
  return dataOverWeights(gradients, parameters).every((ratio) => isWithinThree(lambda / m / ratio));
}

/** Where one of two terms drowns the other, a mistake in the small one can hide. */
function isWithinThree(ratio: number): boolean {
  return ratio > 1 / 3 && ratio < 3;
}

/** How long the gradient of the data is, measured in the weights: hidden layer, output layer. */
function dataOverWeights({ dW1, dW2 }: Gradients, { W1, W2 }: Parameters): [number, number] {
  return [dW1.norm() / W1.norm(), dW2.norm() / W2.norm()];
}

/** Fresh matrices for every call: one call that overwrites its input must not spoil the next. */
function copyOf({ W1, b1, W2, b2 }: Parameters): Parameters {
  return { W1: W1.clone(), b1: b1.clone(), W2: W2.clone(), b2: b2.clone() };
}

function sumOfSquares(W: Matrix): number {
  return W.to1DArray().reduce((sum, w) => sum + w * w, 0);
}

export const probes: Probes<Regularize> = {
  penalty: probe({
    cases: 3,
    input: (rng, _, index) => ({
      parameters: drawParameters(rng, k),
      lambda: 0.5 + 1.5 * rng(),
      // Another number in every case: no size of the weights can stand in for it.
      examples: m + 4 * index,
    }),
    run: (student, { parameters, lambda, examples }) => ({
      penalty: student.l2Penalty(parameters, lambda, examples),
    }),
    watched: true,
  }),

  loss: probe({
    cases: 3,
    input: (rng, reference) =>
      drawUntil(
        () => ({
          A: uniformMatrix(rng, m, 1, 0.02, 0.98),
          Y: drawLabels(rng),
          parameters: drawParameters(rng, 1),
          lambda: 0.5 + 1.5 * rng(),
        }),
        ({ A, Y, parameters, lambda }) =>
          isWithinThree(
            reference.l2Penalty(parameters, lambda, m) /
              reference.regularizedLoss(A, Y, parameters, 0),
          ),
      ),
    run: (student, { A, Y, parameters, lambda }) => {
      const dataTerm = student.regularizedLoss(A.clone(), Y.clone(), copyOf(parameters), 0);
      const sum = student.regularizedLoss(A.clone(), Y.clone(), copyOf(parameters), lambda);
      const penalty = student.l2Penalty(copyOf(parameters), lambda, A.rows);
      // Measured in the student's own penalty, so that a wrong penalty is paid for once.
      return {
        'the data term alone': dataTerm,
        'the number of penalties in the loss': (sum - dataTerm) / penalty,
      };
    },
  }),

  gradients: probe({
    cases: 3,
    input: (rng) => drawUntil(() => drawGradients(rng), isBalanced),
    run: (student, { gradients, parameters, lambda }) => ({
      ...student.regularizedGradients(gradients, parameters, lambda, m),
    }),
    slopes: {
      parameters: ({ parameters }) => ({ ...parameters }),
      loss: (reference, { X, Y, lambda }, { W1, b1, W2, b2 }) => {
        if (!(W1 && b1 && W2 && b2)) return Number.NaN;
        const moved = { W1, b1, W2, b2 };
        return reference.regularizedLoss(forward(X, moved).A2, Y, moved, lambda);
      },
    },
    watched: true,
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng) => ({
      ...drawTask(rng),
      learningRate: 0.4,
      lambda: 1 + rng(),
      steps: 6,
    }),
    run: (student, { X, Y, parameters, learningRate, lambda, steps }) => ({
      ...student.trainWithDecay(X, Y, parameters, learningRate, lambda, steps),
    }),
    watched: true,
  }),

  norms: probe({
    cases: 2,
    input: (rng) => ({ ...drawTask(rng), learningRate: 0.4, lambdas: LAMBDAS, steps: 8 }),
    run: (student, { X, Y, parameters, learningRate, lambdas, steps }) => {
      const start = copyOf(parameters);
      const norms = student.normsByLambda(X, Y, start, learningRate, [...lambdas], steps);
      // Measured in the weights of the student's own training: that is judged elsewhere.
      const ofOwnTraining = norms.map((norm, at) => {
        const lambda = lambdas[at] ?? Number.NaN;
        const from = copyOf(parameters);
        const trained = student.trainWithDecay(X, Y, from, learningRate, lambda, steps).parameters;
        return norm / (sumOfSquares(trained.W1) + sumOfSquares(trained.W2));
      });
      return { norms, 'your norm over that of your own training': ofOwnTraining };
    },
  }),

  training: probe({
    cases: 1,
    input: (rng) => {
      const { X, labels } = quadrants(rng, 80);
      const parameters = {
        W1: normalMatrix(rng, 2, 8),
        b1: Matrix.zeros(1, 8),
        W2: normalMatrix(rng, 8, 1),
        b2: Matrix.zeros(1, 1),
      };
      return { X, Y: Matrix.columnVector([...labels]), parameters };
    },
    truth: (rng) => ({ ...quadrants(rng, 300) }),
    run: (student, { X, Y, parameters }) => ({
      ...student.trainWithDecay(X, Y, parameters, LEARNING_RATE, SMALL_LAMBDA, TRAINING_STEPS),
    }),
  }),
};
