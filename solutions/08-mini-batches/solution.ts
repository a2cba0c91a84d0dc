import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/solution.ts';
import { backward, type Training, update } from '../02-backward-pass/solution.ts';

/** Examples with their labels: row i of Y belongs to row i of X. */
export interface Examples {
  /** m x n, one example a row */
  X: Matrix;
  /** m x k, its labels */
  Y: Matrix;
}

/** Given: `list[place]`, or an error that says that there is nothing at this place. */
function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`a list of ${list.length} has no place ${place}`);
  return item;
}

/** Given: a new matrix of the rows of M that stand at these places, in this order. */
function pick(M: Matrix, places: readonly number[]): Matrix {
  return new Matrix(places.map((place) => M.getRow(place)));
}

/**
 * The same examples in an order drawn by chance. It begins with the order 0, 1, ... m - 1
 * and goes through its places from the last one, m - 1, down to place 1. At place i it
 * draws once, j = floor(rng() * (i + 1)), and exchanges what stands at i with what stands
 * at j.
 *
 * @param X m x n, one example a row; not changed
 * @param Y m x k, the labels; not changed
 * @param rng numbers from 0 up to 1; the only source of chance
 * @returns new matrices; X and Y in the same new order
 */
export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  // #region solution
  const order = Array.from({ length: X.rows }, (_, row) => row);
  for (let i = X.rows - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    const kept = at(order, i);
    order[i] = at(order, j);
    order[j] = kept;
  }
  return { X: pick(X, order), Y: pick(Y, order) };
  // #endregion
}

/**
 * Shuffles once with `shuffled`, then cuts the new order into batches from its beginning.
 * The last batch holds what is left, and may be smaller.
 *
 * @param X m x n; not changed
 * @param Y m x k; not changed
 * @param batchSize how many examples a batch holds, 1 or more; it may be more than m
 */
export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  // #region solution
  const mixed = shuffled(X, Y, rng);
  const batches: Examples[] = [];
  for (let start = 0; start < X.rows; start += batchSize) {
    const end = Math.min(start + batchSize, X.rows);
    batches.push({ X: slice(mixed.X, start, end), Y: slice(mixed.Y, start, end) });
  }
  return batches;
  // #endregion
}

/**
 * One epoch: once through all examples in new mini-batches, with the network of exercises
 * 01 and 02. For each batch: forward, note the loss of this batch, backward, update.
 *
 * @param parameters where to start; not changed
 * @param X m x n; not changed
 * @param Y m x 1, labels 0 or 1; not changed
 * @returns the parameters after the last batch, and one loss for each batch, before its update
 */
export function trainEpoch(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  learningRate: number,
  rng: () => number,
): Training {
  // #region solution
  let current = parameters;
  const losses: number[] = [];
  for (const batch of miniBatches(X, Y, batchSize, rng)) {
    const cache = forward(batch.X, current);
    losses.push(binaryCrossEntropy(cache.A2, batch.Y));
    const gradients = backward(cache, batch.Y, current);
    current = update(current, gradients, learningRate);
  }
  return { parameters: current, losses };
  // #endregion
}

// #region solution
/** The rows from one place up to another, which is not among them. */
function slice(M: Matrix, start: number, end: number): Matrix {
  return M.subMatrix(start, end - 1, 0, M.columns - 1);
}
// #endregion
