import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { rightByBestLine } from '../../grader/numbers/best-line.ts';
import { missedByNetwork } from '../../grader/numbers/small-network.ts';
import { counterExample, decisionGrid, measure, overfitting } from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.

test('the grid of the worked example is what decisionGrid returns', () => {
  const bounds = { x1: { from: 0, to: 2 }, x2: { from: 0, to: 10 } };
  const grid = decisionGrid((X) => Matrix.columnVector(X.sum('row')), bounds, 3);
  expect(grid.to2DArray()).toEqual([
    [0, 1, 2],
    [5, 6, 7],
    [10, 11, 12],
  ]);
});

test('the scores of the worked example are what measure returns', () => {
  // One layer of one weight: its z is what has the probabilities of the lesson.
  const layers = [{ W: new Matrix([[1]]), b: new Matrix([[0]]) }];
  const X = Matrix.columnVector([Math.log(9), 0, Math.log(0.25)]);
  const { loss, accuracy } = measure(layers, { X, Y: Matrix.columnVector([1, 1, 0]) });
  expect([accuracy.toFixed(4), loss.toFixed(3)]).toEqual(['0.6667', '0.341']);
  const single = [0.9, 0.5, 1 - 0.2].map((p) => (-Math.log(p)).toFixed(4));
  expect(single).toEqual(['0.1054', '0.6931', '0.2231']);
});

test('the alarm of the worked example is what overfitting returns', () => {
  const found = overfitting([0.7, 0.5, 0.35, 0.2, 0.1], [0.72, 0.55, 0.48, 0.52, 0.6]);
  expect(found).toMatchObject({ bestStep: 2, begun: true });
  expect([found.rise.toFixed(2), found.gap.toFixed(2)]).toEqual(['0.12', '0.50']);
});

test('the data set of the solution is one that no line fits and a small network does', () => {
  const { X, Y } = counterExample();
  const points = X.to2DArray().map(([x1 = 0, x2 = 0], row) => ({
    x1,
    x2,
    label: Y.get(row, 0) === 1 ? (1 as const) : (0 as const),
  }));
  expect(rightByBestLine(points)).toBe(points.length - 1);
  expect(missedByNetwork(points)).toEqual([]);
});
