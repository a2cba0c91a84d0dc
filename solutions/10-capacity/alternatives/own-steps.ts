/** Its own gradient descent with the two passes of exercise 06: the training loss comes out of the forward pass of the step. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy } from '../../01-forward-pass/solution.ts';
import { backward, forward, initialise, type Layer } from '../../06-extra-layers/solution.ts';

export interface Data {
  X: Matrix;
  Y: Matrix;
}

export interface Bounds {
  x1: { from: number; to: number };
  x2: { from: number; to: number };
}

export interface Score {
  loss: number;
  accuracy: number;
}

export interface Outcome {
  sizes: number[];
  layers: Layer[];
  train: Score;
  heldOut: Score;
}

export interface Watched {
  layers: Layer[];
  trainLosses: number[];
  heldOutLosses: number[];
}

export interface Overfitting {
  bestStep: number;
  rise: number;
  gap: number;
  begun: boolean;
}

/** Given: `list[place]`, or an error that says that there is nothing at this place. */
function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no place ${place}`);
  return item;
}

function predictions(X: Matrix, layers: Layer[]): Matrix {
  return at(forward(X, layers).A, layers.length);
}

function lossOf(layers: Layer[], { X, Y }: Data): number {
  return binaryCrossEntropy(predictions(X, layers), Y);
}

function oneStep(layers: Layer[], { X, Y }: Data, learningRate: number) {
  const cache = forward(X, layers);
  const gradients = backward(cache, Y, layers);
  const next = layers.map(({ W, b }, l) => ({
    W: Matrix.sub(W, at(gradients, l).dW.mul(learningRate)),
    b: Matrix.sub(b, at(gradients, l).db.mul(learningRate)),
  }));
  return { next, loss: binaryCrossEntropy(at(cache.A, layers.length), Y) };
}

export function decisionGrid(
  predict: (X: Matrix) => Matrix,
  bounds: Bounds,
  steps: number,
): Matrix {
  const x1Step = (bounds.x1.to - bounds.x1.from) / (steps - 1);
  const x2Step = (bounds.x2.to - bounds.x2.from) / (steps - 1);
  const X = Matrix.zeros(steps ** 2, 2);
  for (let i = 0; i < X.rows; i++) {
    X.set(i, 0, bounds.x1.from + (i % steps) * x1Step);
    X.set(i, 1, bounds.x2.from + Math.floor(i / steps) * x2Step);
  }
  const P = predict(X);
  const grid = Matrix.zeros(steps, steps);
  for (let i = 0; i < X.rows; i++) grid.set(Math.floor(i / steps), i % steps, P.get(i, 0));
  return grid;
}

export function measure(layers: Layer[], data: Data): Score {
  const P = predictions(data.X, layers).to1DArray();
  const wrong = P.filter((p, i) => p > 0.5 !== (data.Y.get(i, 0) === 1)).length;
  return { loss: lossOf(layers, data), accuracy: (P.length - wrong) / P.length };
}

export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  const watched: Watched = { layers, trainLosses: [], heldOutLosses: [] };
  for (let step = 0; step < steps; step++) {
    watched.heldOutLosses.push(lossOf(watched.layers, heldOut));
    const { next, loss } = oneStep(watched.layers, trainData, learningRate);
    watched.trainLosses.push(loss);
    watched.layers = next;
  }
  watched.trainLosses.push(lossOf(watched.layers, trainData));
  watched.heldOutLosses.push(lossOf(watched.layers, heldOut));
  return watched;
}

export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  const best = heldOutLosses
    .map((loss, step) => ({ loss, step }))
    .reduce((lowest, each) => (each.loss < lowest.loss ? each : lowest));
  const [train, heldOut] = [trainLosses.at(-1) ?? 0, heldOutLosses.at(-1) ?? 0];
  const isLower = train < at(trainLosses, best.step);
  const rise = heldOut - best.loss;
  return { bestStep: best.step, rise, gap: heldOut - train, begun: isLower && rise > 0 };
}

export function compareArchitectures(
  trainData: Data,
  heldOut: Data,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  return architectures.map((sizes) => {
    let layers = initialise(sizes, rng);
    for (let step = 0; step < steps; step++) layers = oneStep(layers, trainData, learningRate).next;
    return { sizes, layers, train: measure(layers, trainData), heldOut: measure(layers, heldOut) };
  });
}

export function compareWidths(
  trainData: Data,
  heldOut: Data,
  widths: number[],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  return widths.flatMap((width) => {
    const sizes = [[trainData.X.columns, width, 1]];
    return compareArchitectures(trainData, heldOut, sizes, rng, learningRate, steps);
  });
}

/** The four quadrants of lesson 000, with three points in each. */
export function counterExample(): Data {
  const corners = [
    [1, 1],
    [1, 3],
    [3, 1],
  ];
  const signs = [
    [1, 1],
    [1, -1],
    [-1, -1],
    [-1, 1],
  ];
  const X = signs.flatMap(([s1 = 0, s2 = 0]) => corners.map(([a = 0, b = 0]) => [s1 * a, s2 * b]));
  return {
    X: new Matrix(X),
    Y: Matrix.columnVector(X.map(([x1 = 0, x2 = 0]) => (x1 * x2 > 0 ? 1 : 0))),
  };
}
