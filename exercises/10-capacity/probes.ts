import type { Generator, Probes } from 'chainrule/course';
import {
  drawUntil,
  generator,
  moons,
  normal,
  normalMatrix,
  probesFor,
  quadrants,
  uniformMatrix,
} from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { forward, type Layer } from '../06-extra-layers/layers.ts';
import type { Bounds, Data } from './capacity.ts';

type Capacity = typeof import('./capacity.ts');
const probe = probesFor<Capacity>();

/** Far enough from every kink that the last bit of a sum switches no unit. */
const CLEAR = 1e-3;

/** Some examples of each class, and more of one than of the other. */
function isUneven({ Y }: Data): boolean {
  const share = Y.mean();
  return share > 0.2 && share < 0.8 && share !== 0.5;
}

/** Three inputs, of which two decide: no network that is made for two takes them. */
function drawData(rng: Generator, m: number): Data {
  return drawUntil(() => {
    const X = normalMatrix(rng, m, 3);
    const labels = X.to2DArray().map(([x1 = 0, x2 = 0]) => (x1 * x2 > 0 ? 1 : 0));
    return { X, Y: Matrix.columnVector(labels) };
  }, isUneven);
}

function dataOf({ X, labels }: { X: Matrix; labels: readonly number[] }): Data {
  return { X, Y: Matrix.columnVector([...labels]) };
}

/** Layers whose hidden units are on for some of the examples and off for others. */
function drawLayers(rng: Generator, X: Matrix, sizes: readonly number[]): Layer[] {
  const layers: Layer[] = [];
  for (const [l, inputs] of sizes.slice(0, -1).entries()) {
    const units = sizes[l + 1] ?? 1;
    const drawn = drawUntil(
      () => ({ W: normalMatrix(rng, inputs, units, 0.8), b: normalMatrix(rng, 1, units, 0.5) }),
      (layer) => l === sizes.length - 2 || bends(forward(X, [...layers, layer]).Z[l]),
    );
    layers.push(drawn);
  }
  return layers;
}

function bends(Z: Matrix | undefined): boolean {
  const columns = Z?.transpose().to2DArray() ?? [];
  return columns.every(
    (z) =>
      z.some((entry) => entry > 0) &&
      z.some((entry) => entry < 0) &&
      z.every((entry) => Math.abs(entry) > CLEAR),
  );
}

/** A bend and a slope in both directions: no turn or mirror of the plane leaves it as it is. */
function drawPredict(rng: Generator) {
  return { slope1: 1 + rng(), slope2: -2 - rng(), bend: 0.5 + rng(), bias: normal(rng) };
}

function predictWith({ slope1, slope2, bend, bias }: ReturnType<typeof drawPredict>) {
  return (X: Matrix): Matrix => {
    if (X.columns !== 2) {
      throw new RangeError(`predict takes m x 2 places and was given ${X.rows} x ${X.columns}`);
    }
    const P = X.to2DArray().map(([x1 = 0, x2 = 0]) => {
      const z = slope1 * x1 + slope2 * x2 + bend * x1 * x2 + bias;
      return 0.5 + 0.5 * Math.tanh(z / 2);
    });
    return Matrix.columnVector(P);
  };
}

/** Neither side is as long as the other, nor begins where it does. */
function drawBounds(rng: Generator): Bounds {
  return {
    x1: { from: -1.5 - rng(), to: 0.5 + rng() },
    x2: { from: 0.2 - rng(), to: 2.5 + rng() },
  };
}

/** A point that lies on the boundary to the last bit, of each class. */
function drawPointOnTheBoundary(rng: Generator) {
  const data = drawData(rng, 9);
  data.X.setRow(0, [0, 0, 0]).setRow(1, [0, 0, 0]).setRow(2, [0, 0, 0]);
  data.Y.set(0, 0, 0).set(1, 0, 1).set(2, 0, 0);
  return { layers: [{ W: normalMatrix(rng, 3, 1), b: Matrix.zeros(1, 1) }], data };
}

/** What a loss does over the steps: where it starts, its change from step to step. */
function lossesOf(rng: Generator, start: number, changes: readonly number[]): number[] {
  let loss = start + 0.1 * rng();
  return [loss, ...changes.map((change) => (loss += change * (0.5 + rng())))];
}

/** Falling, and then not: the turn of the held-out loss is where overfitting begins. */
const TURNS: readonly { readonly train: readonly number[]; readonly heldOut: readonly number[] }[] =
  [
    // Learned by heart: the one falls on while the other rises.
    {
      train: [-0.09, -0.05, -0.04, -0.03, -0.02, -0.02],
      heldOut: [-0.06, -0.04, 0, 0.05, 0.04, 0.06],
    },
    // Not yet: both fall to the end.
    { train: [-0.05, -0.06, -0.04, -0.03, -0.02], heldOut: [-0.04, -0.05, -0.02, -0.03, -0.01] },
    // Steps that are too long: both rise.
    { train: [-0.05, -0.04, 0.06, 0.08, 0.09], heldOut: [-0.05, -0.02, 0.05, 0.04, 0.06] },
    // As good as it ever was, and no better: what is lowest at the end has not risen.
    { train: [-0.05, -0.06, -0.04, -0.03], heldOut: [-0.06, -0.05, 0, 0] },
    // The held-out loss rises alone, and nothing is learned by heart for it.
    { train: [-0.05, -0.06, 0, 0], heldOut: [-0.06, -0.05, 0.04, 0.03] },
    // The held-out data are the easier ones.
    { train: [-0.03, -0.02, -0.04, -0.02], heldOut: [-0.12, -0.1, -0.08, 0.02] },
  ];

