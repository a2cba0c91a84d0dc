import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { forward, type Training } from '../04-relu-swap/solution.ts';
import lesson from './initialization-moons.json' with { type: 'json' };
import { train } from './solution.ts';

// The data and the first weights of lesson 001, and what its own code makes of them.
const LEARNING_RATE = 0.5;
const STEPS = 500;
const X = new Matrix(lesson.X_train);
const Y = Matrix.zeros(lesson.y_train.length, 2);
for (const [row, label] of lesson.y_train.entries()) Y.set(row, label, 1);

const { small, xavier, he, heByLayer } = lesson.kinds;
const kinds = [
  { kind: 'small', due: small, printed: ['0.6931', '0.6892', '0.3184', '0.3030', '0.3024'] },
  { kind: 'xavier', due: xavier, printed: ['0.6120', '0.3626', '0.2822', '0.2518', '0.1018'] },
  { kind: 'he', due: he, printed: ['1.3322', '0.2695', '0.2050', '0.1597', '0.0925'] },
  {
    kind: 'he, layer by layer',
    due: heByLayer,
    printed: ['0.9328', '0.3243', '0.2507', '0.2080', '0.0964'],
  },
].map((each) => ({ ...each, trained: trainedFrom(each.due) }));

test.each(kinds)('the losses of $kind are those of the lesson', ({ due, trained }) => {
  expect(Object.keys(due.losses)).toHaveLength(11);
  for (const [step, loss] of Object.entries(due.losses)) {
    expect(Math.abs(lossAt(trained, Number(step)) - loss)).toBeLessThan(1e-9);
  }
});

test.each(kinds)('the test accuracy of $kind is that of the lesson', ({ due, trained }) => {
  const { A2 } = forward(new Matrix(lesson.X_test), trained.parameters);
  const right = lesson.y_test.filter((label, row) => A2.maxRowIndex(row)[1] === label);
  expect(right.length / lesson.y_test.length).toBe(due.testAccuracy);
});

test.each(kinds)('the losses of $kind that our own lesson prints come out', (each) => {
  const shown = [1, 10, 50, 100, 500].map((step) => lossAt(each.trained, step).toFixed(4));
  expect(shown).toEqual(each.printed);
});

test('from zeros the network learns how often each class occurs, and nothing else', () => {
  const { W1, W2 } = small;
  const zeros = { ...small, W1: nothingLike(W1), W2: nothingLike(W2) };
  const trained = trainedFrom(zeros);
  const shown = [1, 10, 50, 100, 500].map((step) => lossAt(trained, step).toFixed(4));
  expect(shown).toEqual(['0.6931', '0.6909', '0.6909', '0.6909', '0.6909']);

  const counts = Y.sum('column');
  expect(counts).toEqual([112, 98]);
  const entropy = counts.reduce(
    (sum, count) => sum - (count / X.rows) * Math.log(count / X.rows),
    0,
  );
  expect(lossAt(trained, STEPS)).toBeCloseTo(entropy, 6);
});

function nothingLike(rows: readonly number[][]): number[][] {
  return rows.map((row) => row.map(() => 0));
}

function trainedFrom({ W1, W2 }: (typeof lesson.kinds)['small']): Training {
  const start = {
    W1: new Matrix(W1),
    b1: Matrix.zeros(1, 10),
    W2: new Matrix(W2),
    b2: Matrix.zeros(1, 2),
  };
  return train(X, Y, start, LEARNING_RATE, STEPS);
}

/** The loss of a step's forward pass, before its update; steps count from 1. */
function lossAt({ losses }: Training, step: number): number {
  return losses[step - 1] ?? Number.NaN;
}
