import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { binaryCrossEntropy, forward, type Parameters } from '../01-forward-pass/solution.ts';
import { update } from '../02-backward-pass/solution.ts';
import * as relu from '../04-relu-swap/solution.ts';
import lesson from './lesson-001-moons.json' with { type: 'json' };
import { miniBatches, shuffled, trainEpoch } from './solution.ts';

// The data, the network and the first weights of lesson 001, with numbers that NumPy made of them.
const LEARNING_RATE = 0.5;
const X = new Matrix(lesson.X_train);
const Y = Matrix.columnVector(lesson.y_train);
const twoClasses = oneHot(lesson.y_train);

/** The draws with which the numbers were made. */
function draws(): () => number {
  let state = 7;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function parametersOf(lists: Record<keyof Parameters, number[][]>): Parameters {
  return {
    W1: new Matrix(lists.W1),
    b1: new Matrix(lists.b1),
    W2: new Matrix(lists.W2),
    b2: new Matrix(lists.b2),
  };
}

/** Trains the lesson's own network, ReLU and softmax, on mini-batches. */
function trainLesson(batchSize: number, epochs: number) {
  const rng = draws();
  let parameters = parametersOf(lesson.start);
  const losses = Array.from({ length: epochs }, () =>
    miniBatches(X, twoClasses, batchSize, rng).map((batch) => {
      const cache = relu.forward(batch.X, parameters);
      const gradients = relu.backward(cache, batch.Y, parameters);
      parameters = update(parameters, gradients, LEARNING_RATE);
      return relu.crossEntropy(cache.A2, batch.Y);
    }),
  );
  return { parameters, losses };
}

/** Trains the network of the exercise, tanh and sigmoid. */
function trainOwn(batchSize: number, epochs: number) {
  const rng = draws();
  let parameters = parametersOf(lesson.own_mini_batches.start);
  const losses = Array.from({ length: epochs }, () => {
    const trained = trainEpoch(parameters, X, Y, batchSize, LEARNING_RATE, rng);
    parameters = trained.parameters;
    return trained.losses;
  });
  return { parameters, losses };
}

test('the first order is that of the draws', () => {
  const places = Matrix.columnVector(lesson.y_train.map((_, place) => place));
  expect(shuffled(places, Y, draws()).X.to1DArray()).toEqual(lesson.first_order);
});

test('with all examples in one batch, the lesson is trained as its own code trains it', () => {
  const due = lesson.full_batches;
  const { parameters, losses } = trainLesson(X.rows, 1000);
  const asked = due.epochs.map((epoch) => losses[epoch - 1]);
  expect(distance(new Matrix(asked.map((each) => each ?? [])), column(due.losses))).toBeLessThan(
    1e-9,
  );
  expect(accuracy(parameters, X, lesson.y_train)).toBe(due.train_accuracy);
  expect(accuracy(parameters, new Matrix(lesson.X_test), lesson.y_test)).toBe(due.test_accuracy);
});

test('three epochs of mini-batches train the network of the lesson as NumPy does', () => {
  const due = lesson.lesson_mini_batches;
  const { parameters, losses } = trainLesson(due.batchSize, 3);
  expect(distance(new Matrix(losses), new Matrix(due.losses))).toBeLessThan(1e-12);
  expect(farthest(parameters, parametersOf(due.parameters))).toBeLessThan(1e-12);
});

test('three calls of trainEpoch come to what NumPy comes to', () => {
  const due = lesson.own_mini_batches;
  const { parameters, losses } = trainOwn(due.batchSize, 3);
  expect(losses.map(({ length }) => length)).toEqual([7, 7, 7]);
  expect(distance(new Matrix(losses), new Matrix(due.losses))).toBeLessThan(1e-12);
  expect(farthest(parameters, parametersOf(due.parameters))).toBeLessThan(1e-12);
});

test.each(lesson.by_batch_size)(
  'the losses that our lesson prints come out for batches of $batchSize',
  (due) => {
    const printed = new Map([
      [210, ['20', '0.6957', '0.6608', '0.5885', '0.4214']],
      [32, ['140', '0.6376', '0.3510', '0.3106', '0.3067']],
      [8, ['540', '0.3779', '0.3353', '0.3212', '0.3441']],
    ]);
    const epochs = [1, 5, 10, 20] as const;
    const losses = epochs.map((epoch) => {
      const { parameters } = trainOwn(due.batchSize, epoch);
      return binaryCrossEntropy(forward(X, parameters).A2, Y);
    });
    const made = epochs.map((epoch) => due.losses[epoch]);
    expect(distance(column(losses), column(made))).toBeLessThan(1e-9);
    const row = [String(due.steps), ...losses.map((loss) => loss.toFixed(4))];
    expect(row).toEqual(printed.get(due.batchSize));
  },
);

function oneHot(labels: readonly number[]): Matrix {
  return new Matrix(labels.map((label) => [1 - label, label]));
}

function column(numbers: readonly number[]): Matrix {
  return Matrix.columnVector([...numbers]);
}

function accuracy(parameters: Parameters, inputs: Matrix, labels: readonly number[]): number {
  const { A2 } = relu.forward(inputs, parameters);
  return labels.filter((label, row) => A2.maxRowIndex(row)[1] === label).length / labels.length;
}

/** The largest difference between two entries. */
function distance(one: Matrix, other: Matrix): number {
  expect([one.rows, one.columns]).toEqual([other.rows, other.columns]);
  return Matrix.sub(one, other).abs().max();
}

function farthest(one: Parameters, other: Parameters): number {
  const names = ['W1', 'b1', 'W2', 'b2'] as const;
  return Math.max(...names.map((name) => distance(one[name], other[name])));
}
