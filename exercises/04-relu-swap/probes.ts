import type { Generator, Probes } from 'chainrule/course';
import {
  drawUntil,
  integer,
  moons,
  normalMatrix,
  oneHot,
  probesFor,
  uniformMatrix,
} from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { type Parameters, softmax } from '../01-forward-pass/forward.ts';

type Relu = typeof import('./relu.ts');
const probe = probesFor<Relu>();

// All sizes differ, so that a transpose or a swapped axis cannot hide.
const m = 7;
const n = 3;
const h = 5;
const k = 4;

/** Large enough that a forgotten slope shows. */
const LEAK = 0.3;

const LEARNING_RATE = 1;
const TRAINING_POINTS = 60;
const TRAINING_STEPS = 50;

/** Between the two step widths that slopes are measured with: the wide one crosses the kink. */
const BESIDE_THE_KINK = 4.5e-6;

interface Network {
  X: Matrix;
  parameters: Parameters;
}

function drawParameters(rng: Generator, inputs: number, hidden: number, classes: number) {
  return {
    W1: normalMatrix(rng, inputs, hidden, 0.8),
    b1: normalMatrix(rng, 1, hidden, 0.5),
    W2: normalMatrix(rng, hidden, classes, 0.8),
    b2: normalMatrix(rng, 1, classes, 0.5),
  };
}

/** A network in which every hidden unit is on for some example and off for another. */
function drawNetwork(rng: Generator): Network {
  return drawUntil(
    () => ({ X: normalMatrix(rng, m, n), parameters: drawParameters(rng, n, h, k) }),
    (network) => nearestToKink(network) > 1e-3 && everyUnitSwitches(network),
  );
}

/**
 * The same, but one hidden unit stands a hair's breadth beside its kink for one
 * example that matters to it: there a measured slope says nothing.
 */
function drawNetworkAtKink(rng: Generator, reference: Relu, Y: Matrix): Network {
  return drawUntil(
    () => {
      const { X, parameters } = drawNetwork(rng);
      X.setRow(0, uniformMatrix(rng, 1, n, 0.6, 1.5).to1DArray());
      const b1 = parameters.b1.clone();
      const z = hiddenBefore({ X, parameters }).get(0, 0);
      b1.set(0, 0, b1.get(0, 0) - z + BESIDE_THE_KINK);
      return { X, parameters: { ...parameters, b1 } };
    },
    (network) => {
      const { A2 } = reference.forward(network.X, network.parameters);
      const dA1 = Matrix.sub(A2, Y).mmul(network.parameters.W2.transpose());
      const [nearest = 0, second = 0] = distancesToKink(network);
      return (
        Math.abs(dA1.get(0, 0)) > 0.1 &&
        nearest < 1e-5 &&
        second > 1e-3 &&
        everyUnitSwitches(network)
      );
    },
  );
}

function hiddenBefore({ X, parameters }: Network): Matrix {
  return X.mmul(parameters.W1).addRowVector(parameters.b1);
}

function distancesToKink(network: Network): readonly number[] {
  return hiddenBefore(network)
    .to1DArray()
    .map(Math.abs)
    .sort((a, b) => a - b);
}

function nearestToKink(network: Network): number {
  return distancesToKink(network)[0] ?? 0;
}

function everyUnitSwitches(network: Network): boolean {
  const Z1 = hiddenBefore(network);
  return Array.from({ length: h }, (_, unit) => Z1.getColumn(unit)).every(
    (column) => column.some((z) => z > 1e-3) && column.some((z) => z < -1e-3),
  );
}

/** Three, two, one and one of seven: unbalanced, so that a mixed-up class shows. */
function drawLabels(rng: Generator): readonly number[] {
  const first = integer(rng, m);
  const classes = [0, 0, 0, 1, 1, 2, 3];
  return classes.map((_, row) => classes[(first + 3 * row) % m] ?? 0);
}

/** Whether 1e-8 is so small beside the probability of every right class that it hardly counts. */
function allCountedOn(A: Matrix, labels: readonly number[]): boolean {
  return labels.every((label, row) => A.get(row, label) > 0.02);
}

/** Right about as often as a coin: a start that is right by luck would pass without learning. */
function knowsNothing(A: Matrix, labels: readonly number[]): boolean {
  const right = labels.filter((label, row) => A.get(row, label) > 0.5).length;
  return Math.abs(right / labels.length - 0.5) <= 0.1;
}

/** 61 places from -3 to 3, one a row: what an activation is drawn over. */
function places(): Matrix {
  return Matrix.columnVector(Array.from({ length: 61 }, (_, at) => (at - 30) / 10));
}

