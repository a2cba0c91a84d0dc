import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import {
  forwardRows,
  Layer,
  Network,
  neuron,
  relu,
  rowParameters,
  shapesInWords,
  sigmoid,
  tanh,
  toRows,
} from './solution.ts';

// The lesson prints these numbers for students to follow with a pencil.
const X = new Matrix([
  [1, 2, 0, 4],
  [2, -1, 0, 0],
]);
const hidden = new Layer(
  new Matrix([
    [0.5, 0.25],
    [-1, 0.5],
    [1, -1],
  ]),
  new Matrix([[0], [0.5], [0.5]]),
  'relu',
);
const output = new Layer(new Matrix([[0.5, -1, 0.25]]), new Matrix([[-0.1]]), 'sigmoid');
const network = new Network([hidden, output]);

const shown = (matrix: Matrix) => matrix.to2DArray().map((row) => row.map((z) => z.toFixed(4)));

/** What a layer makes before it bends. */
const sums = ({ weights, biases }: Layer, inputs: Matrix) =>
  weights.mmul(inputs).addColumnVector(biases);

const Z = [
  ['1.0000', '0.7500', '0.0000', '2.0000'],
  ['0.5000', '-2.0000', '0.5000', '-3.5000'],
  ['-0.5000', '3.5000', '0.5000', '4.5000'],
];

test('the neuron of the lesson calls the hot and sunny day good weather', () => {
  expect((0.02 * 80 + 0.1 * 8 - 1.5).toFixed(4)).toBe('0.9000');
  expect(neuron([80, 8], [0.02, 0.1], -1.5).toFixed(4)).toBe('0.7109');
});

test('and not the cold day without sun', () => {
  expect((0.02 * 35 - 1.5).toFixed(4)).toBe('-0.8000');
  expect(neuron([35, 0], [0.02, 0.1], -1.5).toFixed(4)).toBe('0.3100');
});

test('the table of activations is what they return', () => {
  const at = new Matrix([[-2, 0, 2]]);
  expect(relu(at).to2DArray()).toEqual([[0, 0, 2]]);
  expect(shown(sigmoid(at))).toEqual([['0.1192', '0.5000', '0.8808']]);
  expect(shown(tanh(at))).toEqual([['-0.9640', '0.0000', '0.9640']]);
});

test('the hidden layer of the worked example is what Layer returns', () => {
  expect(shown(sums(hidden, X))).toEqual(Z);
  expect(shown(hidden.forward(X))).toEqual(
    Z.map((row) => row.map((z) => (z.startsWith('-') ? '0.0000' : z))),
  );
});

test('the output of the worked example is what Network returns', () => {
  expect(shown(sums(output, hidden.forward(X)))).toEqual([
    ['-0.1000', '1.1500', '-0.4750', '2.0250'],
  ]);
  expect(shown(network.forward(X))).toEqual([['0.4750', '0.7595', '0.3834', '0.8834']]);
});

test('the shapes of the worked example are what shapesInWords says', () => {
  expect(shapesInWords(network, X)).toEqual(['2 x 4 -> 3 x 4 (relu)', '3 x 4 -> 1 x 4 (sigmoid)']);
});

test('with rows the worked example has the same numbers on their side', () => {
  const { W, b } = rowParameters(hidden);
  expect(W.to2DArray()).toEqual([
    [0.5, -1, 1],
    [0.25, 0.5, -1],
  ]);
  expect(b.to2DArray()).toEqual([[0, 0.5, 0.5]]);
  const rows = toRows(X);
  expect(shown(toRows(rows.mmul(W).addRowVector(b)))).toEqual(Z);
  expect(toRows(forwardRows(network, rows)).to2DArray()).toEqual(network.forward(X).to2DArray());
});
