import type { Generator, Probes } from 'chainrule/course';
import { drawUntil, generator, integer, moons, normalMatrix, probesFor } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy } from '../01-forward-pass/forward.ts';
import type { Layer } from './layers.ts';

type Layers = typeof import('./layers.ts');
const probe = probesFor<Layers>();

// All sizes differ, so that a transpose or a layer in another's place cannot hide.
type Sizes = readonly [inputs: number, ...units: number[]];
const m = 7;
// More units than examples, so that no loop over the one can pass for one over the other.
const TWO: Sizes = [3, 8, 1];
const THREE: Sizes = [3, 5, 4, 1];
const FOUR: Sizes = [3, 6, 5, 4, 1];
const FIVE: Sizes = [3, 6, 5, 4, 2, 1];

const LEARNING_RATE = 0.4;
const TRAINING_STEPS = 120;
/** Little enough for the moons to be told apart by a curve and not by a straight line. */
const NOISE = 0.1;

/** Two of seven examples have the label 1: unbalanced, so that a swapped class shows. */
function drawLabels(rng: Generator): Matrix {
  const first = integer(rng, m);
  const labels = Matrix.zeros(m, 1);
  labels.set(first, 0, 1);
  labels.set((first + 3) % m, 0, 1);
  return labels;
}

/** Hidden layers are drawn one on top of the other, each again until all its units can be judged. */
function drawLayers(rng: Generator, reference: Layers, X: Matrix, sizes: Sizes): Layer[] {
  const layers: Layer[] = [];
  for (const [l, inputs] of sizes.entries()) {
    const units = sizes[l + 1];
    if (units === undefined) break;
    const isLast = l === sizes.length - 2;
    const layer = drawUntil(
      () => ({ W: normalMatrix(rng, inputs, units, 0.8), b: normalMatrix(rng, 1, units, 0.5) }),
      (drawn) => isLast || bends(reference.forward(X, [...layers, drawn]).Z[l]),
    );
    layers.push(layer);
  }
  return layers;
}

/** Every unit is on somewhere and off somewhere, and no difference is taken across a kink. */
function bends(Z: Matrix | undefined): boolean {
  const columns = Z?.transpose().to2DArray() ?? [];
  return columns.every(
    (z) => z.some((entry) => entry > 0) && z.some((entry) => entry < 0) && z.every(isClearOfZero),
  );
}

function isClearOfZero(entry: number): boolean {
  return Math.abs(entry) > 1e-3;
}

/** One example of nothing and one bias of 0: there z is exactly 0, and the slope of ReLU matters. */
function drawPassAtZero(rng: Generator, reference: Layers) {
  return drawUntil(
    () => {
      const { X: drawn, Y, layers: draws } = drawPass(rng, reference, TWO);
      const X = drawn.clone().setRow(0, [0, 0, 0]);
      const layers = draws.map(({ W, b }, l) => ({ W, b: l === 0 ? b.clone().set(0, 0, 0) : b }));
      return { X, cache: reference.forward(X, layers), Y, layers };
    },
    // The unit that stands at 0 has weight, and its other examples are on both sides of it.
    ({ cache, layers }) => {
      const z = cache.Z[0]?.getColumn(0) ?? [];
      const weight = layers[1]?.W.get(0, 0) ?? 0;
      return Math.abs(weight) > 0.1 && z.some((each) => each > 0) && z.some((each) => each < 0);
    },
  );
}

function drawPass(rng: Generator, reference: Layers, sizes: Sizes) {
  return drawUntil(
    () => {
      const X = normalMatrix(rng, m, sizes[0]);
      const layers = drawLayers(rng, reference, X, sizes);
      return { X, cache: reference.forward(X, layers), Y: drawLabels(rng), layers };
    },
    // Blame reaches every unit: one whose way to the output is shut could hide a mistake.
    ({ cache, Y, layers }) =>
      reference.backward(cache, Y, layers).every(({ db }) => db.to1DArray().every(isClearOfZero)),
  );
}

/** `{ Z1, Z2, ... }` of a list: checks name one matrix at a time. Nothing, where there is no list. */
function numbered(
  name: string,
  list: readonly Matrix[] | undefined,
  first = 1,
): Record<string, Matrix> {
  return Object.fromEntries((list ?? []).map((item, place) => [`${name}${first + place}`, item]));
}

function numberedLayers(layers: readonly Layer[] | undefined) {
  const W = layers?.map((layer) => layer.W);
  const b = layers?.map((layer) => layer.b);
  return { ...numbered('W', W), ...numbered('b', b) };
}

/** The list of layers that `numberedLayers` took apart. */
function fromNumbered(parameters: Readonly<Record<string, Matrix>>): Layer[] {
  const layers: Layer[] = [];
  for (;;) {
    const W = parameters[`W${layers.length + 1}`];
    const b = parameters[`b${layers.length + 1}`];
    if (W === undefined || b === undefined) return layers;
    layers.push({ W, b });
  }
}

