/** X and Y side by side in one matrix, whose rows change places; what is glued together cannot be torn apart. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Training, update } from '../../02-backward-pass/solution.ts';

export interface Examples {
  X: Matrix;
  Y: Matrix;
}

export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  return apart(mixed(X, Y, rng), 0, X.rows - 1, X.columns);
}

export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  const both = mixed(X, Y, rng);
  return Array.from({ length: Math.ceil(X.rows / batchSize) }, (_, batch) => {
    const first = batch * batchSize;
    const last = Math.min(first + batchSize, X.rows) - 1;
    return apart(both, first, last, X.columns);
  });
}

export function trainEpoch(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  learningRate: number,
  rng: () => number,
): Training {
  const trained: Training = { parameters, losses: [] };
  for (const batch of miniBatches(X, Y, batchSize, rng)) {
    const cache = forward(batch.X, trained.parameters);
    trained.losses.push(binaryCrossEntropy(cache.A2, batch.Y));
    const gradients = backward(cache, batch.Y, trained.parameters);
    trained.parameters = update(trained.parameters, gradients, learningRate);
  }
  return trained;
}

function mixed(X: Matrix, Y: Matrix, rng: () => number): Matrix {
  const both = Matrix.zeros(X.rows, X.columns + Y.columns);
  both.setSubMatrix(X, 0, 0);
  both.setSubMatrix(Y, 0, X.columns);
  for (let places = X.rows; places > 1; places--) {
    both.swapRows(places - 1, Math.floor(rng() * places));
  }
  return both;
}

function apart(both: Matrix, first: number, last: number, inputs: number): Examples {
  return {
    X: both.subMatrix(first, last, 0, inputs - 1),
    Y: both.subMatrix(first, last, inputs, both.columns - 1),
  };
}
