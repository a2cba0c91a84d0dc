import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { forward, predict } from '../01-forward-pass/solution.ts';
// Lesson 000 with its own seed, computed once in NumPy in the lesson's own way.
import quadrants from '../02-backward-pass/lesson-13.json' with { type: 'json' };
import { train } from '../02-backward-pass/solution.ts';
import { compareActivations } from '../04-relu-swap/solution.ts';
// The data, the first weights and the printed numbers of lesson 002.
import moons from '../04-relu-swap/two-layer-moons.json' with { type: 'json' };
// Lesson 004's data and architectures, trained by NumPy with one example a column.
import published from './architectures.json' with { type: 'json' };
// Lesson 000's picture of its trained network, by NumPy's linspace and meshgrid.
import picture from './decision-grid.json' with { type: 'json' };
import { decisionGrid, measure, watchTraining } from './solution.ts';

describe('the picture of lesson 000', () => {
  const start = {
    W1: new Matrix(quadrants.init.W1),
    b1: new Matrix([quadrants.init.b1]),
    W2: new Matrix(quadrants.init.W2),
    b2: new Matrix([quadrants.init.b2]),
  };
  const X = new Matrix(quadrants.X);
  const Y = Matrix.columnVector(quadrants.y);
  const { parameters } = train(X, Y, start, 0.5, 2000);
  const sides = { x1: { from: -1.5, to: 1.5 }, x2: { from: -1.5, to: 1.5 } };

  test('has the probabilities of NumPy at 5 x 5 places, to 1e-9', () => {
    const grid = decisionGrid((places) => forward(places, parameters).A2, sides, 5);
    expect(Matrix.sub(grid, new Matrix(picture.small)).abs().max()).toBeLessThan(1e-9);
  });

  test('has as many places of class 1 in each of its 120 rows and columns', () => {
    const grid = decisionGrid((places) => predict(places, parameters), sides, 120);
    expect(grid.sum('row')).toEqual(picture.ofRows);
    expect(grid.sum('column')).toEqual(picture.ofColumns);
  });
});

test('the test accuracy that lesson 002 prints is what measure says of its network', () => {
  const start = {
    W1: new Matrix(moons.init.W1),
    b1: Matrix.rowVector(moons.init.b1),
    W2: new Matrix(moons.init.W2),
    b2: Matrix.rowVector(moons.init.b2),
  };
  const X = new Matrix(moons.X_train);
  const Y = new Matrix(moons.y_train.map((label) => [1 - label, label]));
  const { W1, b1, W2, b2 } = compareActivations(X, Y, start, 0.5, 400).relu.parameters;
  // Two softmax outputs are one sigmoid of their difference.
  const difference = (both: Matrix) => Matrix.sub(both.getColumnVector(1), both.getColumnVector(0));
  const layers = [
    { W: W1, b: b1 },
    { W: difference(W2), b: difference(b2) },
  ];
  const heldOut = { X: new Matrix(moons.X_test), Y: Matrix.columnVector(moons.y_test) };
  expect(measure(layers, heldOut).accuracy).toBe(moons.published.test_accuracy);
});

describe('the architectures of lesson 004, trained by right gradients', () => {
  const trainData = { X: new Matrix(published.X_train), Y: Matrix.columnVector(published.y_train) };
  const heldOut = { X: new Matrix(published.X_test), Y: Matrix.columnVector(published.y_test) };

  for (const { sizes, start, trajectory } of published.networks) {
    // One run, stopped at every step that was noted and taken up again.
    let layers = start.map((rows) => {
      const W = new Matrix(rows);
      return { W, b: Matrix.zeros(1, W.columns) };
    });
    let done = 0;
    for (const { steps, ...due } of trajectory) {
      const watched = watchTraining(trainData, heldOut, layers, 0.5, steps - done);
      layers = watched.layers;
      done = steps;
      test(`${sizes.join('-')} after ${steps} steps, losses to 1e-9`, () => {
        const [inside, outside] = [
          measure(watched.layers, trainData),
          measure(watched.layers, heldOut),
        ];
        expect(Math.abs((watched.trainLosses.at(-1) ?? 0) - due.trainLoss)).toBeLessThan(1e-9);
        expect(Math.abs((watched.heldOutLosses.at(-1) ?? 0) - due.heldOutLoss)).toBeLessThan(1e-9);
        expect(inside.accuracy).toBeCloseTo(due.trainAccuracy, 12);
        expect(outside.accuracy).toBeCloseTo(due.heldOutAccuracy, 12);
      });
    }
  }

  test('come to the accuracies that the lesson prints', () => {
    const printed = published.networks.map(({ sizes, trajectory }) => {
      const end = trajectory.at(-1);
      return [
        sizes.join(', '),
        end?.steps,
        end?.trainAccuracy.toFixed(4),
        end?.heldOutAccuracy.toFixed(4),
      ];
    });
    expect(printed).toEqual([
      ['2, 4, 1', 200, '0.8875', '0.8833'],
      ['2, 8, 8, 1', 200, '0.9583', '0.9333'],
      ['2, 16, 16, 16, 1', 200, '0.9667', '0.9833'],
      ['2, 32, 1', 200, '0.9375', '0.9167'],
    ]);
    expect([heldOut.X.rows, (1 / heldOut.X.rows).toFixed(4)]).toEqual([60, '0.0167']);
  });
});
