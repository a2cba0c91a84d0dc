import type { Generator, Probes } from 'chainrule/course';
import { integer, normalMatrix, probesFor, uniformMatrix } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';

type GradientCheck = typeof import('./gradient-check.ts');
const probe = probesFor<GradientCheck>();

// All sizes differ, and W1, b1 and W2 have more than ten entries each.
const n = 3;
const h = 12;
const k = 2;

/** A gradient that is too large by the size of the batch was added up and not averaged. */
const BATCH = 7;

const NAMES = ['W1', 'b1', 'W2', 'b2'] as const;
type Net = Record<(typeof NAMES)[number], Matrix>;

/** Entries from 0.5 to 1 with either sign: no slope is so near 0 that rounding decides. */
function draw(rng: Generator, rows: number, columns: number): Matrix {
  return mapped(uniformMatrix(rng, rows, columns, 0.5, 1), (entry) =>
    rng() < 0.5 ? -entry : entry,
  );
}

/**
 * The same with next to nothing in every third entry: such an entry loses digits
 * when a step away from it is undone by arithmetic and not by memory.
 */
function drawTheta(rng: Generator, rows: number, columns: number): Matrix {
  return mapped(draw(rng, rows, columns), (entry, i, j) =>
    (i + j) % 3 === 0 ? entry * 1e-8 : entry,
  );
}

function netOf(make: (rows: number, columns: number) => Matrix): Net {
  return { W1: make(n, h), b1: make(1, h), W2: make(h, k), b2: make(1, k) };
}

function mapped(matrix: Matrix, f: (entry: number, i: number, j: number) => number): Matrix {
  const result = matrix.clone();
  for (let i = 0; i < matrix.rows; i += 1) {
    for (let j = 0; j < matrix.columns; j += 1) result.set(i, j, f(matrix.get(i, j), i, j));
  }
  return result;
}

/** The sum of weight times f(entry) over all entries. */
function weighted(
  weights: Matrix,
  theta: Matrix | undefined,
  f: (entry: number) => number,
): number {
  if (theta === undefined) throw new Error('the loss was called without all of its parameters');
  let total = 0;
  for (let i = 0; i < weights.rows; i += 1) {
    for (let j = 0; j < weights.columns; j += 1) total += weights.get(i, j) * f(theta.get(i, j));
  }
  return total;
}

/** A score and a tenth of its logistic loss, through which the entries of theta feel each other. */
function bend(score: number): number {
  return score + Math.log(1 + Math.exp(score)) / 10;
}

function smoothLoss(weights: Matrix, theta: Matrix): number {
  return bend(weighted(weights, theta, Math.tanh));
}

/**
 * Every parameter has a loss of its own, so that each can be measured alone. No slope
 * feels the 40; it keeps the two measurements from rounding alike to the last digit.
 */
function lossInParts(weights: Net, parameters: Net): number {
  return NAMES.reduce((sum, name) => sum + smoothLoss(weights[name], parameters[name]), 40);
}

function scoreOf(weights: Net, parameters: Net): number {
  const tanhs = (name: keyof Net) => weighted(weights[name], parameters[name], Math.tanh);
  return NAMES.reduce((sum, name) => sum + tanhs(name), 0);
}

/** The gradients of `bend(scoreOf(...))`, worked out on paper and not measured. */
function gradientsOnPaper(weights: Net, parameters: Net): Net {
  const outer = 1 + 0.1 / (1 + Math.exp(-scoreOf(weights, parameters)));
  const onPaper = (name: keyof Net) =>
    mapped(
      parameters[name],
      (entry, i, j) => (outer * weights[name].get(i, j)) / Math.cosh(entry) ** 2,
    );
  return { W1: onPaper('W1'), b1: onPaper('b1'), W2: onPaper('W2'), b2: onPaper('b2') };
}

/** W1 becomes dW1. */
function asGradients(net: Net): Record<string, Matrix> {
  return Object.fromEntries(NAMES.map((name) => [`d${name}`, net[name]]));
}

/**
 * Cubes tell one scheme of differences from another, and the square of the mixture,
 * in which all entries meet, tells of an entry that was not put back.
 */
function cubicLoss(cubes: Matrix, mixture: Matrix, theta: Matrix): number {
  const mixed = weighted(mixture, theta, (entry) => entry);
  return weighted(cubes, theta, (entry) => entry ** 3) + mixed ** 2;
}

/** Two gradients to compare; the cases differ in how they lie apart. */
function drawPair(rng: Generator, index: number): { a: Matrix; b: Matrix } {
  const a = draw(rng, n, h);
  switch (index) {
    case 0:
      return { a, b: normalMatrix(rng, n, h) };
    case 1:
      return { a, b: Matrix.mul(a, BATCH) };
    case 2:
      return { a, b: Matrix.mul(a, -1) };
    case 3:
      return { a, b: timesAt(a, n - 1, lateColumn(rng), 1.5) };
    default:
      return { a: Matrix.mul(a, 1e-5), b: Matrix.mul(draw(rng, n, h), 1e-5) };
  }
}

