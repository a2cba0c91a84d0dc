import type { Generator, Probes } from 'chainrule/course';
import { drawUntil, generator, integer, normal, normalMatrix, probesFor } from 'chainrule/fixtures';
import { Matrix } from 'ml-matrix';
import type { Activation } from './neuron.ts';

type Neuron = typeof import('./neuron.ts');
const probe = probesFor<Neuron>();

// All sizes differ, so that a transpose or a swapped axis cannot hide.
const n = 3;
const units = 4;
const m = 7;

const ACTIVATIONS: readonly Activation[] = ['relu', 'sigmoid', 'tanh'];

/** What a layer is made of; the layer itself is the student's own. */
interface Parts {
  readonly weights: Matrix;
  readonly biases: Matrix;
  readonly activation: Activation;
}

function drawParts(rng: Generator, inputs: number, outputs: number, activation: Activation): Parts {
  return {
    weights: normalMatrix(rng, outputs, inputs, 0.8),
    biases: normalMatrix(rng, outputs, 1, 0.5),
    activation,
  };
}

function numbers(rng: Generator, count: number): number[] {
  return Array.from({ length: count }, () => normal(rng));
}

/** A layer for these inputs, each unit drawn again until it can be judged. */
function drawLayer(rng: Generator, X: Matrix, outputs: number, activation: Activation): Parts {
  const drawn = Array.from({ length: outputs }, () =>
    drawUntil(
      () => drawParts(rng, X.rows, 1, activation),
      (unit) => bends(unit, X),
    ),
  );
  return {
    weights: new Matrix(drawn.map(({ weights }) => weights.to1DArray())),
    biases: Matrix.columnVector(drawn.map(({ biases }) => biases.get(0, 0))),
    activation,
  };
}

/** Layers that fit one on top of the other. */
function drawLayers(
  rng: Generator,
  reference: Neuron,
  X: Matrix,
  sizes: readonly number[],
  activations: readonly Activation[],
): Parts[] {
  let A = X;
  return activations.map((activation, l) => {
    const parts = drawLayer(rng, A, sizes[l + 1] ?? 1, activation);
    A = layerOf(reference, parts).forward(A);
    return parts;
  });
}

/** A unit of ReLU is on somewhere, and not by a hair, and off somewhere; others may do as they like. */
function bends({ weights, biases, activation }: Parts, X: Matrix): boolean {
  const z = weights.mmul(X).addColumnVector(biases).to1DArray();
  return activation !== 'relu' || (Math.max(...z) > 0.5 && Math.min(...z) < -0.1);
}

function layerOf(module: Neuron, { weights, biases, activation }: Parts) {
  return new module.Layer(weights, biases, activation);
}

function networkOf(module: Neuron, layers: readonly Parts[]) {
  // The network is reached for first: it is what the check is about.
  return new module.Network(layers.map((parts) => layerOf(module, parts)));
}

/** The network of lesson 004 and a wider one, in which the hidden units are no ReLUs. */
function drawNetwork(rng: Generator, reference: Neuron, index: number) {
  const sizes = index === 0 ? [2, 4, 3, 1] : [3, 6, 2];
  const activations: Activation[] = index === 0 ? ['relu', 'relu', 'sigmoid'] : ['tanh', 'sigmoid'];
  const X = normalMatrix(rng, sizes[0] ?? 1, index === 0 ? 5 : m);
  return { X, layers: drawLayers(rng, reference, X, sizes, activations) };
}

/** Layers of which only the shapes matter. */
function drawShapes(rng: Generator, index: number) {
  const sizes = index === 0 ? [2, 4, 3, 1] : [6 + integer(rng, 3), 5, 9 + integer(rng, 3)];
  const X = Matrix.zeros(sizes[0] ?? 1, index === 0 ? 5 : 13 + integer(rng, 7));
  const layers = sizes.slice(1).map((outputs, l) => {
    const activation = ACTIVATIONS[(l + index) % ACTIVATIONS.length] ?? 'relu';
    return drawParts(rng, sizes[l] ?? 1, outputs, activation);
  });
  return { X, layers };
}

/** 81 places from -4 to 4, one a row: what an activation is drawn over. */
function places(): Matrix {
  return Matrix.columnVector(Array.from({ length: 81 }, (_, at) => (at - 40) / 10));
}

/** Temperature in degrees Fahrenheit and hours of sunshine; the first day is that of lesson 004. */
const DAYS: Readonly<Record<string, readonly [temperature: number, hours: number]>> = {
  hotAndSunny: [80, 8],
  hotAndCloudy: [85, 1],
  mild: [60, 5],
  coldAndSunny: [25, 9],
  coldAndRainy: [35, 0],
};

