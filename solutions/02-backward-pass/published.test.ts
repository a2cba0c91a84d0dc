import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { binaryCrossEntropy, forward, predict } from '../01-forward-pass/solution.ts';
// Lesson 000 with its own seed, computed once in NumPy in the lesson's own way.
import lesson from './lesson-13.json' with { type: 'json' };
import { backward, train } from './solution.ts';

const X = new Matrix(lesson.X);
const Y = Matrix.columnVector(lesson.y);
const start = {
  W1: new Matrix(lesson.init.W1),
  b1: new Matrix([lesson.init.b1]),
  W2: new Matrix(lesson.init.W2),
  b2: new Matrix([lesson.init.b2]),
};

/** The largest difference between the entries of two matrices of one shape. */
function furthest(one: Matrix, other: Matrix): number {
  expect([one.rows, one.columns]).toEqual([other.rows, other.columns]);
  return Matrix.sub(one, other).abs().max();
}

test('the first forward pass of lesson 000 is reproduced to 1e-12', () => {
  const { A1, A2 } = forward(X, start);
  const row = new Matrix([lesson.first_forward.A1_row0]);
  expect(furthest(A1.subMatrix(0, 0, 0, A1.columns - 1), row)).toBeLessThan(1e-12);
  const first = Matrix.columnVector(lesson.first_forward.A2_first5);
  expect(furthest(A2.subMatrix(0, 4, 0, 0), first)).toBeLessThan(1e-12);
});

test('the first gradients of lesson 000 are reproduced to 1e-12', () => {
  const { dW1, db1, dW2, db2 } = backward(forward(X, start), Y, start);
  const published = lesson.first_gradients;
  expect(furthest(dW1, new Matrix(published.dW1))).toBeLessThan(1e-12);
  expect(furthest(db1, new Matrix([published.db1]))).toBeLessThan(1e-12);
  expect(furthest(dW2, new Matrix(published.dW2))).toBeLessThan(1e-12);
  expect(furthest(db2, new Matrix([published.db2]))).toBeLessThan(1e-12);
});

describe('the training of lesson 000 is reproduced', () => {
  // One run, stopped at every published step and taken up again.
  let parameters = start;
  let done = 0;
  for (const { step, loss, accuracy } of lesson.trajectory) {
    const here = train(X, Y, parameters, 0.5, step - done).parameters;
    parameters = here;
    done = step;
    test(`loss before step ${step} to 1e-9, and its training accuracy`, () => {
      const { A2 } = forward(X, here);
      expect(Math.abs(binaryCrossEntropy(A2, Y) - loss)).toBeLessThan(1e-9);
      const right = predict(X, here)
        .to1DArray()
        .filter((label, row) => label === lesson.y[row]).length;
      expect(right / X.rows).toBeCloseTo(accuracy, 12);
    });
  }
});
