import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { backward, crossEntropy, forward } from '../04-relu-swap/solution.ts';
import {
  distinctUnits,
  generator,
  initialise,
  initialiseNetwork,
  type Kind,
  train,
} from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const X = new Matrix([[1, 2]]);
const Y = new Matrix([[0, 1]]);
const zeros = {
  W1: Matrix.zeros(2, 2),
  b1: Matrix.zeros(1, 2),
  W2: Matrix.zeros(2, 2),
  b2: Matrix.zeros(1, 2),
};
const equal = {
  ...zeros,
  W1: new Matrix([
    [0.5, 0.5],
    [0.25, 0.25],
  ]),
  W2: new Matrix([
    [1, -1],
    [1, -1],
  ]),
};

const shown = (matrix: Matrix) =>
  matrix.to2DArray().map((row) => row.map((z) => (z + 0).toFixed(4)));

test('the standard deviations that the lesson prints are those of initialise', () => {
  // With a generator that always says 0.5, every draw from the normal distribution is this one.
  const draw = -Math.sqrt(2 * Math.log(2));
  const spread = (kind: Kind, fanIn: number, fanOut: number) =>
    (initialise(kind, fanIn, fanOut, () => 0.5).get(0, 0) / draw).toFixed(4);
  expect([spread('xavier', 2, 10), spread('he', 2, 10)]).toEqual(['0.4082', '1.0000']);
  expect([spread('xavier', 10, 2), spread('he', 10, 2)]).toEqual(['0.4082', '0.4472']);
  expect([spread('small', 2, 10), spread('zeros', 2, 10)]).toEqual(['0.0100', '0.0000']);
});

test('a network of zeros passes on nothing', () => {
  const cache = forward(X, zeros);
  expect([cache.Z1, cache.A1, cache.Z2].map(shown)).toEqual(Array(3).fill([['0.0000', '0.0000']]));
  expect(shown(cache.A2)).toEqual([['0.5000', '0.5000']]);
});

test('in a network of zeros only b2 moves', () => {
  const { dW1, db1, dW2, db2 } = backward(forward(X, zeros), Y, zeros);
  // With one example, dZ2 and db2 are the same row.
  expect(shown(db2)).toEqual([['0.5000', '-0.5000']]);
  expect([dW1, db1, dW2].map((gradient) => gradient.abs().max())).toEqual([0, 0, 0]);
});

test('where both classes occur equally often the loss of zeros stays at log 2', () => {
  const both = new Matrix([
    [1, 2],
    [-1, 0.5],
  ]);
  const { losses } = train(both, Matrix.eye(2), zeros, 0.5, 100);
  expect(new Set(losses.map((loss) => loss.toFixed(4)))).toEqual(new Set(['0.6931']));
});

test('two equal units compute the same and get the same blame', () => {
  const cache = forward(X, equal);
  expect([cache.Z1, cache.A1].map(shown)).toEqual(Array(2).fill([['1.0000', '1.0000']]));
  expect(shown(cache.Z2)).toEqual([['2.0000', '-2.0000']]);
  expect(shown(cache.A2)).toEqual([['0.9820', '0.0180']]);

  const dZ2 = Matrix.sub(cache.A2, Y);
  expect(shown(dZ2)).toEqual([['0.9820', '-0.9820']]);
  expect(shown(dZ2.mmul(equal.W2.transpose()))).toEqual([['1.9640', '1.9640']]);

  const { dW1, db1, dW2 } = backward(cache, Y, equal);
  // With one example, dZ1 and db1 are the same row.
  expect(shown(db1)).toEqual([['1.9640', '1.9640']]);
  expect(shown(dW2)).toEqual(Array(2).fill(['0.9820', '-0.9820']));
  expect(shown(dW1)).toEqual([
    ['1.9640', '1.9640'],
    ['3.9281', '3.9281'],
  ]);
});

test('equal units are one unit after a thousand steps, though the loss falls', () => {
  const { parameters, losses } = train(X, Y, equal, 0.1, 1000);
  expect(losses.at(-1)).toBeLessThan(0.01);
  expect(distinctUnits(parameters.W1, parameters.b1)).toBe(1);
});

test('the wider the hidden layer, the higher is the first loss with one scale for both layers', () => {
  const firstLoss = (hidden: number) => {
    const rng = generator(hidden);
    const losses = Array.from({ length: 20 }, () => {
      const start = initialiseNetwork('he', 2, hidden, 2, rng);
      start.W2.mul(Math.sqrt(hidden / 2));
      return crossEntropy(forward(X, start).A2, Y);
    });
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  };
  expect(firstLoss(100)).toBeGreaterThan(2 * firstLoss(10));
});
