import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import lesson from './lesson-network.json' with { type: 'json' };
import {
  type Activation,
  forwardRows,
  Layer,
  Network,
  neuron,
  shapesInWords,
  toRows,
} from './solution.ts';

// The examples of lesson 004, whose own NumPy code drew these weights and data with its
// seed 42, and computed these outputs with them.

interface Parts {
  readonly weights: number[][];
  readonly biases: number[][];
  readonly activation: string;
}

const ACTIVATIONS: readonly Activation[] = ['relu', 'sigmoid', 'tanh'];

function layerOf({ weights, biases, activation }: Parts): Layer {
  const name = ACTIVATIONS.find((each) => each === activation);
  if (name === undefined) throw new Error(`no activation ${activation}`);
  return new Layer(new Matrix(weights), new Matrix(biases), name);
}

const layers = lesson.network.layers.map(layerOf);
const network = new Network(layers);
const X = new Matrix(lesson.network.X);

test('the neuron of the lesson says what it says there', () => {
  const { inputs, weights, bias, output } = lesson.neuron;
  expect(Math.abs(neuron(inputs, weights, bias) - output)).toBeLessThan(1e-15);
});

test('the layer of the lesson, of three inputs and four neurons, answers as there', () => {
  const output = layerOf(lesson.layer).forward(new Matrix(lesson.layer.X));
  expect(distance(output, lesson.layer.output)).toBeLessThan(1e-15);
});

test.each([1, 2, 3])('layer %i of the network 2-4-3-1 answers as in the lesson', (depth) => {
  const output = new Network(layers.slice(0, depth)).forward(X);
  expect(distance(output, lesson.network.outputs[depth - 1] ?? [])).toBeLessThan(1e-15);
});

test('with one example a row the network gives the same numbers', () => {
  const output = toRows(forwardRows(network, toRows(X)));
  expect(distance(output, lesson.network.outputs.at(-1) ?? [])).toBeLessThan(1e-15);
});

test('the shapes are those of the lesson', () => {
  expect(shapesInWords(network, X)).toEqual([
    '2 x 5 -> 4 x 5 (relu)',
    '4 x 5 -> 3 x 5 (relu)',
    '3 x 5 -> 1 x 5 (sigmoid)',
  ]);
});

/** The largest difference between two entries. */
function distance(one: Matrix, other: number[][]): number {
  expect(one.to2DArray().map((row) => row.length)).toEqual(other.map((row) => row.length));
  return Matrix.sub(one, new Matrix(other)).abs().max();
}
