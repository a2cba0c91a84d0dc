import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { list, matrix, nothing, number, numbers, record, text } from '../testing/values.ts';
import { type Activations, type LabelledPoints, layersOf, pointsOf, score } from './network.ts';

/** Layers of these parameters, for tests in which they are layers without doubt. */
function layers(...parameters: Parameters<typeof record>) {
  const found = layersOf(record(...parameters));
  if (found === null) throw new Error('these parameters are no layers');
  return found;
}

/** Points as rows of X, each with its label. */
const points = (...rows: readonly (readonly [readonly number[], number])[]): LabelledPoints => ({
  X: { shape: [rows.length, rows[0]?.[0].length ?? 0], data: rows.flatMap(([x]) => x) },
  labels: rows.map(([, label]) => label),
});

const tanhSigmoid: Activations = { hidden: 'tanh', output: 'sigmoid' };
const reluSoftmax: Activations = { hidden: 'relu', output: 'softmax' };

describe('layers are found', () => {
  const W1 = matrix([1, 2, 3], [4, 5, 6]);
  const W2 = matrix([7], [8], [9]);

  test('in a record of weights and biases', () => {
    const found = layersOf(record({ W1, b1: numbers(1, 2, 3), W2, b2: numbers(4) }));
    expect(found?.map(({ W, b }) => [W.shape, b.data])).toEqual([
      [
        [2, 3],
        [1, 2, 3],
      ],
      [[3, 1], [4]],
    ]);
  });

  test('in a list of weights and biases', () => {
    const found = layersOf(
      list(record({ W: W1, b: numbers(1, 2, 3) }), record({ W: W2, b: matrix([4]) })),
    );
    expect(found).toHaveLength(2);
  });

  test('whatever else is in the record', () => {
    expect(layersOf(record({ W1, b1: numbers(1, 2, 3), activation: text('tanh') }))).toHaveLength(
      1,
    );
  });

  test('with a number for the bias of one unit', () => {
    expect(layersOf(record({ W1: W2, b1: number(4) }))).toHaveLength(1);
  });

  test('in a record of weights whose last rows are the biases', () => {
    const found = layersOf(
      record({ W1: matrix([1, 2], [3, 4], [5, 6]), W2: matrix([7], [8], [9]) }),
    );
    expect(found).toEqual([
      { W: { shape: [2, 2], data: [1, 2, 3, 4] }, b: { shape: [2], data: [5, 6] } },
      { W: { shape: [2, 1], data: [7, 8] }, b: { shape: [1], data: [9] } },
    ]);
  });

  test.each([
    ['nothing', nothing],
    ['an empty record', record({})],
    ['an empty list', list()],
    ['weights without biases', record({ W1 })],
    ['biases without weights', record({ b1: numbers(1) })],
    ['a bias too few', record({ W1, b1: numbers(1, 2) })],
    ['a bias for one layer alone', record({ W1, b1: numbers(1, 2, 3), W2 })],
    ['weights without a row of biases', record({ W1, W2 })],
    ['weights of one row', record({ W1: matrix([1]), W2 })],
    ['weights that are no matrix', record({ W1: numbers(1, 2), b1: numbers(1, 2) })],
    [
      'neighbours that do not fit',
      record({ W1, b1: numbers(1, 2, 3), W2: W1, b2: numbers(1, 2, 3) }),
    ],
    ['a text', text('W1')],
  ])('but not in %s', (_, value) => {
    expect(layersOf(value)).toBeNull();
  });

  test('but not where there is no value', () => {
    expect(layersOf(null)).toBeNull();
  });
});

describe('labelled points are found', () => {
  test('in a record with a label for every row', () => {
    expect(pointsOf(record({ X: matrix([1, 2], [3, 4]), labels: numbers(0, 1) }))).toEqual({
      X: { shape: [2, 2], data: [1, 2, 3, 4] },
      labels: [0, 1],
    });
  });

  test.each([
    ['without labels', record({ X: matrix([1, 2]) })],
    ['with a label too few', record({ X: matrix([1], [2]), labels: numbers(0) })],
    ['with a list for points', record({ X: numbers(1, 2), labels: numbers(0, 1) })],
  ])('but not in a record %s', (_, value) => {
    expect(pointsOf(value)).toBeNull();
  });

  test('but not where there is no value', () => {
    expect(pointsOf(null)).toBeNull();
  });
});

