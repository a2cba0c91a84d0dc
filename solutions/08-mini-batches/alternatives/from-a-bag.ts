/** As with slips in a bag: one is drawn, the last slip takes its place, and what is drawn fills the order from its end. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Training, update } from '../../02-backward-pass/solution.ts';

export interface Examples {
  X: Matrix;
  Y: Matrix;
}

export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  return chosen(X, Y, draw(X.rows, rng));
}

export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  const order = draw(X.rows, rng);
  const deal = (dealt: number): Examples[] =>
    dealt >= order.length
      ? []
      : [chosen(X, Y, order.slice(dealt, dealt + batchSize)), ...deal(dealt + batchSize)];
  return deal(0);
}

export function trainEpoch(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  learningRate: number,
  rng: () => number,
): Training {
  return miniBatches(X, Y, batchSize, rng).reduce<Training>(
    ({ parameters: before, losses }, batch) => {
      const cache = forward(batch.X, before);
      return {
        parameters: update(before, backward(cache, batch.Y, before), learningRate),
        losses: [...losses, binaryCrossEntropy(cache.A2, batch.Y)],
      };
    },
    { parameters, losses: [] },
  );
}

function draw(slips: number, rng: () => number): number[] {
  const bag = [...Array(slips).keys()];
  const order: number[] = [];
  while (bag.length > 0) {
    // The last slip needs no draw.
    const place = bag.length === 1 ? 0 : Math.trunc(rng() * bag.length);
    const [slip = 0] = bag.slice(place, place + 1);
    const last = bag.pop();
    if (place < bag.length && last !== undefined) bag[place] = last;
    order.unshift(slip);
  }
  return order;
}

function chosen(X: Matrix, Y: Matrix, places: number[]): Examples {
  return {
    X: new Matrix(X.subMatrixRow(places).to2DArray()),
    Y: new Matrix(Y.subMatrixRow(places).to2DArray()),
  };
}
