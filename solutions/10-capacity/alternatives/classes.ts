/** Classes behind the exports: a network that trains itself and keeps a diary. */
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

/** Evenly spread places of one side. */
class Side {
  constructor(
    private readonly ends: Bounds['x1'],
    private readonly steps: number,
  ) {}

  place(step: number): number {
    const { from, to } = this.ends;
    return step === this.steps - 1 ? to : from + ((to - from) / (this.steps - 1)) * step;
  }
}

class Network {
  readonly diary: { train: number; heldOut: number }[] = [];

  constructor(private current: Layer[]) {}

  get layers(): Layer[] {
    return this.current;
  }

  score({ X, Y }: Data): Score {
    const P = at(forward(X, this.current).A, this.current.length);
    const right = Y.to1DArray().filter((y, i) => Math.ceil(P.get(i, 0) - 0.5) === y);
    return { loss: binaryCrossEntropy(P, Y), accuracy: right.length / Y.rows };
  }

  learn({ X, Y }: Data, learningRate: number, steps: number): this {
    this.current = train(X, Y, this.current, learningRate, steps).layers;
    return this;
  }

  write(trainData: Data, heldOut: Data): this {
    this.diary.push({ train: this.score(trainData).loss, heldOut: this.score(heldOut).loss });
    return this;
  }
}

export function decisionGrid(
  predict: (X: Matrix) => Matrix,
  bounds: Bounds,
  steps: number,
): Matrix {
  const [x1, x2] = [new Side(bounds.x1, steps), new Side(bounds.x2, steps)];
  const places = new Matrix(steps * steps, 2);
  for (let place = 0; place < steps * steps; place++) {
    const column = place % steps;
    places.setRow(place, [x1.place(column), x2.place((place - column) / steps)]);
  }
  const P = predict(places);
  const grid = new Matrix(steps, steps);
  for (let row = 0; row < steps; row++) {
    grid.setRow(row, P.getColumn(0).slice(row * steps, (row + 1) * steps));
  }
  return grid;
}

export function measure(layers: Layer[], data: Data): Score {
  return new Network(layers).score(data);
}

export function watchTraining(
  trainData: Data,
  heldOut: Data,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Watched {
  const network = new Network(layers).write(trainData, heldOut);
  while (network.diary.length <= steps) {
    network.learn(trainData, learningRate, 1).write(trainData, heldOut);
  }
  return {
    layers: network.layers,
    trainLosses: network.diary.map((entry) => entry.train),
    heldOutLosses: network.diary.map((entry) => entry.heldOut),
  };
}

export function overfitting(trainLosses: number[], heldOutLosses: number[]): Overfitting {
  const lowest = heldOutLosses.reduce((low, loss) => Math.min(low, loss));
  const bestStep = heldOutLosses.indexOf(lowest);
  const trainEnd = at(trainLosses, trainLosses.length - 1);
  const heldOutEnd = at(heldOutLosses, trainLosses.length - 1);
  const isWorseOutside = heldOutEnd !== lowest;
  const isBetterInside = at(trainLosses, bestStep) > trainEnd;
  return {
    bestStep,
    rise: heldOutEnd - lowest,
    gap: heldOutEnd - trainEnd,
    begun: isWorseOutside && isBetterInside,
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
  return architectures.map((sizes) => {
    const network = new Network(initialise(sizes, rng)).learn(trainData, learningRate, steps);
    const { layers } = network;
    return { sizes, layers, train: network.score(trainData), heldOut: network.score(heldOut) };
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
  return compareArchitectures(
    trainData,
    heldOut,
    widths.map((width) => [trainData.X.columns].concat(width, 1)),
    rng,
    learningRate,
    steps,
  );
}

/** A cross: its middle is of the other class than its four arms. */
export function counterExample(): Data {
  const data = { X: Matrix.zeros(5, 2), Y: Matrix.zeros(5, 1) };
  data.Y.set(0, 0, 1);
  data.X.setRow(1, [2.5, 0]).setRow(2, [-2.5, 0]).setRow(3, [0, 1.5]).setRow(4, [0, -1.5]);
  return data;
}
