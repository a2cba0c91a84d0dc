/** Nested loops, and predict is asked one place at a time. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy } from '../../01-forward-pass/solution.ts';
import { forward, initialise, type Layer, train } from '../../06-extra-layers/solution.ts';

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

export function decisionGrid(
  predict: (X: Matrix) => Matrix,
  bounds: Bounds,
  steps: number,
): Matrix {
  const grid = Matrix.zeros(steps, steps);
  for (let row = 0; row < steps; row++) {
    for (let column = 0; column < steps; column++) {
      const x1 = bounds.x1.from + (column * (bounds.x1.to - bounds.x1.from)) / (steps - 1);
      const x2 = bounds.x2.from + (row * (bounds.x2.to - bounds.x2.from)) / (steps - 1);
      grid.set(row, column, predict(new Matrix([[x1, x2]])).get(0, 0));
    }
  }
  return grid;
}

export function measure(layers: Layer[], { X, Y }: Data): Score {
  const P = at(forward(X, layers).A, layers.length);
  let right = 0;
  for (let i = 0; i < Y.rows; i++) {
    if (P.get(i, 0) > 0.5 && Y.get(i, 0) === 1) right++;
    if (P.get(i, 0) <= 0.5 && Y.get(i, 0) === 0) right++;
  }
  return { loss: binaryCrossEntropy(P, Y), accuracy: right / Y.rows };
}

export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  const trainLosses: number[] = [];
  const heldOutLosses: number[] = [];
  let current = layers;
  for (let step = 0; step <= steps; step++) {
    if (step > 0) {
      current = train(trainData.X, trainData.Y, current, learningRate, 1).layers;
    }
    trainLosses.push(measure(current, trainData).loss);
    heldOutLosses.push(measure(current, heldOut).loss);
  }
  return { layers: current, trainLosses, heldOutLosses };
}

export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  let bestStep = 0;
  for (let step = 1; step < heldOutLosses.length; step++) {
    if (at(heldOutLosses, step) < at(heldOutLosses, bestStep)) bestStep = step;
  }
  const trainEnd = at(trainLosses, trainLosses.length - 1);
  const heldOutEnd = at(heldOutLosses, heldOutLosses.length - 1);
  return {
    bestStep,
    rise: heldOutEnd - at(heldOutLosses, bestStep),
    gap: heldOutEnd - trainEnd,
    begun: heldOutEnd > at(heldOutLosses, bestStep) && trainEnd < at(trainLosses, bestStep),
  };
}

export function compareArchitectures(
  trainData: Data,
  heldOut: Data,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const sizes of architectures) {
    const start = initialise(sizes, rng);
    const { layers } = train(trainData.X, trainData.Y, start, learningRate, steps);
    outcomes.push({
      sizes,
      layers,
      train: measure(layers, trainData),
      heldOut: measure(layers, heldOut),
    });
  }
  return outcomes;
}

export function compareWidths(
  trainData: Data,
  heldOut: Data,
  widths: number[],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  const architectures: number[][] = [];
  for (const width of widths) architectures.push([trainData.X.columns, width, 1]);
  return compareArchitectures(trainData, heldOut, architectures, rng, learningRate, steps);
}

/** Exclusive or: two corners across from each other against the other two. */
export function counterExample(): Data {
  const X = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  return { X: new Matrix(X), Y: new Matrix([[0], [1], [1], [0]]) };
}
