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
import type { Parameters } from '../01-forward-pass/forward.ts';
import { forward, type Training } from '../04-relu-swap/relu.ts';
import type { Kind } from './initialization.ts';

type Initialization = typeof import('./initialization.ts');
const probe = probesFor<Initialization>();

// All sizes differ, so that a transpose or one layer's fan-in for the other's cannot hide.
const m = 7;
const n = 3;
const h = 5;
const k = 4;

/** A layer of 900 weights: chance moves their spread by less than 3 %. */
const FAN_IN = 20;
const FAN_OUT = 45;
const CLASSES = 19;

const POINTS = 40;
const HIDDEN = 24;
const LEARNING_RATE = 0.3;
const STEPS = 36;
/** Here the three curves lie furthest apart: later all of them come down. */
const COMPARED_AT = 10;

/** Draws of one layer, and the standard deviation that theory gives them. */
function drawsProbe(kind: Kind, fanIn: number, fanOut: number, spread: number) {
  return probe({
    cases: 1,
    input: (rng) => ({ kind, fanIn, fanOut, seed: String(rng()) }),
    truth: () => ({ W: spread }),
    run: (student, { seed }) => ({
      W: rounded(student.initialise(kind, fanIn, fanOut, generator(seed))),
    }),
  });
}

/** To the fifth digit: that says all about a spread, and a key holds many such matrices. */
function rounded(W: Matrix): Matrix {
  return W instanceof Matrix ? Matrix.mul(W, 1e5).round().div(1e5) : W;
}

/** `one / other`, entry by entry; what cannot be divided like that is left as it is. */
function over(one: Matrix, other: Matrix): Matrix {
  if (!(one instanceof Matrix && other instanceof Matrix)) return one;
  if (one.rows !== other.rows || one.columns !== other.columns) return one;
  return new Matrix(one.to2DArray().map((row, i) => shares(row, other.getRow(i))));
}

/** What is 0 in both is alike as well. */
function shares(one: readonly number[], other: readonly number[]): number[] {
  return one.map((entry, at) => (entry === other[at] ? 1 : entry / (other[at] ?? Number.NaN)));
}

/** Measured in the student's own training: what is wrong in there is paid for elsewhere. */
function overOwn(one: Training, own: Training) {
  const { parameters, losses } = { ...one };
  const { W1, b1, W2, b2 } = { ...parameters };
  return {
    losses: Array.isArray(losses) ? shares(losses, own.losses) : losses,
    W1: over(W1, own.parameters.W1),
    b1: over(b1, own.parameters.b1),
    W2: over(W2, own.parameters.W2),
    b2: over(b2, own.parameters.b2),
  };
}

/** Three, two, one and one of seven: unbalanced, so that a mixed-up class shows. */
function drawLabels(rng: Generator): Matrix {
  const first = integer(rng, m);
  const classes = [0, 0, 0, 1, 1, 2, 3];
  return oneHot(
    classes.map((_, row) => classes[(first + 3 * row) % m] ?? 0),
    k,
  );
}

/** `matrix` with its columns in the places of `like`: the same number makes the same column twice. */
function columnsLike(like: readonly number[], matrix: Matrix): Matrix {
  return new Matrix(matrix.to2DArray().map((row) => like.map((column) => row[column] ?? 0)));
}

/** Hidden units to count; those with the same number in `like` are alike. */
function drawUnits(rng: Generator, like: readonly number[]) {
  return {
    W1: columnsLike(like, normalMatrix(rng, n, like.length)),
    b1: columnsLike(like, normalMatrix(rng, 1, like.length, 0.5)),
  };
}

/** The same with what goes out of them; no unit may be on nowhere, or nothing reaches it. */
function drawStart(rng: Generator, X: Matrix, like: readonly number[], out = like): Parameters {
  return drawUntil(
    () => ({
      ...drawUnits(rng, like),
      W2: columnsLike(out, normalMatrix(rng, k, h, 0.8)).transpose(),
      b2: normalMatrix(rng, 1, k, 0.5),
    }),
    (start) => everyUnitSwitches(forward(X, start).Z1),
  );
}

/** Every unit is on somewhere and off somewhere, and nowhere so near to 0 that rounding decides. */
function everyUnitSwitches(Z1: Matrix): boolean {
  return Z1.transpose()
    .to2DArray()
    .every((z) => z.some((each) => each > 1e-3) && z.some((each) => each < -1e-3));
}

