import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy } from '../01-forward-pass/solution.ts';
import { forward, initialise, type Layer, train } from '../06-extra-layers/solution.ts';

/** Examples with their labels. */
export interface Data {
  /** m x n, one example a row */
  X: Matrix;
  /** m x 1, labels 0 or 1 */
  Y: Matrix;
}

/** The part of the plane that is looked at. */
export interface Bounds {
  x1: { from: number; to: number };
  x2: { from: number; to: number };
}

/** How a network fares on some data. */
export interface Score {
  /** The average loss. */
  loss: number;
  /** The share of examples with the right label, from 0 to 1. */
  accuracy: number;
}

/** What became of one network. */
export interface Outcome {
  /** Inputs, units of each hidden layer, units of the output layer. */
  sizes: number[];
  /** As they are after the last step. */
  layers: Layer[];
  /** On the data that it learned from. */
  train: Score;
  /** On data that it has never seen. */
  heldOut: Score;
}

/** A training that was watched from both sides. */
export interface Watched {
  /** As they are after the last step. */
  layers: Layer[];
  /** Entry s is the loss after s steps: one entry more than there are steps. */
  trainLosses: number[];
  /** The same for the held-out data. */
  heldOutLosses: number[];
}

/** Whether a network has begun to learn by heart. */
export interface Overfitting {
  /** After how many steps the held-out loss is lowest; the earliest, where several are. */
  bestStep: number;
  /** By how much the last held-out loss is above its lowest. */
  rise: number;
  /** By how much the last held-out loss is above the last training loss; negative where it is below. */
  gap: number;
  /** Whether, since the best step, the held-out loss has risen while the training loss has fallen. */
  begun: boolean;
}

/** Given: `list[place]`, or an error that says that there is nothing at this place. */
function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no place ${place}`);
  return item;
}

/**
 * What a network says of `steps` times `steps` places, evenly spread over a part of the
 * plane, with the first and the last exactly on its ends.
 *
 * @param predict given places, m x 2 with x1 and x2 in a row, returns m x 1
 * @param steps how many places there are along each side, 2 or more
 * @returns steps x steps: a column for each x1, rising from left to right, and a row for
 *   each x2, rising from row 0 on. Entry (0, 0) is the place of the lowest x1 and x2.
 */
export function decisionGrid(
  predict: (X: Matrix) => Matrix,
  bounds: Bounds,
  steps: number,
): Matrix {
  // #region solution
  const across = evenly(bounds.x1, steps);
  const up = evenly(bounds.x2, steps);
  const places = up.flatMap((x2) => across.map((x1) => [x1, x2]));
  const predicted = predict(new Matrix(places)).to1DArray();
  return Matrix.from1DArray(steps, steps, predicted);
  // #endregion
}

/**
 * Loss and accuracy of a network on some data. A label is 1 where the predicted
 * probability is above 0.5, else 0.
 *
 * @param layers of exercise 06; not changed
 * @param data not changed
 */
export function measure(layers: Layer[], data: Data): Score {
  // #region solution
  const { A } = forward(data.X, layers);
  const P = at(A, layers.length);
  return { loss: binaryCrossEntropy(P, data.Y), accuracy: shareRight(P, data.Y) };
  // #endregion
}

/**
 * Trains a network and measures its loss on both sets of data before the first step and
 * after every step. It learns from the training data alone.
 *
 * @param trainData not changed
 * @param heldOut not changed
 * @param layers where to start; not changed
 * @param steps how many updates are made
 */
export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  // #region solution
  const { X, Y } = trainData;
  let current = layers;
  const trainLosses = [measure(current, trainData).loss];
  const heldOutLosses = [measure(current, heldOut).loss];
  for (let step = 0; step < steps; step++) {
    current = train(X, Y, current, learningRate, 1).layers;
    trainLosses.push(measure(current, trainData).loss);
    heldOutLosses.push(measure(current, heldOut).loss);
  }
  return { layers: current, trainLosses, heldOutLosses };
  // #endregion
}

/**
 * Reads the two lists that `watchTraining` returns.
 *
 * @param trainLosses entry s is the training loss after s steps
 * @param heldOutLosses entry s is the held-out loss after s steps; as long as the other
 */
export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  // #region solution
  const last = heldOutLosses.length - 1;
  const lowest = Math.min(...heldOutLosses);
  const bestStep = heldOutLosses.indexOf(lowest);
  const rise = at(heldOutLosses, last) - lowest;
  const gap = at(heldOutLosses, last) - at(trainLosses, last);
  const begun = rise > 0 && at(trainLosses, last) < at(trainLosses, bestStep);
  return { bestStep, rise, gap, begun };
  // #endregion
}

/**
 * Trains one network for each architecture, in the order given, all from the same
 * generator, one after the other. Each learns from the training data alone and is then
 * measured on both sets.
 *
 * @param trainData not changed
 * @param heldOut not changed
 * @param architectures a list of sizes for each network, as `initialise` takes them
 * @param rng numbers from 0 up to 1; the only source of chance
 * @returns one outcome for each architecture, in the order given
 */
export function compareArchitectures(
  trainData: Data,
  heldOut: Data,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  // #region solution
  return architectures.map((sizes) => {
    const start = initialise(sizes, rng);
    const { layers } = train(trainData.X, trainData.Y, start, learningRate, steps);
    return { sizes, layers, train: measure(layers, trainData), heldOut: measure(layers, heldOut) };
  });
  // #endregion
}

/**
 * The same for networks with a single hidden layer and one output, by the number of their
 * hidden units. As many inputs as the data have columns.
 *
 * @param widths the number of hidden units of each network
 * @returns one outcome for each width, in the order given
 */
export function compareWidths(
  trainData: Data,
  heldOut: Data,
  widths: number[],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  // #region solution
  const architectures = widths.map((width) => [trainData.X.columns, width, 1]);
  return compareArchitectures(trainData, heldOut, architectures, rng, learningRate, steps);
  // #endregion
}

/**
 * A data set of your own: at most 24 points of the plane (X is m x 2, Y m x 1), no coordinate
 * beyond -10 and 10, both labels, no place with two labels. No straight line tells its classes
 * apart, and a network with six hidden units learns it.
 */
export function counterExample(): Data {
  // #region solution
  const X = new Matrix([
    [-2, -1],
    [0, 0],
    [2, 1],
  ]);
  return { X, Y: Matrix.columnVector([1, 0, 1]) };
  // #endregion
}

// #region solution
/** So many numbers from one end to the other, both ends included, with equal distances. */
function evenly({ from, to }: { from: number; to: number }, steps: number): number[] {
  const distance = (to - from) / (steps - 1);
  return Array.from({ length: steps }, (_, step) => from + step * distance);
}

/** The share of examples whose probability lies on the side of their label. */
function shareRight(P: Matrix, Y: Matrix): number {
  const right = P.to1DArray().filter((p, i) => (p > 0.5 ? 1 : 0) === Y.get(i, 0));
  return right.length / P.rows;
}
// #endregion