/** A column of W1 and b1 that lies beyond the first ten entries, down the columns too. */
function lateColumn(rng: Generator): number {
  return 10 + integer(rng, h - 10);
}

function timesAt(matrix: Matrix, row: number, column: number, factor: number): Matrix {
  return matrix.clone().set(row, column, matrix.get(row, column) * factor);
}

/** A block, a row of biases and a tall block, each with more than ten entries. */
function drawBlock(rng: Generator, _: GradientCheck, index: number) {
  const [rows, columns] = index === 0 ? [n, 5] : index === 1 ? [1, h] : [5, n];
  return { weights: draw(rng, rows, columns), theta: drawTheta(rng, rows, columns) };
}

function measureSlope(student: GradientCheck, { weights, theta }: ReturnType<typeof drawBlock>) {
  return { gradient: student.numericGradient((moved) => smoothLoss(weights, moved), theta) };
}

function drawRight(rng: Generator) {
  const weights = netOf((rows, columns) => draw(rng, rows, columns));
  const parameters = netOf((rows, columns) => drawTheta(rng, rows, columns));
  return { weights, parameters, gradients: asGradients(gradientsOnPaper(weights, parameters)) };
}

function checkRight(
  student: GradientCheck,
  { weights, parameters, gradients }: ReturnType<typeof drawRight>,
) {
  const loss = (moved: Net) => bend(scoreOf(weights, moved));
  return { ...student.checkGradients(loss, parameters, gradients) };
}

/** What the right gradients are multiplied by: 1 wherever they stay right. */
const ones = (): Net => netOf((rows, columns) => Matrix.ones(rows, columns));

/** Everything added up and not averaged; one flipped sign; one bias added up. */
function grossFactors(index: number): Net {
  const right = ones();
  if (index === 0) return netOf((rows, columns) => Matrix.ones(rows, columns).mul(BATCH));
  return index === 1 ? { ...right, W1: right.W1.mul(-1) } : { ...right, b1: right.b1.mul(BATCH) };
}

/**
 * One late entry with the wrong sign; one late bias too large; one of each a little off.
 * b2 is wrong as a whole: a check that finds all well is another mistake than one that stops early.
 */
function lateFactors(rng: Generator, index: number): Net {
  const right = { ...ones(), b2: ones().b2.mul(BATCH) };
  const W1 = (factor: number) => timesAt(right.W1, n - 1, lateColumn(rng), factor);
  const b1 = (factor: number) => timesAt(right.b1, 0, lateColumn(rng), factor);
  if (index === 0) return { ...right, W1: W1(-1) };
  return index === 1 ? { ...right, b1: b1(1.5) } : { ...right, W1: W1(1.001), b1: b1(1.001) };
}

/** NaN at one early entry, or all over a bias; W2 is wrong without any NaN. */
function nanFactors(rng: Generator, index: number): Net {
  const right = { ...ones(), W2: ones().W2.mul(BATCH) };
  return index === 0
    ? { ...right, W1: timesAt(right.W1, 0, integer(rng, 10), Number.NaN) }
    : { ...right, b1: right.b1.mul(Number.NaN) };
}

/** Errors of about 2e-6, 3e-5, 4e-4 and 4e-3: a factor of 1 + 2e or 1 - 2e lies e apart. */
function slightFactors(): Net {
  const { W1, b1, W2, b2 } = ones();
  return { W1: W1.mul(1.000004), b1: b1.mul(1.00006), W2: W2.mul(0.9992), b2: b2.mul(0.992) };
}

/** The same with errors close to the limits: about 8e-6, 1.4e-5, 8e-4 and 1.4e-3. */
function borderlineFactors(): Net {
  const { W1, b1, W2, b2 } = ones();
  return { W1: W1.mul(1.000016), b1: b1.mul(1.000028), W2: W2.mul(0.9984), b2: b2.mul(0.9972) };
}

function drawPlanted(rng: Generator, factors: Net) {
  const net = (): Net => netOf((rows, columns) => draw(rng, rows, columns));
  return { weights: net(), parameters: net(), factors };
}

/**
 * Has gradients checked that are wrong by the factors. The right ones are measured with
 * the student's own `numericGradient`: whatever is wrong with that is paid for elsewhere.
 */
function checkPlanted(
  student: GradientCheck,
  { weights, parameters, factors }: ReturnType<typeof drawPlanted>,
) {
  const planted = (name: keyof Net) => {
    const own = (theta: Matrix) => smoothLoss(weights[name], theta);
    return Matrix.mul(student.numericGradient(own, parameters[name].clone()), factors[name]);
  };
  const gradients = asGradients({
    W1: planted('W1'),
    b1: planted('b1'),
    W2: planted('W2'),
    b2: planted('b2'),
  });
  const loss = (moved: Net) => lossInParts(weights, moved);
  return { ...student.checkGradients(loss, parameters, gradients) };
}