describe('a network with tanh and sigmoid scores as it does by hand', () => {
  // The lessons' worked example: Z1 = (1, 0.5), A1 = (0.7616, 0.4621), Z2 = 0.0374, A2 = 0.5093.
  const network = layers({
    W1: matrix([0.5, -1], [0.25, 0.5]),
    b1: numbers(0, 0.5),
    W2: matrix([1], [-2]),
    b2: numbers(0.2),
  });
  const z2 = Math.tanh(1) - 2 * Math.tanh(0.5) + 0.2;

  test('the loss of a point of class 1', () => {
    const { loss } = score(network, tanhSigmoid, points([[1, 2], 1]));
    expect(loss).toBeCloseTo(Math.log(1 + Math.exp(-z2)), 12);
  });

  test('the loss of a point of class 0', () => {
    const { loss } = score(network, tanhSigmoid, points([[1, 2], 0]));
    expect(loss).toBeCloseTo(Math.log(1 + Math.exp(z2)), 12);
  });

  test('the average over both', () => {
    const { loss } = score(network, tanhSigmoid, points([[1, 2], 1], [[1, 2], 0]));
    expect(loss).toBeCloseTo((0.67464 + 0.712) / 2, 4);
  });

  test('the share of points that it gets right', () => {
    const { accuracy } = score(network, tanhSigmoid, points([[1, 2], 1], [[1, 2], 1], [[1, 2], 0]));
    expect(accuracy).toBeCloseTo(2 / 3, 12);
  });
});

describe('a network with ReLU and softmax scores as it does by hand', () => {
  // For x = (2, 1): Z1 = (1, -3), A1 = (1, 0), Z2 = (1, 0, -1).
  const network = layers({
    W1: matrix([1, -1], [-1, -1]),
    b1: numbers(0, 0),
    W2: matrix([1, 0, -1], [5, 0, 0]),
    b2: numbers(0, 0, 0),
  });
  const total = Math.E + 1 + 1 / Math.E;

  test.each([
    [0, -Math.log(Math.E / total), 1],
    [1, -Math.log(1 / total), 0],
    [2, -Math.log(1 / Math.E / total), 0],
  ])('a point of class %i', (label, loss, accuracy) => {
    const found = score(network, reluSoftmax, points([[2, 1], label]));
    expect([found.loss.toFixed(12), found.accuracy]).toEqual([loss.toFixed(12), accuracy]);
  });

  test('scores of a thousand overflow nothing', () => {
    const large = layers({ W1: matrix([1000, -1000]), b1: numbers(0, 0) });
    expect(score(large, reluSoftmax, points([[1], 0])).loss).toBeCloseTo(0, 12);
  });
});

describe('the functions of a network', () => {
  const twoLayers = (w: number) =>
    layers({ W1: matrix([w]), b1: numbers(0), W2: matrix([1]), b2: numbers(0) });

  test('a sigmoid may stand between layers', () => {
    const half = 1 / (1 + Math.exp(-2));
    const { loss } = score(
      twoLayers(2),
      { hidden: 'sigmoid', output: 'sigmoid' },
      points([[1], 1]),
    );
    expect(loss).toBeCloseTo(Math.log(1 + Math.exp(-half)), 12);
  });

  test('none stands behind the last layer', () => {
    // One layer alone: a ReLU behind it would make a zero of -3.
    const one = layers({ W1: matrix([-3]), b1: numbers(0) });
    const { loss } = score(one, { hidden: 'relu', output: 'sigmoid' }, points([[1], 1]));
    expect(loss).toBeCloseTo(Math.log(1 + Math.exp(3)), 12);
  });

  test('two softmax outputs are one sigmoid of their difference', () => {
    // Further out, 1 - p has too few digits left to be compared.
    const z = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(z, z, fc.constantFrom(0, 1), (z0, z1, label) => {
        const two = layers({ W1: matrix([z0, z1]), b1: numbers(0, 0) });
        const one = layers({ W1: matrix([z1 - z0]), b1: numbers(0) });
        expect(score(two, reluSoftmax, points([[1], label])).loss).toBeCloseTo(
          score(one, tanhSigmoid, points([[1], label])).loss,
          6,
        );
      }),
    );
  });
});

describe('a network that is very sure and wrong', () => {
  test.each<[string, Activations, ReturnType<typeof layers>]>([
    ['sigmoid', tanhSigmoid, layers({ W1: matrix([40]), b1: numbers(0) })],
    ['softmax', reluSoftmax, layers({ W1: matrix([0, 800]), b1: numbers(0, 0) })],
  ])('has a large loss and a finite one with %s', (_, activations, network) => {
    expect(score(network, activations, points([[1], 0])).loss).toBeLessThan(1000);
  });
});

test('a network of NaN gets nothing right', () => {
  const network = layers({ W1: matrix([Number.NaN, Number.NaN]), b1: numbers(0, 0) });
  expect(score(network, reluSoftmax, points([[1], 0], [[1], 1])).accuracy).toBe(0);
});

test('a network with more outputs than anyone needs is scored all the same', () => {
  const many = Array.from({ length: 200_000 }, () => 0);
  const network = layers({ W1: matrix(many), b1: { kind: 'numbers', data: many } });
  expect(score(network, reluSoftmax, points([[1], 0])).accuracy).toBe(1);
});