function forwardProbe(sizes: Sizes) {
  return probe({
    cases: 2,
    input: (rng, reference) => {
      const X = normalMatrix(rng, m, sizes[0]);
      return { X, layers: drawLayers(rng, reference, X, sizes) };
    },
    run: (student, { X, layers }) => {
      const { Z, A } = { ...student.forward(X, layers) };
      return { ...numbered('Z', Z), ...numbered('A', A, 0) };
    },
  });
}

function runBackward(student: Layers, { cache, Y, layers }: ReturnType<typeof drawPass>) {
  const gradients = student.backward(cache, Y, layers);
  const dW = gradients?.map((layer) => layer.dW);
  const db = gradients?.map((layer) => layer.db);
  return { ...numbered('dW', dW), ...numbered('db', db) };
}

/** There is something to learn, and every unit takes part: each is on for one point in ten or more. */
function isUntrained(reference: Layers, X: Matrix, Y: Matrix, layers: Layer[]): boolean {
  const { Z, A } = reference.forward(X, layers);
  const units = Z.slice(0, -1).flatMap((hidden) => hidden.transpose().to2DArray());
  const awake = units.every((z) => z.filter((entry) => entry > 0).length >= z.length / 10);
  return awake && binaryCrossEntropy(A.at(-1) ?? Y, Y) > 0.6;
}

export const probes: Probes<Layers> = {
  initialise: probe({
    cases: 2,
    input: (rng, _, index) => ({
      sizes: index === 0 ? [4, 6, 5, 3, 2, 1] : [3, 2, 5, 1, 6, 4],
      seed: String(rng()),
    }),
    run: (student, { sizes, seed }) => numberedLayers(student.initialise(sizes, generator(seed))),
  }),

  'forward-two': forwardProbe(TWO),

  'forward-five': forwardProbe(FIVE),

  'backward-two': probe({
    cases: 2,
    input: (rng, reference, index) =>
      index === 0 ? drawPass(rng, reference, TWO) : drawPassAtZero(rng, reference),
    run: runBackward,
  }),

  'backward-four': probe({
    cases: 2,
    input: (rng, reference) => drawPass(rng, reference, FOUR),
    run: runBackward,
    watched: true,
  }),

  'backward-five': probe({
    cases: 1,
    input: (rng, reference) => drawPass(rng, reference, FIVE),
    run: runBackward,
    slopes: {
      parameters: ({ layers }) => numberedLayers(layers),
      loss: (reference, { X, Y }, parameters) => {
        const P = reference.forward(X, fromNumbered(parameters)).A.at(-1);
        return P ? binaryCrossEntropy(P, Y) : Number.NaN;
      },
    },
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng, reference) => {
      const { X, Y, layers } = drawPass(rng, reference, THREE);
      return { X, Y, layers, learningRate: 0.2 + 0.3 * rng(), steps: 6 };
    },
    run: (student, { X, Y, layers, learningRate, steps }) => {
      const { layers: trained, losses } = {
        ...student.train(X, Y, layers, learningRate, steps),
      };
      return { losses, ...numberedLayers(trained) };
    },
    watched: true,
  }),

  training: probe({
    cases: 1,
    input: (rng, reference) => {
      const { X, labels } = moons(rng, 100, NOISE);
      const Y = Matrix.columnVector([...labels]);
      const layers = drawUntil(
        () => [
          { W: normalMatrix(rng, 2, 8), b: normalMatrix(rng, 1, 8, 0.7) },
          { W: normalMatrix(rng, 8, 6, 0.5), b: normalMatrix(rng, 1, 6, 0.7) },
          { W: normalMatrix(rng, 6, 1, 0.6), b: normalMatrix(rng, 1, 1, 0.7) },
        ],
        (start) => isUntrained(reference, X, Y, start),
      );
      return { X, Y, layers };
    },
    truth: (rng) => ({ ...moons(rng, 300, NOISE) }),
    run: (student, { X, Y, layers }) => ({
      ...student.train(X, Y, layers, LEARNING_RATE, TRAINING_STEPS),
    }),
  }),

  compare: probe({
    cases: 1,
    input: (rng, reference) => {
      const { X, labels } = moons(rng, 20);
      const architectures = [
        [2, 6, 1],
        [2, 8, 5, 1],
        [2, 7, 6, 5, 1],
      ];
      const seed = drawUntil(
        () => String(rng()),
        (drawn) => {
          // Biases start at 0: above a layer that is off for some point, each z would be exactly 0.
          const chance = generator(drawn);
          return architectures.every((sizes) => {
            const { A } = reference.forward(X, reference.initialise(sizes, chance));
            return A.slice(1, -1).every((hidden) => Math.min(...hidden.sum('row')) > 0);
          });
        },
      );
      return { X, Y: Matrix.columnVector([...labels]), architectures, seed };
    },
    run: (student, { X, Y, architectures, seed }) => {
      const outcomes = student.compareArchitectures(X, Y, architectures, generator(seed), 0.3, 12);
      return {
        sizes: outcomes?.map(({ sizes }) => sizes),
        loss: outcomes?.map(({ loss }) => loss),
        accuracy: outcomes?.map(({ accuracy }) => accuracy),
      };
    },
  }),
};