export const probes: Probes<Neuron> = {
  neuron: probe({
    cases: 3,
    input: (rng, _, index) => {
      const count = index + 2;
      return { inputs: numbers(rng, count), weights: numbers(rng, count), bias: 0.3 + rng() / 2 };
    },
    run: (student, { inputs, weights, bias }) => ({
      output: student.neuron(inputs, weights, bias),
    }),
  }),

  relu: activationProbe('relu'),
  sigmoid: activationProbe('sigmoid'),
  tanh: activationProbe('tanh'),

  'sigmoid-extreme': extremeProbe('sigmoid'),
  'tanh-extreme': extremeProbe('tanh'),

  untouched: probe({
    cases: 1,
    input: (rng) => ({ Z: normalMatrix(rng, units, m, 1.5) }),
    run: ({ relu, sigmoid, tanh }, { Z }) => ({
      relu: relu(Z),
      sigmoid: sigmoid(Z),
      tanh: tanh(Z),
    }),
    watched: true,
  }),

  'layer-relu': layerProbe('relu'),
  'layer-sigmoid': layerProbe('sigmoid'),
  'layer-tanh': layerProbe('tanh'),

  network: probe({
    cases: 2,
    input: drawNetwork,
    run: (student, { X, layers }) => ({ A: networkOf(student, layers).forward(X) }),
  }),

  shapes: probe({
    cases: 2,
    input: (rng, _, index) => drawShapes(rng, index),
    run: (student, { X, layers }) => ({
      words: student.shapesInWords(networkOf(student, layers), X),
    }),
  }),

  data: probe({
    cases: 1,
    input: (rng) => ({ columns: normalMatrix(rng, n, m), rows: normalMatrix(rng, m + 1, units) }),
    run: (student, { columns, rows }) => ({
      rows: student.toRows(columns),
      columns: student.toColumns(rows),
    }),
  }),

  'to-row-parameters': probe({
    cases: 1,
    input: (rng) => drawParts(rng, n, units, 'tanh'),
    run: (student, parts) => ({ ...student.rowParameters(layerOf(student, parts)) }),
  }),

  'from-row-parameters': probe({
    cases: ACTIVATIONS.length,
    input: (rng, _, index) => ({
      parameters: { W1: normalMatrix(rng, n, units, 0.8), b1: normalMatrix(rng, 1, units, 0.5) },
      activation: ACTIVATIONS[index] ?? 'relu',
    }),
    run: (student, { parameters: { W1, b1 }, activation: name }) => {
      const layer = student.layerFromRows({ W: W1, b: b1 }, name);
      return { weights: layer?.weights, biases: layer?.biases, activation: layer?.activation };
    },
  }),

  'rows-forward': probe({
    cases: 2,
    input: (rng, reference, index) => {
      const { X, layers } = drawNetwork(rng, reference, index);
      return { X: X.transpose(), layers };
    },
    run: (student, { X, layers }) => ({ A: student.forwardRows(networkOf(student, layers), X) }),
  }),

  curves: probe({
    cases: 1,
    input: () => ({ Z: places() }),
    run: (student, { Z }) => ({ sigmoid: student.sigmoid(Z), tanh: student.tanh(Z) }),
  }),

  'relu-curve': probe({
    cases: 1,
    input: () => ({ Z: places() }),
    run: (student, { Z }) => ({ relu: student.relu(Z) }),
  }),

  days: probe({
    cases: 1,
    input: () => ({ days: DAYS }),
    run: (student, { days }) =>
      Object.fromEntries(
        Object.entries(days).map(([day, inputs]) => [
          day,
          student.neuron([...inputs], [0.02, 0.1], -1.5),
        ]),
      ),
  }),

  'both-ways': probe({
    cases: 1,
    input: (_, reference) => {
      // One draw for everybody, whose outputs lie far apart.
      const { X, layers } = drawNetwork(generator('34'), reference, 0);
      return { columns: X, rows: X.transpose(), layers };
    },
    run: (student, { columns, rows, layers }) => {
      const network = networkOf(student, layers);
      return {
        columns: network.forward(columns).to1DArray(),
        rows: student.forwardRows(network, rows).to1DArray(),
      };
    },
  }),
};

function activationProbe(name: Activation) {
  return probe({
    cases: 2,
    input: (rng) => ({ Z: normalMatrix(rng, units, m, 1.5) }),
    run: (student, { Z }) => ({ A: student[name](Z) }),
  });
}

function layerProbe(activation: Activation) {
  return probe({
    cases: 2,
    input: (rng) => {
      const X = normalMatrix(rng, n, m);
      return { X, ...drawLayer(rng, X, units, activation) };
    },
    run: (student, { X, ...parts }) => ({ A: layerOf(student, parts).forward(X) }),
    watched: true,
  });
}

function extremeProbe(name: 'sigmoid' | 'tanh') {
  return probe({
    cases: 1,
    input: () => ({
      Z: new Matrix([
        [1000, -1000, 0],
        [-800, 800, -1200],
      ]),
    }),
    run: (student, { Z }) => ({ A: student[name](Z) }),
  });
}
