import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, sigmoid } from '../01-forward-pass/forward.ts';

/** One fully connected layer: what comes in, times W, plus b. */
export interface Layer {
  /** inputs x units */
  W: Matrix;
  /** 1 x units */
  b: Matrix;
}

/** Everything that the forward pass of a network with L layers computed on its way. */
export interface Cache {
  /** L matrices: `Z[l]` is what `layers[l]` makes before its activation, m x units */
  Z: Matrix[];
  /** L + 1 matrices: `A[0]` is X, `A[l]` goes into `layers[l]`, and `A[L]` are the predictions */
  A: Matrix[];
}

/** How the loss changes with the weights and biases of one layer. */
export interface LayerGradients {
  /** the shape of W */
  dW: Matrix;
  /** the shape of b */
  db: Matrix;
}

/** What training returns. */
export interface Training {
  layers: Layer[];
  /** The loss before each step, the first one before anything was learned. */
  losses: number[];
}

/** How one architecture fared, measured after its last step. */
export interface Outcome {
  /** As given: inputs, units of each hidden layer, units of the output layer. */
  sizes: number[];
  /** The average loss on the data it was trained on. */
  loss: number;
  /** The share of that data with the right label, from 0 to 1. */
  accuracy: number;
}

/** Given: one draw from the normal distribution with mean 0 and standard deviation 1. */
function normal(rng: () => number): number {
  // 1 - rng() is never 0, so the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** Given: `list[place]`, or an error that says that there is nothing at this place. */
function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no place ${place}`);
  return item;
}

/**
 * The layers of a network before it learns: every weight is a call of `normal`, times
 * sqrt(2 / inputs of its layer); every bias is 0 and needs no draw. The draws are made
 * layer by layer, in a layer row by row, and in a row from left to right.
 *
 * @param sizes [inputs, units of each hidden layer, units of the output layer]
 * @param rng numbers from 0 up to 1; the only source of chance
 * @returns one layer fewer than there are sizes
 */
export function initialise(sizes: number[], rng: () => number): Layer[] {
  // Your code here.
  throw new Error('Not written yet: initialise');
}

/**
 * One pass from inputs to predictions: ReLU after every layer but the last, sigmoid
 * after the last.
 *
 * @param X m x n, one example a row; not changed
 * @param layers one or more; not changed
 */
export function forward(X: Matrix, layers: Layer[]): Cache {
  // Your code here.
  throw new Error('Not written yet: forward');
}

/**
 * The gradients of the average loss, by the chain rule from the last layer back to the
 * first. Where a z is exactly 0, the slope of ReLU is taken to be 0.
 *
 * @param cache what `forward` returned for these layers; not changed
 * @param Y m x 1, labels 0 or 1; not changed
 * @param layers not changed
 * @returns one entry a layer, in the order of `layers`
 */
export function backward(cache: Cache, Y: Matrix, layers: Layer[]): LayerGradients[] {
  // Your code here.
  throw new Error('Not written yet: backward');
}

/**
 * Repeats: forward, note the loss, backward, and move every weight and bias of every
 * layer by -learningRate times its gradient.
 *
 * @param X m x n; not changed
 * @param Y m x 1, labels 0 or 1; not changed
 * @param layers where to start; not changed
 * @param steps how many updates are made
 */
export function train(
  X: Matrix,
  Y: Matrix,
  layers: Layer[],
  learningRate: number,
  steps: number,
): Training {
  // Your code here.
  throw new Error('Not written yet: train');
}

/**
 * Trains one network for each architecture, one after the other, all from the same
 * generator, and measures each after its last step. A label is 1 where the predicted
 * probability is above 0.5, else 0.
 *
 * @param architectures a list of sizes for each network, as `initialise` takes them
 * @returns one outcome for each architecture, in the order given
 */
export function compareArchitectures(
  X: Matrix,
  Y: Matrix,
  architectures: number[][],
  rng: () => number,
  learningRate: number,
  steps: number,
): Outcome[] {
  // Your code here.
  throw new Error('Not written yet: compareArchitectures');
}
