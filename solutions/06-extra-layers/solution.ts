import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, sigmoid } from '../01-forward-pass/solution.ts';

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
  // #region solution
  const layers: Layer[] = [];
  for (let l = 0; l < sizes.length - 1; l++) {
    const inputs = at(sizes, l);
    const units = at(sizes, l + 1);
    const spread = Math.sqrt(2 / inputs);
    const W = Matrix.zeros(inputs, units);
    for (let row = 0; row < inputs; row++) {
      for (let column = 0; column < units; column++) W.set(row, column, spread * normal(rng));
    }
    layers.push({ W, b: Matrix.zeros(1, units) });
  }
  return layers;
  // #endregion
}

/**
 * One pass from inputs to predictions: ReLU after every layer but the last, sigmoid
 * after the last.
 *
 * @param X m x n, one example a row; not changed
 * @param layers one or more; not changed
 */
export function forward(X: Matrix, layers: Layer[]): Cache {
  // #region solution
  const Z: Matrix[] = [];
  const A: Matrix[] = [X];
  for (const [l, { W, b }] of layers.entries()) {
    const z = at(A, l).mmul(W).addRowVector(b);
    const isLast = l === layers.length - 1;
    Z.push(z);
    A.push(isLast ? sigmoid(z) : relu(z));
  }
  return { Z, A };
  // #endregion
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
  // #region solution
  const { Z, A } = cache;
  const m = Y.rows;
  const gradients: LayerGradients[] = [];
  let dZ = Matrix.sub(at(A, layers.length), Y);
  for (let l = layers.length - 1; l >= 0; l--) {
    const dW = at(A, l).transpose().mmul(dZ).div(m);
    const db = columnSums(dZ).div(m);
    gradients.unshift({ dW, db });
    if (l > 0) {
      const dA = dZ.mmul(at(layers, l).W.transpose());
      dZ = backThroughRelu(dA, at(Z, l - 1));
    }
  }
  return gradients;
  // #endregion
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
  // #region solution
  let current = layers;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const cache = forward(X, current);
    losses.push(binaryCrossEntropy(predictions(cache), Y));
    const gradients = backward(cache, Y, current);
    current = update(current, gradients, learningRate);
  }
  return { layers: current, losses };
  // #endregion
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
  // #region solution
  return architectures.map((sizes) => {
    const { layers } = train(X, Y, initialise(sizes, rng), learningRate, steps);
    const P = predictions(forward(X, layers));
    return { sizes, loss: binaryCrossEntropy(P, Y), accuracy: shareRight(P, Y) };
  });
  // #endregion
}

// #region solution
/** The positive entries as they are, 0 in place of all others. */
function relu(Z: Matrix): Matrix {
  const A = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) A.set(i, j, Math.max(0, Z.get(i, j)));
  }
  return A;
}

/** The blame before ReLU: it passes where the unit was on, and stops where it was off. */
function backThroughRelu(dA: Matrix, Z: Matrix): Matrix {
  const dZ = Matrix.zeros(Z.rows, Z.columns);
  for (let i = 0; i < Z.rows; i++) {
    for (let j = 0; j < Z.columns; j++) dZ.set(i, j, Z.get(i, j) > 0 ? dA.get(i, j) : 0);
  }
  return dZ;
}

/** m x 1: what the last layer says. */
function predictions({ A }: Cache): Matrix {
  return at(A, A.length - 1);
}

/** One step of gradient descent on every layer; the old layers stay as they are. */
function update(layers: Layer[], gradients: LayerGradients[], learningRate: number): Layer[] {
  return layers.map(({ W, b }, l) => {
    const { dW, db } = at(gradients, l);
    return {
      W: Matrix.sub(W, Matrix.mul(dW, learningRate)),
      b: Matrix.sub(b, Matrix.mul(db, learningRate)),
    };
  });
}

/** The share of examples whose probability P lies on the side of their label. */
function shareRight(P: Matrix, Y: Matrix): number {
  let right = 0;
  for (let i = 0; i < P.rows; i++) {
    const label = P.get(i, 0) > 0.5 ? 1 : 0;
    if (label === Y.get(i, 0)) right++;
  }
  return right / P.rows;
}

/** 1 x k: the sum of every column. */
function columnSums(M: Matrix): Matrix {
  return Matrix.rowVector(M.sum('column'));
}
// #endregion
