import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import type { Cache, Parameters } from '../01-forward-pass/solution.ts';
import { backward, compareActivations, forward } from './solution.ts';
import lesson from './two-layer-moons.json' with { type: 'json' };

// The data, the first weights and the printed numbers of lesson 002.
const EPOCHS = [100, 200, 300, 400] as const;
const LEARNING_RATE = 0.5;
const X = new Matrix(lesson.X_train);
const Y = oneHot(lesson.y_train);
const start: Parameters = {
  W1: new Matrix(lesson.init.W1),
  b1: Matrix.rowVector(lesson.init.b1),
  W2: new Matrix(lesson.init.W2),
  b2: Matrix.rowVector(lesson.init.b2),
};

// Training stops before the step of each epoch and goes on from there, so that the
// weights can be looked at.
const losses: Record<'tanh' | 'relu', number[]> = { tanh: [], relu: [] };
const trainAccuracies = new Map<number, number>();
let done = { tanh: start, relu: start };
for (const { epoch } of lesson.trajectory) {
  train(epoch - 1);
  trainAccuracies.set(epoch, accuracy(forward(X, done.relu), lesson.y_train));
}
train(400);

test('the first gradients are those of the lesson', () => {
  const { dW1, db1, dW2, db2 } = backward(forward(X, start), Y, start);
  const due = lesson.first_gradients;
  expect(distance(dW1, new Matrix(due.dW1))).toBeLessThan(1e-12);
  expect(distance(db1, Matrix.rowVector(due.db1))).toBeLessThan(1e-12);
  expect(distance(dW2, new Matrix(due.dW2))).toBeLessThan(1e-12);
  expect(distance(db2, Matrix.rowVector(due.db2))).toBeLessThan(1e-12);
});

test.each(lesson.trajectory)('epoch $epoch is as in the lesson', (due) => {
  expect(losses.relu).toHaveLength(400);
  expect(Math.abs(lossAt(due.epoch) - due.loss)).toBeLessThan(1e-9);
  expect(trainAccuracies.get(due.epoch)).toBe(due.train_accuracy);
});

test('every loss and train accuracy that the lesson prints comes out', () => {
  const printed = EPOCHS.map((epoch) => lossAt(epoch).toFixed(4));
  expect(printed).toEqual(['0.2307', '0.1876', '0.1265', '0.0899']);
  expect(printed.map(Number)).toEqual(EPOCHS.map((epoch) => lesson.published.losses[epoch]));

  const shares = EPOCHS.map((epoch) => trainAccuracies.get(epoch)?.toFixed(3));
  expect(shares).toEqual(['0.898', '0.914', '0.960', '0.967']);
  expect(shares.map(Number)).toEqual(EPOCHS.map((epoch) => lesson.published.train_accuracy[epoch]));
});

test('the test accuracy that the lesson prints comes out to its last digit', () => {
  const share = accuracy(forward(new Matrix(lesson.X_test), done.relu), lesson.y_test);
  expect(String(share)).toBe('0.9333333333333333');
  expect(share).toBe(lesson.published.test_accuracy);
  expect(share).toBe(lesson.test_accuracy);
});

test('the losses with tanh that our own lesson prints come out', () => {
  const printed = EPOCHS.map((epoch) => losses.tanh[epoch - 1]?.toFixed(4));
  expect(printed).toEqual(['0.2563', '0.2396', '0.1664', '0.1174']);
});

/** Goes on with both trainings up to a number of steps. */
function train(steps: number): void {
  const todo = steps - losses.relu.length;
  const tanh = compareActivations(X, Y, done.tanh, LEARNING_RATE, todo).tanh;
  const relu = compareActivations(X, Y, done.relu, LEARNING_RATE, todo).relu;
  losses.tanh.push(...tanh.losses);
  losses.relu.push(...relu.losses);
  done = { tanh: tanh.parameters, relu: relu.parameters };
}

/** The loss of an epoch's forward pass, before its step. */
function lossAt(epoch: number): number {
  return losses.relu[epoch - 1] ?? Number.NaN;
}

function oneHot(labels: readonly number[]): Matrix {
  const rows = Matrix.zeros(labels.length, 2);
  for (const [row, label] of labels.entries()) rows.set(row, label, 1);
  return rows;
}

function accuracy({ A2 }: Cache, labels: readonly number[]): number {
  const right = labels.filter((label, row) => A2.maxRowIndex(row)[1] === label);
  return right.length / labels.length;
}

/** The largest difference between two entries. */
function distance(one: Matrix, other: Matrix): number {
  expect([one.rows, one.columns]).toEqual([other.rows, other.columns]);
  return Matrix.sub(one, other).abs().max();
}
