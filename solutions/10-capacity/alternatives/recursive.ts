/** Recursion in place of loops; the training losses are those that train returns. */
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

/** Places of one side: each is a mean of both ends, weighted by how far it is along. */
function between({ from, to }: Bounds['x1'], steps: number, step = 0): number[] {
  if (step === steps) return [];
  const share = step / (steps - 1);
  return [(1 - share) * from + share * to, ...between({ from, to }, steps, step + 1)];
}

export function decisionGrid(
  predict: (X: Matrix) => Matrix,
  bounds: Bounds,
  steps: number,
): Matrix {
  const across = between(bounds.x1, steps);
  // One call of predict for each row.
  const rows = between(bounds.x2, steps).map((x2) =>
    predict(new Matrix(across.map((x1) => [x1, x2]))).getColumn(0),
  );
  return new Matrix(rows);
}

export function measure(layers: Layer[], { X, Y }: Data): Score {
  const P = at(forward(X, layers).A, layers.length);
  const labels = Y.getColumn(0);
  const share = P.getColumn(0).reduce(
    (sum, p, i) => (Number(p > 0.5) === at(labels, i) ? sum + 1 : sum),
    0,
  );
  return { loss: binaryCrossEntropy(P, Y), accuracy: share / labels.length };
}

export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  const [trainLoss, heldOutLoss] = [measure(layers, trainData).loss, measure(layers, heldOut).loss];
  if (steps === 0) return { layers, trainLosses: [trainLoss], heldOutLosses: [heldOutLoss] };
  const { layers: next, losses } = train(trainData.X, trainData.Y, layers, learningRate, 1);
  const rest = watchTraining(trainData, heldOut, next, learningRate, steps - 1);
  return {
    layers: rest.layers,
    trainLosses: [...losses, ...rest.trainLosses],
    heldOutLosses: [heldOutLoss, ...rest.heldOutLosses],
  };
}

export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  const sorted = [...heldOutLosses.keys()].sort(
    (a, b) => at(heldOutLosses, a) - at(heldOutLosses, b) || a - b,
  );
  const bestStep = at(sorted, 0);
  const [train, heldOut] = [at(trainLosses.slice(-1), 0), at(heldOutLosses.slice(-1), 0)];
  const rise = heldOut - at(heldOutLosses, bestStep);
  return {
    bestStep,
    rise,
    gap: heldOut - train,
    begun: rise !== 0 && at(trainLosses, bestStep) > train,
  };
}

export function compareArchitectures(
  trainData: Data,
  heldOut: Data,
  [sizes, ...others]: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  if (sizes === undefined) return [];
  const start = initialise(sizes, rng);
  const { layers } = train(trainData.X, trainData.Y, start, learningRate, steps);
  const [own, other] = [measure(layers, trainData), measure(layers, heldOut)];
  const rest = compareArchitectures(trainData, heldOut, others, rng, learningRate, steps);
  return [{ sizes, layers, train: own, heldOut: other }, ...rest];
}

export function compareWidths(
  trainData: Data,
  heldOut: Data,
  [width, ...others]: number[],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  if (width === undefined) return [];
  const sizes = [trainData.X.columns, width, 1];
  const own = compareArchitectures(trainData, heldOut, [sizes], rng, learningRate, steps);
  return [...own, ...compareWidths(trainData, heldOut, others, rng, learningRate, steps)];
}

/** Two moons that reach into each other. */
export function counterExample(): Data {
  const angles = [0, 0.6, 1.2, 1.8, 2.4, 3];
  const upper = angles.map((angle) => [Math.cos(angle), Math.sin(angle)]);
  const lower = angles.map((angle) => [1 - Math.cos(angle), 0.2 - Math.sin(angle)]);
  const labels = [...upper.map(() => 0), ...lower.map(() => 1)];
  return { X: new Matrix([...upper, ...lower]), Y: Matrix.columnVector(labels) };
}
