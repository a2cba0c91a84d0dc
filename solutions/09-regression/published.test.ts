import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import {
  forward,
  halfMeanSquaredError,
  hiddenError,
  hiddenGradient,
  outputGradient,
  type Parameters,
  train,
} from './solution.ts';
// The data and the first weights of lesson 003 with its own seed, computed once in NumPy.
import lesson from './synthetic-values.json' with { type: 'json' };

const LEARNING_RATE = 0.05;
const X = new Matrix(lesson.X);
const Y = new Matrix(lesson.y);
const start: Parameters = { W1: new Matrix(lesson.init.W1), W2: new Matrix(lesson.init.W2) };

test('the loss that the lesson prints before training comes out to its last digit', () => {
  const squares = Matrix.sub(forward(X, start).prediction, Y).pow(2).to1DArray();
  const loss = 0.5 * (sumOfHalves(squares) / squares.length);
  expect(String(loss)).toBe('0.8242660887048511');
  expect(loss).toBe(lesson.published.initial_loss);
});

test('the loss before training is that to all digits that do not hang on the order of adding', () => {
  const loss = halfMeanSquaredError(forward(X, start).prediction, Y);
  expect(Math.abs(loss - lesson.published.initial_loss)).toBeLessThan(1e-15);
});

test('the first gradients are those of the lesson, both averaged over the examples', () => {
  const cache = forward(X, start);
  const dW2 = outputGradient(cache, Y);
  const dW1 = hiddenGradient(cache, hiddenError(cache, Y, start.W2));
  expect(furthest(dW2, new Matrix(lesson.first_gradients.dW2))).toBeLessThan(1e-12);
  expect(furthest(dW1, new Matrix(lesson.first_gradients.dW1))).toBeLessThan(1e-12);
});

test('dW1 as the lesson prints its formula is N times as large', () => {
  const cache = forward(X, start);
  const printed = cache.Xaug.transpose().mmul(hiddenError(cache, Y, start.W2));
  expect(furthest(printed, new Matrix(lesson.dW1_as_printed))).toBeLessThan(1e-10);
});

describe('the training is that of the lesson, with the learning rate 0.05', () => {
  // One run, stopped at every known step and taken up again.
  let parameters = start;
  let done = 0;
  for (const { step, loss } of lesson.trajectory) {
    parameters = train(X, Y, parameters, LEARNING_RATE, step - done).parameters;
    done = step;
    const here = parameters;
    test(`loss after ${step} steps to 1e-12`, () => {
      const found = halfMeanSquaredError(forward(X, here).prediction, Y);
      expect(Math.abs(found - loss)).toBeLessThan(1e-12);
    });
  }
});

test('the losses that our own lesson prints come out', () => {
  const printed = lesson.trajectory.map(({ step, loss }) => [step, loss.toFixed(4)]);
  expect(printed).toEqual([
    [0, '0.8243'],
    [1, '0.8234'],
    [10, '0.8171'],
    [100, '0.6450'],
    [1000, '0.0526'],
    [5000, '0.0397'],
  ]);
});

/** The largest difference between the entries of two matrices of one shape. */
function furthest(one: Matrix, other: Matrix): number {
  expect([one.rows, one.columns]).toEqual([other.rows, other.columns]);
  return Matrix.sub(one, other).abs().max();
}

/**
 * A sum in the order in which NumPy adds, on which the last digits hang: in halves of whole
 * eights, and of at most 128 numbers every eighth one by itself.
 */
function sumOfHalves(numbers: readonly number[]): number {
  if (numbers.length > 128) {
    const half = 8 * Math.floor(numbers.length / 16);
    return sumOfHalves(numbers.slice(0, half)) + sumOfHalves(numbers.slice(half));
  }
  const eights = 8 * Math.floor(numbers.length / 8);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = Array.from(
    { length: 8 },
    (_, nth) => sum(numbers.slice(0, eights).filter((_, at) => at % 8 === nth)),
  );
  return sum([a + b + (c + d) + (e + f + (g + h)), ...numbers.slice(eights)]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
