import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { binaryCrossEntropy } from '../01-forward-pass/solution.ts';
import { backward, forward, initialise } from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const layers = [
  {
    W: new Matrix([
      [0.5, -1, 1],
      [0.25, 0.5, -1],
    ]),
    b: new Matrix([[0, 0.5, 0.5]]),
  },
  {
    W: new Matrix([
      [0.5, -1],
      [1, 0.5],
      [2, 1],
    ]),
    b: new Matrix([[0.2, 0.1]]),
  },
  { W: new Matrix([[0.5], [-1]]), b: new Matrix([[-0.1]]) },
];
const Y = new Matrix([[1]]);
const cache = forward(new Matrix([[1, 2]]), layers);
const shown = (matrix: Matrix | undefined) =>
  matrix?.to2DArray().map((row) => row.map((z) => z.toFixed(4)));

test('the worked example of the forward pass is what forward returns', () => {
  expect(cache.Z.map(shown)).toEqual([
    [['1.0000', '0.5000', '-0.5000']],
    [['1.2000', '-0.6500']],
    [['0.5000']],
  ]);
  expect(cache.A.map(shown)).toEqual([
    [['1.0000', '2.0000']],
    [['1.0000', '0.5000', '0.0000']],
    [['1.2000', '0.0000']],
    [['0.6225']],
  ]);
});

test('the loss of the worked example is what binaryCrossEntropy returns', () => {
  expect(binaryCrossEntropy(cache.A.at(-1) ?? Y, Y).toFixed(4)).toBe('0.4741');
});

test('the worked example of the way back is what backward returns', () => {
  const gradients = backward(cache, Y, layers);
  expect(gradients.map(({ dW }) => shown(dW))).toEqual([
    [
      ['-0.0944', '-0.1888', '0.0000'],
      ['-0.1888', '-0.3775', '0.0000'],
    ],
    [
      ['-0.1888', '0.0000'],
      ['-0.0944', '0.0000'],
      ['0.0000', '0.0000'],
    ],
    [['-0.4530'], ['0.0000']],
  ]);
  // With one example, db is dZ.
  expect(gradients.map(({ db }) => shown(db))).toEqual([
    [['-0.0944', '-0.1888', '0.0000']],
    [['-0.1888', '0.0000']],
    [['-0.3775']],
  ]);
});

test('the blame that the worked example shows before the bends is that of its layers', () => {
  const [dA1, dA2] = backward(cache, Y, layers)
    .slice(1)
    .map(({ db }, l) => shown(db.mmul((layers[l + 1]?.W ?? Y).transpose())));
  expect(dA2).toEqual([['-0.1888', '0.3775']]);
  expect(dA1).toEqual([['-0.0944', '-0.1888', '-0.3775']]);
});

test('the standard deviations that the lesson names are those of initialise', () => {
  // With a generator that always says 0.5, every draw from the normal distribution is this one.
  const draw = -Math.sqrt(2 * Math.log(2));
  const spreads = [2, 8, 50].map((inputs) => {
    const [layer] = initialise([inputs, 1], () => 0.5);
    return (layer?.W.get(0, 0) ?? Number.NaN) / draw;
  });
  expect(spreads.map((spread) => spread.toFixed(4))).toEqual(['1.0000', '0.5000', '0.2000']);
});
