import type { Generator, Probes } from 'chainrule/course';
import { drawUntil, integer, normalMatrix, probesFor, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import type { Parameters } from './forward.ts';

type Forward = typeof import('./forward.ts');
const probe = probesFor<Forward>();

// All sizes differ, so that a transpose or a swapped axis cannot hide.
const m = 7;
const n = 3;
const h = 5;
const k = 4;

function drawParameters(rng: Generator): Parameters {
  return {
    W1: normalMatrix(rng, n, h, 0.8),
    b1: normalMatrix(rng, 1, h, 0.5),
    W2: normalMatrix(rng, h, 1, 0.8),
    b2: normalMatrix(rng, 1, 1, 0.5),
  };
}

function drawNetwork(rng: Generator) {
  return { X: normalMatrix(rng, m, n), parameters: drawParameters(rng) };
}

/** A network that gives both labels, and no probability so near 0.5 that rounding decides. */
function drawDecided(rng: Generator, reference: Forward) {
  return drawUntil(
    () => drawNetwork(rng),
    ({ X, parameters }) => {
      const { A2 } = reference.forward(X, parameters);
      const probabilities = A2.to1DArray();
      const ones = probabilities.filter((a) => a > 0.5).length;
      return ones > 1 && ones < m - 1 && probabilities.every((a) => Math.abs(a - 0.5) > 0.01);
    },
  );
}

/** A network that gives exactly 0.5 to every example: that is not above 0.5. */
function drawUndecided(rng: Generator) {
  const { X, parameters } = drawNetwork(rng);
  return { X, parameters: { ...parameters, W2: Matrix.zeros(h, 1), b2: Matrix.zeros(1, 1) } };
}

function drawLabels(rng: Generator): Matrix {
  // Two of seven: a loss that mixes up the classes cannot come out right.
  const labels = new Matrix(m, 1);
  const first = integer(rng, m);
  labels.set(first, 0, 1);
  labels.set((first + 3) % m, 0, 1);
  return labels;
}

/** 61 places from -6 to 6, one a row: what an activation is drawn over. */
function places(): Matrix {
  return Matrix.columnVector(Array.from({ length: 61 }, (_, at) => (at - 30) / 5));
}

export const probes: Probes<Forward> = {
  sigmoid: probe({
    cases: 3,
    input: (rng) => ({ Z: normalMatrix(rng, m, k, 3) }),
    run: (student, { Z }) => ({ A: student.sigmoid(Z) }),
    watched: true,
  }),

  'sigmoid-extreme': probe({
    cases: 1,
    input: (rng) => ({
      Z: new Matrix([
        [1000, -1000, 0],
        [-800, 800, rng()],
      ]),
    }),
    run: (student, { Z }) => ({ A: student.sigmoid(Z) }),
  }),

  softmax: probe({
    cases: 3,
    input: (rng) => ({ Z: normalMatrix(rng, m, k, 2) }),
    run: (student, { Z }) => ({ P: student.softmax(Z) }),
    watched: true,
  }),

  'softmax-extreme': probe({
    cases: 1,
    input: (rng) => ({
      Z: new Matrix([
        [1000, 999, -1000, rng()],
        [-1000, -1001, -1003, -1002],
        [0, 2, 1, -1],
        [2000, 2001, 1998, 0],
      ]),
    }),
    run: (student, { Z }) => ({ P: student.softmax(Z) }),
  }),

  forward: probe({
    cases: 3,
    input: drawNetwork,
    run: (student, { X, parameters }) => ({ ...student.forward(X, parameters) }),
    watched: true,
  }),

  loss: probe({
    cases: 3,
    input: (rng) => ({ A: uniformMatrix(rng, m, 1, 0.02, 0.98), Y: drawLabels(rng) }),
    run: (student, { A, Y }) => ({ loss: student.binaryCrossEntropy(A, Y) }),
    watched: true,
  }),

  predict: probe({
    cases: 4,
    input: (rng, reference, index) =>
      index === 3 ? drawUndecided(rng) : drawDecided(rng, reference),
    run: (student, { X, parameters }) => ({ labels: student.predict(X, parameters) }),
  }),

  'sigmoid-curve': probe({
    cases: 1,
    input: () => ({ Z: places() }),
    run: (student, { Z }) => ({ A: student.sigmoid(Z) }),
  }),

  'hidden-curve': probe({
    cases: 1,
    input: () => {
      const [one, zero] = [Matrix.ones(1, 1), Matrix.zeros(1, 1)];
      return { X: places(), parameters: { W1: one, b1: zero, W2: one, b2: zero } };
    },
    run: (student, { X, parameters }) => ({ A1: student.forward(X, parameters).A1 }),
  }),
};