/** The largest distance of an entry from where it stood. */
function farthestMove(start: Net, moved: Net): number {
  let farthest = 0;
  for (const name of NAMES) {
    const before = start[name].to1DArray();
    moved[name].to1DArray().forEach((entry, at) => {
      farthest = Math.max(farthest, Math.abs(entry - (before[at] ?? Number.NaN)));
    });
  }
  return farthest;
}

/** Whether an error looks like that of a gradient that is right, or nearly so. */
function looksSmall(error: number): boolean {
  return typeof error !== 'number' || error < 1e-3;
}

export const probes: Probes<GradientCheck> = {
  slope: probe({ cases: 3, input: drawBlock, run: measureSlope }),

  'theta-afterwards': probe({ cases: 2, input: drawBlock, run: measureSlope, watched: true }),

  'large-step': probe({
    cases: 3,
    input: (rng, _, index) => {
      // The first case is the lesson's worked example, the cube at 1.
      const one = () => Matrix.ones(1, 1);
      if (index === 0) return { cubes: one(), mixture: one().mul(0), theta: one(), epsilon: 0.1 };
      return {
        cubes: draw(rng, 2, n),
        mixture: draw(rng, 2, n),
        theta: draw(rng, 2, n),
        epsilon: 0.05 + 0.1 * rng(),
      };
    },
    run: (student, { cubes, mixture, theta, epsilon }) => {
      const loss = (moved: Matrix) => cubicLoss(cubes, mixture, moved);
      return { gradient: student.numericGradient(loss, theta, epsilon) };
    },
  }),

  'relative-error': probe({
    cases: 5,
    input: (rng, _, index) => drawPair(rng, index),
    run: (student, { a, b }) => ({ error: student.relativeError(a, b) }),
  }),

  'zero-gradients': probe({
    cases: 1,
    input: (rng) => ({ zero: Matrix.zeros(n, k), other: draw(rng, n, k) }),
    run: (student, { zero, other }) => ({
      'the error of two zero matrices': student.relativeError(zero.clone(), zero.clone()),
      'relativeError(zeros, G) is small': looksSmall(student.relativeError(zero.clone(), other)),
    }),
  }),

  'nan-error': probe({
    cases: 1,
    input: (rng) => {
      const healthy = draw(rng, n, h);
      const broken = timesAt(healthy, 0, integer(rng, 10), Number.NaN);
      return { healthy, double: Matrix.mul(healthy, 2), broken };
    },
    run: (student, { healthy, double, broken }) => ({
      'relativeError(G, G) is small': looksSmall(
        student.relativeError(healthy.clone(), healthy.clone()),
      ),
      'relativeError(G, 2 G) is small': looksSmall(
        student.relativeError(healthy.clone(), double.clone()),
      ),
      'relativeError with NaN in the first is small': looksSmall(
        student.relativeError(broken.clone(), healthy.clone()),
      ),
      'relativeError with NaN in the second is small': looksSmall(
        student.relativeError(healthy.clone(), broken.clone()),
      ),
      'relativeError with NaN in both is small': looksSmall(
        student.relativeError(broken.clone(), broken.clone()),
      ),
    }),
  }),

  right: probe({ cases: 2, input: drawRight, run: checkRight }),

  'inputs-afterwards': probe({ cases: 1, input: drawRight, run: checkRight, watched: true }),

  gross: probe({
    cases: 3,
    input: (rng, _, index) => drawPlanted(rng, grossFactors(index)),
    run: checkPlanted,
  }),

  late: probe({
    cases: 3,
    input: (rng, _, index) => drawPlanted(rng, lateFactors(rng, index)),
    run: checkPlanted,
  }),

  'not-a-number': probe({
    cases: 2,
    input: (rng, _, index) => drawPlanted(rng, nanFactors(rng, index)),
    run: checkPlanted,
  }),

  verdicts: probe({
    cases: 2,
    input: (rng, _, index) => drawPlanted(rng, index === 0 ? slightFactors() : borderlineFactors()),
    run: checkPlanted,
  }),

  step: probe({
    cases: 1,
    input: (rng) => ({ ...drawPlanted(rng, ones()), epsilon: 0.01 + 0.04 * rng() }),
    run: (student, { weights, parameters, epsilon }) => {
      const { W1, b1, W2, b2 } = parameters;
      const start = { W1: W1.clone(), b1: b1.clone(), W2: W2.clone(), b2: b2.clone() };
      let farthest = 0;
      const loss = (moved: Net) => {
        const value = lossInParts(weights, moved);
        farthest = Math.max(farthest, farthestMove(start, moved));
        return value;
      };
      student.checkGradients(loss, parameters, asGradients(weights), epsilon);
      return { 'the farthest move of an entry': farthest };
    },
  }),
};
