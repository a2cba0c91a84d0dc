import type { Generator, Probes } from 'chainrule/course';
import {
  drawUntil,
  generator,
  integer,
  moons,
  normalMatrix,
  oneHot,
  probesFor,
} from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/forward.ts';
import type { Examples } from './batches.ts';

type Batches = typeof import('./batches.ts');
const probe = probesFor<Batches>();

// All sizes differ. With eleven examples, two orders are alike once in forty million times.
const m = 11;
const n = 3;
const h = 5;
const k = 4;

/** How many examples a batch holds, and of how many: a rest, one each, no rest, more than there are. */
const CUTS = [
  { examples: m, batchSize: 4 },
  { examples: m, batchSize: 1 },
  { examples: 12, batchSize: 6 },
  { examples: m, batchSize: 13 },
] as const;

const LEARNING_RATE = 0.7;
const EPOCHS = 10;
/** Little enough for the moons to be told apart by a curve and not by a straight line. */
const NOISE = 0.1;

function drawParameters(rng: Generator, inputs: number, hidden: number): Parameters {
  return {
    W1: normalMatrix(rng, inputs, hidden, 0.8),
    b1: normalMatrix(rng, 1, hidden, 0.5),
    W2: normalMatrix(rng, hidden, 1, 0.8),
    b2: normalMatrix(rng, 1, 1, 0.5),
  };
}

/** Three examples have the label 1: unbalanced, so that a swapped class shows. */
function drawLabels(rng: Generator, examples: number): Matrix {
  const first = integer(rng, examples);
  const labels = Matrix.zeros(examples, 1);
  for (const step of [0, 3, 4]) labels.set((first + step) % examples, 0, 1);
  return labels;
}

/** What one call of trainEpoch is given; the generator is made of the seed. */
interface Epoch {
  readonly parameters: Parameters;
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: string;
}

function drawEpoch(rng: Generator, batchSize: number): Epoch {
  return {
    parameters: drawParameters(rng, n, h),
    X: normalMatrix(rng, m, n),
    Y: drawLabels(rng, m),
    batchSize,
    learningRate: 0.4 + 0.3 * rng(),
    seed: String(rng()),
  };
}

/** Each column of a list of batches by itself: the matrices of inputs, and those of labels. */
function columnsOf(batches: readonly Examples[] | undefined) {
  return { X: batches?.map(({ X }) => X), Y: batches?.map(({ Y }) => Y) };
}

function runEpoch(student: Batches, { parameters, X, Y, batchSize, learningRate, seed }: Epoch) {
  return { ...student.trainEpoch(parameters, X, Y, batchSize, learningRate, generator(seed)) };
}

/** Several epochs with one generator, which end where one returns nothing to go on from. */
function trainFor(
  student: Batches,
  epochs: number,
  start: Parameters,
  { X, Y, batchSize, learningRate, seed }: Omit<Epoch, 'parameters'>,
) {
  const rng = generator(seed);
  const passed = [start];
  const losses: (readonly number[])[] = [];
  let parameters = start;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const trained = student.trainEpoch(parameters, X, Y, batchSize, learningRate, rng);
    losses.push(trained?.losses);
    parameters = trained?.parameters;
    if (parameters === undefined) break;
    passed.push(parameters);
  }
  return { parameters, losses: losses.flat(), passed };
}

/** The average loss over all examples. */
function lossOf(X: Matrix, Y: Matrix, parameters: Parameters): number {
  return binaryCrossEntropy(forward(X, parameters).A2, Y);
}

/** Right about as often as a coin: a start that is right by luck would pass without learning. */
function knowsNothing(A: Matrix, labels: readonly number[]): boolean {
  const right = labels.filter((label, row) => A.get(row, 0) > 0.5 === (label === 1)).length;
  return Math.abs(right / labels.length - 0.5) <= 0.1;
}

