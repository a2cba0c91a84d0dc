import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { miniBatches, shuffled, trainEpoch } from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const X = Matrix.columnVector([0, 1, 2, 3, 4]);
const Y = Matrix.columnVector([0, 0, 0, 1, 1]);

function draws(): () => number {
  const left = [0.3, 0.9, 0.1, 0.6];
  return () => left.shift() ?? Number.NaN;
}

test('the worked example of the shuffle is what shuffled returns', () => {
  const mixed = shuffled(X, Y, draws());
  expect(mixed.X.to1DArray()).toEqual([2, 4, 0, 3, 1]);
  expect(mixed.Y.to1DArray()).toEqual([0, 1, 0, 1, 0]);
});

test('the batches of the worked example are those of miniBatches', () => {
  const batches = miniBatches(X, Y, 2, draws());
  expect(batches.map((batch) => batch.X.to1DArray())).toEqual([[2, 4], [0, 3], [1]]);
  expect(batches.map((batch) => batch.Y.to1DArray())).toEqual([[0, 1], [0, 1], [0]]);
});

test('the last step of the worked example is as large as the lesson says', () => {
  // Without weights, only the last bias learns; 1 - sigmoid(0) is the blame of the first batch.
  const start = {
    W1: Matrix.zeros(1, 1),
    b1: Matrix.zeros(1, 1),
    W2: Matrix.zeros(1, 1),
    b2: Matrix.zeros(1, 1),
  };
  const alike = Matrix.ones(5, 1);
  const biases = [1, 2, 3].map((count) => {
    const rows = Math.min(2 * count, 5);
    const part = alike.subMatrix(0, rows - 1, 0, 0);
    return trainEpoch(start, part, part, 2, 1, () => 0).parameters.b2.get(0, 0);
  });
  expect(biases.map((bias) => bias.toFixed(4))).toEqual(['0.5000', '0.8775', '1.1712']);
  const before = biases[1] ?? Number.NaN;
  const blame = 1 / (1 + Math.exp(-before)) - 1;
  expect(blame.toFixed(4)).toBe('-0.2937');
  expect((before - blame / 2).toFixed(4)).toBe('1.0244');
});

test('300 examples make the batches that the lesson counts', () => {
  const inputs = Matrix.zeros(300, 1);
  const sizes = miniBatches(inputs, inputs, 32, () => 0).map((batch) => batch.X.rows);
  expect([sizes.length, sizes.at(-1)]).toEqual([10, 12]);
});