function numberedLayers(layers: readonly Layer[] | undefined): Record<string, Matrix> {
  const entries = (layers ?? []).flatMap(({ W, b }, l) => [
    [`W${l + 1}`, W] as const,
    [`b${l + 1}`, b] as const,
  ]);
  return Object.fromEntries(entries);
}

/** One list for each number of an outcome, for checks that name one list at a time. */
function listed(outcomes: ReturnType<Capacity['compareWidths']> | undefined) {
  return {
    sizes: outcomes?.map(({ sizes }) => sizes),
    trainLoss: outcomes?.map(({ train }) => train?.loss),
    trainAccuracy: outcomes?.map(({ train }) => train?.accuracy),
    heldOutLoss: outcomes?.map(({ heldOut }) => heldOut?.loss),
    heldOutAccuracy: outcomes?.map(({ heldOut }) => heldOut?.accuracy),
    // Of the first alone: where these are right, so are the others.
    ...numberedLayers(outcomes?.[0]?.layers),
  };
}

/** Held-out points as the judge and the pictures know them. */
function pointsOf({ heldOut }: { heldOut: Data }) {
  return { X: heldOut.X, labels: heldOut.Y.to1DArray() };
}

export const probes: Probes<Capacity> = {
  'decision-grid': probe({
    cases: 3,
    input: (rng, _, index) => ({
      places: drawPredict(rng),
      bounds: drawBounds(rng),
      steps: [5, 4, 2][index] ?? 3,
    }),
    run: (student, { places, bounds, steps }) => ({
      grid: student.decisionGrid(predictWith(places), bounds, steps),
    }),
  }),

  measure: probe({
    cases: 2,
    input: (rng, _, index) => {
      if (index === 1) return drawPointOnTheBoundary(rng);
      const data = drawData(rng, 8);
      return { layers: drawLayers(rng, data.X, [3, 5, 4, 1]), data };
    },
    run: (student, { layers, data }) => ({ ...student.measure(layers, data) }),
  }),

  watch: probe({
    cases: 2,
    input: (rng) => {
      const train = drawData(rng, 9);
      const layers = drawLayers(rng, train.X, [3, 5, 4, 1]);
      const learningRate = 0.2 + 0.3 * rng();
      return { train, heldOut: drawData(rng, 7), layers, learningRate, steps: 6 };
    },
    run: (student, { train, heldOut, layers, learningRate, steps }) => {
      const watched = student.watchTraining(train, heldOut, layers, learningRate, steps);
      const { trainLosses, heldOutLosses } = { ...watched };
      return { trainLosses, heldOutLosses, ...numberedLayers(watched?.layers) };
    },
    watched: true,
  }),

  overfitting: probe({
    cases: TURNS.length,
    input: (rng, _, index) => ({
      trainLosses: lossesOf(rng, 0.7, TURNS[index]?.train ?? []),
      heldOutLosses: lossesOf(rng, 0.75, TURNS[index]?.heldOut ?? []),
    }),
    run: (student, { trainLosses, heldOutLosses }) => ({
      ...student.overfitting(trainLosses, heldOutLosses),
    }),
  }),

  architectures: probe({
    cases: 1,
    input: (rng) => ({
      train: drawUntil(() => dataOf(quadrants(rng, 30)), isUneven),
      heldOut: drawUntil(() => dataOf(quadrants(rng, 27)), isUneven),
      architectures: [
        [2, 4, 1],
        [2, 8, 8, 1],
        [2, 16, 16, 16, 1],
        [2, 32, 1],
      ],
      seed: String(rng()),
    }),
    run: (student, { train, heldOut, architectures, seed }) => {
      const rng = generator(seed);
      return listed(student.compareArchitectures(train, heldOut, architectures, rng, 0.5, 12));
    },
  }),

  widths: probe({
    cases: 1,
    input: (rng) => ({
      train: drawData(rng, 11),
      heldOut: drawData(rng, 9),
      widths: [2, 7, 4],
      seed: String(rng()),
    }),
    run: (student, { train, heldOut, widths, seed }) =>
      listed(student.compareWidths(train, heldOut, widths, generator(seed), 0.4, 8)),
  }),

  'by-width': probe({
    cases: 1,
    input: (rng) => ({
      train: dataOf(quadrants(rng, 70)),
      heldOut: dataOf(quadrants(rng, 60)),
      seed: String(rng()),
    }),
    truth: (_, input) => pointsOf(input),
    run: (student, { train, heldOut, seed }) => {
      const rng = generator(seed);
      const outcomes = student.compareWidths(train, heldOut, [1, 3, 16], rng, 1, 80);
      return { outcomes: outcomes?.map(({ layers, ...scores }) => ({ ...scores, layers })) };
    },
  }),

  'by-heart': probe({
    cases: 1,
    input: (rng) => {
      const train = dataOf(moons(rng, 12, 0.5));
      const layers = [
        { W: uniformMatrix(rng, 2, 16, -1.5, 1.5), b: uniformMatrix(rng, 1, 16, -1, 1) },
        { W: uniformMatrix(rng, 16, 1, -0.5, 0.5), b: uniformMatrix(rng, 1, 1, -0.1, 0.1) },
      ];
      return { train, heldOut: dataOf(moons(rng, 40, 0.5)), layers };
    },
    truth: (_, input) => pointsOf(input),
    run: (student, { train, heldOut, layers }) => {
      const { trainLosses, heldOutLosses } = {
        ...student.watchTraining(train, heldOut, layers, 0.9, 90),
      };
      return { trainLosses, heldOutLosses };
    },
  }),

  'counter-example': probe({
    cases: 1,
    input: () => ({}),
    run: (student) => ({ ...student.counterExample() }),
  }),
};