export const probes: Probes<Batches> = {
  shuffled: probe({
    cases: 2,
    input: (rng, _, index) => ({
      X: normalMatrix(rng, m, n),
      Y: index === 0 ? drawLabels(rng, m) : oneHot([0, 1, 2, 1, 3, 0, 1, 2, 3, 1, 0], k),
      seed: String(rng()),
    }),
    run: (student, { X, Y, seed }) => ({ ...student.shuffled(X, Y, generator(seed)) }),
    watched: true,
  }),

  batches: probe({
    cases: CUTS.length,
    input: (rng, _, index) => {
      const { examples, batchSize } = CUTS[index] ?? CUTS[0];
      const X = normalMatrix(rng, examples, n);
      return { X, Y: drawLabels(rng, examples), batchSize, seed: String(rng()) };
    },
    run: (student, { X, Y, batchSize, seed }) => {
      const batches = student.miniBatches(X, Y, batchSize, generator(seed));
      return {
        ...columnsOf(batches),
        sizes: batches?.map((batch) => Matrix.checkMatrix(batch.X).rows),
      };
    },
    watched: true,
  }),

  epochs: probe({
    cases: 2,
    input: (rng) => {
      const X = normalMatrix(rng, m, n);
      return { X, Y: drawLabels(rng, m), batchSize: 4, seed: String(rng()) };
    },
    run: (student, { X, Y, batchSize, seed }) => {
      const rng = generator(seed);
      const next = () => columnsOf(student.miniBatches(X, Y, batchSize, rng));
      return { first: next(), second: next(), third: next() };
    },
  }),

  'one-batch': probe({
    cases: 2,
    input: (rng, _, index) => drawEpoch(rng, index === 0 ? 13 : m),
    run: runEpoch,
  }),

  'all-alike': probe({
    cases: 2,
    input: (rng, _, index) => {
      const { X, ...epoch } = drawEpoch(rng, 4);
      const Y = index === 0 ? Matrix.zeros(m, 1) : Matrix.ones(m, 1);
      const rows = X.to2DArray().map(() => X.getRow(0));
      return { ...epoch, X: new Matrix(rows), Y };
    },
    run: runEpoch,
  }),

  'first-epochs': probe({
    cases: 2,
    input: (rng) => ({ ...drawEpoch(rng, 4), epochs: 2 }),
    run: (student, { parameters, epochs, ...rest }) => {
      const { parameters: trained, losses } = trainFor(student, epochs, parameters, rest);
      return { parameters: trained, losses };
    },
    watched: true,
  }),

  training: probe({
    cases: 1,
    input: (rng) => {
      const { X, labels } = moons(rng, 60, NOISE);
      const Y = Matrix.columnVector([...labels]);
      const parameters = drawUntil(
        () => drawParameters(rng, 2, 12),
        (start) => knowsNothing(forward(X, start).A2, labels) && lossOf(X, Y, start) > 0.6,
      );
      return { X, Y, parameters, seed: String(rng()) };
    },
    truth: (rng) => ({ ...moons(rng, 300, NOISE) }),
    run: (student, { X, Y, parameters, seed }) => {
      const trainWith = (batchSize: number) => {
        const given = { X, Y, batchSize, learningRate: LEARNING_RATE, seed };
        const {
          parameters: trained,
          losses,
          passed,
        } = trainFor(student, EPOCHS, parameters, given);
        const after = passed.map((each) => lossOf(X, Y, each));
        return { parameters: trained, steps: losses, losses: after };
      };
      return { whole: trainWith(60), medium: trainWith(16), small: trainWith(6) };
    },
  }),

  coverage: probe({
    cases: 1,
    input: (rng) => ({
      X: Matrix.columnVector(Array.from({ length: 10 }, (_, place) => place)),
      Y: Matrix.zeros(10, 1),
      batchSize: 4,
      seed: String(rng()),
    }),
    run: (student, { X, Y, batchSize, seed }) => {
      const batches = student.miniBatches(X, Y, batchSize, generator(seed));
      const seen = batches.flatMap((batch) => batch.X.getColumn(0));
      return {
        used: X.getColumn(0).map((place) => seen.filter((each) => each === place).length),
        // A batch that is not there holds nothing.
        sizes: Array.from({ length: 4 }, (_, nth) => batches[nth]?.X.rows ?? 0),
      };
    },
  }),
};
