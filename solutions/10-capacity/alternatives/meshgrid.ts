/** Two grids of coordinates as NumPy makes them, flattened and put side by side; matrices throughout. */
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
  const along = Matrix.rowVector(Array.from({ length: steps }, (_, step) => step)).div(steps - 1);
  const ones = Matrix.ones(steps, 1);
  const spread = ({ from, to }: Bounds['x1']) => Matrix.mul(along, to - from).add(from);
  const x1 = ones.mmul(spread(bounds.x1)).to1DArray();
  const x2 = spread(bounds.x2).transpose().mmul(ones.transpose()).to1DArray();
  const places = new Matrix([x1, x2]).transpose();
  return Matrix.from1DArray(steps, steps, predict(places).getColumn(0));
}

export function measure(layers: Layer[], { X, Y }: Data): Score {
  const P = at(forward(X, layers).A, layers.length);
  const labels = Matrix.columnVector(P.getColumn(0).map((p) => Number(p > 0.5)));
  return { loss: binaryCrossEntropy(P, Y), accuracy: 1 - Matrix.sub(labels, Y).abs().mean() };
}

export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  const { X, Y } = trainData;
  const networks = [layers];
  for (let step = 0; step < steps; step++) {
    networks.push(train(X, Y, at(networks, step), learningRate, 1).layers);
  }
  return {
    layers: at(networks, steps),
    trainLosses: networks.map((network) => measure(network, trainData).loss),
    heldOutLosses: networks.map((network) => measure(network, heldOut).loss),
  };
}

export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  const [train, heldOut] = [Matrix.rowVector(trainLosses), Matrix.rowVector(heldOutLosses)];
  const end = heldOut.columns - 1;
  const [, bestStep = 0] = heldOut.minIndex();
  const rise = heldOut.get(0, end) - heldOut.min();
  return {
    bestStep,
    rise,
    gap: Matrix.sub(heldOut, train).get(0, end),
    begun: rise > 0 && train.get(0, end) - train.get(0, bestStep) < 0,
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
  const { X, Y } = trainData;
  return architectures
    .map((sizes) => ({ sizes, start: initialise(sizes, rng) }))
    .map(({ sizes, start }) => ({ sizes, ...train(X, Y, start, learningRate, steps) }))
    .map(({ sizes, layers }) => ({
      sizes,
      layers,
      train: measure(layers, trainData),
      heldOut: measure(layers, heldOut),
    }));
}

export function compareWidths(
  trainData: Data,
  heldOut: Data,
  widths: number[],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  const inputs = trainData.X.columns;
  const sizes = widths.map((width) => [inputs, width, 1]);
  return compareArchitectures(trainData, heldOut, sizes, rng, learningRate, steps);
}

/** A ring of twelve around a point. */
export function counterExample(): Data {
  const angles = Array.from({ length: 12 }, (_, nth) => (Math.PI * nth) / 6);
  const ring = angles.map((angle) => [2 * Math.cos(angle), 2 * Math.sin(angle)]);
  const X = new Matrix([...ring, [0, 0]]);
  return { X, Y: Matrix.columnVector([...ring.map(() => 0), 1]) };
}
