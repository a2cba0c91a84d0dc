/** Gradients of one example at a time, added up and divided by how many the batch had; no batch is ever a matrix there. */
import { Matrix } from 'ml-matrix';
import { binaryCrossEntropy, forward, type Parameters } from '../../01-forward-pass/solution.ts';
import { backward, type Training } from '../../02-backward-pass/solution.ts';

export interface Examples {
  X: Matrix;
  Y: Matrix;
}

export function shuffled(X: Matrix, Y: Matrix, rng: () => number): Examples {
  const order = newOrder(X.rows, rng);
  const X2 = Matrix.zeros(X.rows, X.columns);
  const Y2 = Matrix.zeros(Y.rows, Y.columns);
  order.forEach((place, row) => {
    X2.setRow(row, X.getRow(place));
    Y2.setRow(row, Y.getRow(place));
  });
  return { X: X2, Y: Y2 };
}

export function miniBatches(
  X: Matrix,
  Y: Matrix,
  batchSize: number,
  rng: () => number,
): Examples[] {
  return hands(newOrder(X.rows, rng), batchSize).map((places) => ({
    X: new Matrix(places.map((place) => X.getRow(place))),
    Y: new Matrix(places.map((place) => Y.getRow(place))),
  }));
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
  let { W1, b1, W2, b2 } = parameters;
  for (const places of hands(newOrder(X.rows, rng), batchSize)) {
    const share = learningRate / places.length;
    const next = { W1: W1.clone(), b1: b1.clone(), W2: W2.clone(), b2: b2.clone() };
    let loss = 0;
    for (const place of places) {
      const y = Matrix.rowVector(Y.getRow(place));
      const cache = forward(Matrix.rowVector(X.getRow(place)), { W1, b1, W2, b2 });
      const { dW1, db1, dW2, db2 } = backward(cache, y, { W1, b1, W2, b2 });
      loss += binaryCrossEntropy(cache.A2, y);
      next.W1.sub(dW1.mul(share));
      next.b1.sub(db1.mul(share));
      next.W2.sub(dW2.mul(share));
      next.b2.sub(db2.mul(share));
    }
    losses.push(loss / places.length);
    ({ W1, b1, W2, b2 } = next);
  }
  return { parameters: { W1, b1, W2, b2 }, losses };
}

function newOrder(m: number, rng: () => number): number[] {
  const order = Array.from({ length: m }, (_, place) => place);
  for (let last = m - 1; last >= 1; last -= 1) {
    const drawn = Math.floor((last + 1) * rng());
    const [here = 0, there = 0] = [order[last], order[drawn]];
    order[last] = there;
    order[drawn] = here;
  }
  return order;
}

/** The order cut into lists of places, one for each batch. */
function hands(order: readonly number[], batchSize: number): number[][] {
  const dealt: number[][] = [];
  order.forEach((place, nth) => {
    if (nth % batchSize === 0) dealt.push([]);
    dealt.at(-1)?.push(place);
  });
  return dealt;
}
