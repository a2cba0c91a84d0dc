/** Lists of numbers in place of matrices: the examples are dealt out as pairs, and put into matrices in the end. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Training, update } from '../../02-backward-pass/solution.ts';

export interface Examples {
  X: Matrix;
  Y: Matrix;
}

interface Pair {
  readonly x: number[];
  readonly y: number[];
}

export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  return together(mixed(X, Y, rng));
}

export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  const pairs = mixed(X, Y, rng);
  const batches: Examples[] = [];
  while (pairs.length > 0) batches.push(together(pairs.splice(0, batchSize)));
  return batches;
}

export function trainEpoch(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  learningRate: number,
  rng: () => number,
): Training {
  const losses: number[] = [];
  for (const batch of miniBatches(X, Y, batchSize, rng)) {
    const cache = forward(batch.X, parameters);
    losses.push(binaryCrossEntropy(cache.A2, batch.Y));
    parameters = update(parameters, backward(cache, batch.Y, parameters), learningRate);
  }
  return { parameters, losses };
}

function mixed(X: Matrix, Y: Matrix, rng: () => number): Pair[] {
  const labels = Y.to2DArray();
  const pairs = X.to2DArray().map((x, row): Pair => ({ x, y: labels[row] ?? [] }));
  let left = pairs.length;
  while (left > 1) {
    const drawn = pairs[Math.floor(rng() * left)];
    left--;
    const last = pairs[left];
    if (drawn === undefined || last === undefined) throw new Error('a draw outside of the list');
    pairs[pairs.indexOf(drawn)] = last;
    pairs[left] = drawn;
  }
  return pairs;
}

function together(pairs: readonly Pair[]): Examples {
  return { X: new Matrix(pairs.map(({ x }) => x)), Y: new Matrix(pairs.map(({ y }) => y)) };
}