/** The first two units are not alike, though their digits come in one order. */
const WHOLE_NUMBERS = {
  W1: new Matrix([
    [1, 12, 5],
    [23, 3, 1],
    [4, 4, 2],
    [6, 6, 7],
  ]),
  b1: new Matrix([[1, 1, 3]]),
};

const ALL_OTHER = [0, 1, 2, 3, 4];
const ALL_ALIKE = [0, 0, 0, 0, 0];
const TWO_PAIRS = [0, 1, 0, 2, 1];

/** With these, no unit does anything. */
const NOTHING = { W1: Matrix.zeros(n, h), b1: Matrix.zeros(1, h), W2: Matrix.zeros(h, k) };

/** The losses of some trainings before the step of this number. */
function lossesAt(step: number, trainings: readonly Training[]): number[] {
  return trainings.map(({ losses }) => losses[step] ?? Number.NaN);
}

export const probes: Probes<Initialization> = {
  small: drawsProbe('small', 12, 20, 0.01),

  xavier: drawsProbe('xavier', FAN_IN, FAN_OUT, Math.sqrt(2 / (FAN_IN + FAN_OUT))),

  he: drawsProbe('he', FAN_IN, FAN_OUT, Math.sqrt(2 / FAN_IN)),

  initialise: probe({
    cases: 4,
    // Wide and tall ones: no loop over the one side reaches the end of the other.
    input: (rng, _, index) => ({
      kind: (['zeros', 'small', 'xavier', 'he'] as const)[index] ?? 'he',
      fanIn: index % 2 === 0 ? 3 : 6,
      fanOut: index % 2 === 0 ? 5 : 4,
      seed: String(rng()),
    }),
    run: (student, { kind, fanIn, fanOut, seed }) => ({
      W: student.initialise(kind, fanIn, fanOut, generator(seed)),
    }),
  }),

  layers: probe({
    cases: 1,
    input: (rng) => ({ inputs: FAN_IN, hidden: FAN_OUT, classes: CLASSES, seed: String(rng()) }),
    truth: () => ({ W1: Math.sqrt(2 / FAN_IN), W2: Math.sqrt(2 / FAN_OUT) }),
    run: (student, { inputs, hidden, classes, seed }) => {
      const { W1, W2 } = {
        ...student.initialiseNetwork('he', inputs, hidden, classes, generator(seed)),
      };
      return { W1: rounded(W1), W2: rounded(W2) };
    },
  }),

  network: probe({
    cases: 3,
    input: (rng, _, index) => ({
      kind: (['small', 'xavier', 'he'] as const)[index] ?? 'he',
      seed: String(rng()),
    }),
    run: (student, { kind, seed }) => {
      const { W1, b1, W2, b2 } = {
        ...student.initialiseNetwork(kind, n, h, k, generator(seed)),
      };
      // Measured in the student's own layers: what is wrong in there is paid for elsewhere.
      const rng = generator(seed);
      const first = student.initialise(kind, n, h, rng);
      const second = student.initialise(kind, h, k, rng);
      return {
        'W1 over your own initialise': over(W1, first),
        b1,
        'W2 over your own initialise': over(W2, second),
        b2,
      };
    },
  }),

  units: probe({
    cases: 4,
    input: (rng, _, index) => {
      if (index === 3) return WHOLE_NUMBERS;
      if (index === 1) return drawUnits(rng, [0, 0, 0, 0, 0, 0]);
      const { W1, b1 } = drawUnits(rng, index === 0 ? [0, 1, 0, 2, 1, 3, 0] : [0, 1, 2, 3, 4, 5]);
      if (index === 0) {
        // The last has the weights of the first, and another bias.
        b1.set(0, 6, b1.get(0, 6) + 0.5);
      } else {
        // The last has the numbers of the first in another order.
        W1.setColumn(5, W1.getColumn(0).reverse());
        b1.set(0, 5, b1.get(0, 0));
      }
      return { W1, b1 };
    },
    run: (student, { W1, b1 }) => ({ units: student.distinctUnits(W1, b1) }),
  }),

  'first-steps': probe({
    cases: 2,
    input: (rng) => {
      const X = normalMatrix(rng, m, n);
      const parameters = drawStart(rng, X, ALL_OTHER);
      return { X, Y: drawLabels(rng), parameters, learningRate: 0.4, steps: 6 };
    },
    run: (student, { X, Y, parameters, learningRate, steps }) => ({
      ...student.train(X, Y, parameters, learningRate, steps),
    }),
    watched: true,
  }),

  alike: probe({
    cases: 4,
    input: (rng, _, index) => {
      const X = normalMatrix(rng, m, n);
      const starts = [
        { ...drawStart(rng, X, ALL_OTHER), ...NOTHING },
        drawStart(rng, X, ALL_ALIKE),
        drawStart(rng, X, TWO_PAIRS),
        // What comes in is alike, but what goes out is not: the blame tells them apart.
        drawStart(rng, X, ALL_ALIKE, ALL_OTHER),
      ];
      const parameters = starts[index] ?? drawStart(rng, X, ALL_OTHER);
      return { X, Y: drawLabels(rng), parameters, learningRate: 0.4, steps: 6 };
    },
    run: (student, { X, Y, parameters, learningRate, steps }) => {
      const { W1, b1 } = student.train(X, Y, parameters, learningRate, steps).parameters;
      return { units: student.distinctUnits(W1, b1) };
    },
  }),

  compare: probe({
    cases: 2,
    input: (rng) => ({
      X: normalMatrix(rng, m, n),
      Y: drawLabels(rng),
      hidden: h,
      seed: integer(rng, 1e6),
      learningRate: 0.4,
      steps: 6,
    }),
    run: (student, { X, Y, hidden, seed, learningRate, steps }) => {
      const own = (kind: Kind): Training => {
        const start = student.initialiseNetwork(kind, n, hidden, k, student.generator(seed));
        return student.train(X, Y, start, learningRate, steps);
      };
      const { zeros, small, xavier, he } = student.compareInitializations(
        X.clone(),
        Y.clone(),
        hidden,
        seed,
        learningRate,
        steps,
      );
      return {
        zeros: overOwn(zeros, own('zeros')),
        small: overOwn(small, own('small')),
        xavier: overOwn(xavier, own('xavier')),
        he: overOwn(he, own('he')),
      };
    },
  }),

  experiment: probe({
    cases: 1,
    input: (rng, reference) => {
      const { X, labels } = moons(rng, POINTS, 0.1);
      const Y = oneHot(labels, 2);
      const seed = drawUntil(
        () => integer(rng, 1e6),
        (drawn) => {
          const { small, xavier, he } = reference.compareInitializations(
            X,
            Y,
            HIDDEN,
            drawn,
            LEARNING_RATE,
            COMPARED_AT + 1,
          );
          const [high = 0, middle = 0, low = 0] = lossesAt(COMPARED_AT, [small, xavier, he]);
          return high - middle > 0.05 && middle - low > 0.05;
        },
      );
      return { X, Y, seed };
    },
    run: (student, { X, Y, seed }) => {
      const { zeros, small, xavier, he } = student.compareInitializations(
        X,
        Y,
        HIDDEN,
        seed,
        LEARNING_RATE,
        STEPS,
      );
      return {
        zeros: zeros.losses,
        small: small.losses,
        xavier: xavier.losses,
        he: he.losses,
        'loss of small, xavier, he after 10 steps': lossesAt(COMPARED_AT, [small, xavier, he]),
        units: [zeros, small, xavier, he].map(({ parameters: { W1, b1 } }) =>
          student.distinctUnits(W1, b1),
        ),
      };
    },
  }),

  spreads: probe({
    cases: 1,
    input: (rng) => ({ seed: String(rng()) }),
    run: (student, { seed }) => {
      const spreadOf = (kind: Kind, fanIn: number, fanOut: number): number =>
        student.initialise(kind, fanIn, fanOut, generator(seed)).standardDeviation();
      const { W1, W2 } = student.initialiseNetwork('he', 4, 100, 6, generator(seed));
      return {
        small: spreadOf('small', 20, 45),
        xavier: spreadOf('xavier', 20, 45),
        he: spreadOf('he', 20, 45),
        W1: W1.standardDeviation(),
        W2: W2.standardDeviation(),
      };
    },
  }),
};