export const probes: Probes<Relu> = {
  relu: probe({
    cases: 3,
    // The first is wider than tall: no loop over its rows reaches its last columns.
    input: (rng, _, index) => ({
      Z: normalMatrix(rng, index === 0 ? k : m, index === 0 ? m : k, 2),
    }),
    run: (student, { Z }) => ({ A: student.relu(Z) }),
    watched: true,
  }),

  'relu-gradient': probe({
    cases: 3,
    input: (rng) => {
      const Z = normalMatrix(rng, m, k, 2);
      return { Z: Z.set(integer(rng, m), integer(rng, k), 0) };
    },
    run: (student, { Z }) => ({ D: student.reluGradient(Z) }),
  }),

  'leaky-relu': probe({
    cases: 3,
    input: (rng) => {
      const Z = normalMatrix(rng, m, k, 2);
      return { Z: Z.set(integer(rng, m), integer(rng, k), 0), slope: LEAK };
    },
    run: (student, { Z, slope }) => ({
      A: student.leakyRelu(Z, slope),
      D: student.leakyReluGradient(Z, slope),
    }),
  }),

  forward: probe({
    cases: 3,
    input: drawNetwork,
    run: (student, { X, parameters }) => ({ ...student.forward(X, parameters) }),
  }),

  loss: probe({
    cases: 3,
    input: (rng, _, index) => {
      const labels = drawLabels(rng);
      const A = drawUntil(
        () => softmax(normalMatrix(rng, m, k)),
        (drawn) => allCountedOn(drawn, labels),
      );
      if (index === 2) {
        // One prediction is perfectly sure, and wrong.
        const row = integer(rng, m);
        const others = Array.from({ length: k }, (_, label) => (label === labels[row] ? 0 : 1 / 3));
        A.setRow(row, others);
      }
      return { A, Y: oneHot(labels, k) };
    },
    run: (student, { A, Y }) => ({ loss: student.crossEntropy(A, Y) }),
  }),

  backward: probe({
    cases: 3,
    input: (rng, reference, index) => {
      const Y = oneHot(drawLabels(rng), k);
      const { X, parameters } =
        index === 2 ? drawNetworkAtKink(rng, reference, Y) : drawNetwork(rng);
      return { cache: reference.forward(X, parameters), Y, parameters };
    },
    run: (student, { cache, Y, parameters }) => ({ ...student.backward(cache, Y, parameters) }),
    slopes: {
      parameters: ({ parameters }) => ({ ...parameters }),
      // The gradients of the lessons are those of the loss without the 1e-8 in its logarithm.
      loss: (reference, { cache, Y }, { W1, b1, W2, b2 }) =>
        W1 && b1 && W2 && b2
          ? -Matrix.mul(Y, Matrix.log(reference.forward(cache.X, { W1, b1, W2, b2 }).A2)).sum() / m
          : Number.NaN,
    },
    watched: true,
  }),

  'relu-curve': probe({
    cases: 1,
    input: () => ({ Z: places() }),
    run: (student, { Z }) => ({ A: student.relu(Z.clone()), D: student.reluGradient(Z) }),
  }),

  'leaky-curve': probe({
    cases: 1,
    input: () => ({ Z: places(), slope: LEAK }),
    run: (student, { Z, slope }) => ({
      A: student.leakyRelu(Z.clone(), slope),
      D: student.leakyReluGradient(Z, slope),
    }),
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng, reference) => {
      const labels = drawLabels(rng);
      const { X, parameters } = drawUntil(
        () => drawNetwork(rng),
        (drawn) => allCountedOn(reference.forward(drawn.X, drawn.parameters).A2, labels),
      );
      return { X, Y: oneHot(labels, k), parameters, learningRate: 0.4, steps: 6 };
    },
    run: (student, { X, Y, parameters, learningRate, steps }) => ({
      ...student.compareActivations(X, Y, parameters, learningRate, steps),
    }),
  }),

  training: probe({
    cases: 1,
    input: (rng, reference) => {
      const { X, labels } = moons(rng, TRAINING_POINTS);
      const parameters = drawUntil(
        () => ({
          W1: normalMatrix(rng, 2, 12, 0.8),
          b1: Matrix.zeros(1, 12),
          W2: normalMatrix(rng, 12, 2, 0.8),
          b2: Matrix.zeros(1, 2),
        }),
        (start) => knowsNothing(reference.forward(X, start).A2, labels),
      );
      return { X, Y: oneHot(labels, 2), parameters };
    },
    truth: (rng) => ({ ...moons(rng, 300) }),
    run: (student, { X, Y, parameters }) => ({
      ...student.compareActivations(X, Y, parameters, LEARNING_RATE, TRAINING_STEPS),
    }),
  }),
};
