import { type Tensor, toTensor, type Value, valueAt } from '../contract/value.ts';

/** One fully connected layer: `W` is n x h, `b` is h numbers. */
export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}

export const HIDDEN_ACTIVATIONS = ['tanh', 'relu', 'sigmoid'] as const;
export const OUTPUT_ACTIVATIONS = ['sigmoid', 'softmax'] as const;

/** What a network does between its layers and at its end. */
export interface Activations {
  readonly hidden: (typeof HIDDEN_ACTIVATIONS)[number];
  readonly output: (typeof OUTPUT_ACTIVATIONS)[number];
}

/** Labelled points: `X` is m x n, `labels` are whole numbers from 0. */
export interface LabelledPoints {
  readonly X: Tensor;
  readonly labels: readonly number[];
}

const hiddenFunctions: Record<Activations['hidden'], (z: number) => number> = {
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};

/**
 * The layers in a record `{W1, b1, W2, b2, ...}` or in a list `[{W, b}, ...]`, or in a
 * record `{W1, W2, ...}` of two layers or more whose weights have their biases as a last
 * row; `null` when the value is none of these or when two neighbours do not fit.
 */
export function layersOf(value: Value | null): readonly Layer[] | null {
  if (value?.kind !== 'record' && value?.kind !== 'list') return null;
  return layersWithBiases(value) ?? layersWithBiasRows(value);
}

function layersWithBiases(value: Value): readonly Layer[] | null {
  const layers: Layer[] = [];
  for (let number = 1; ; number += 1) {
    const W = tensorAt(value, value.kind === 'list' ? `${number - 1}.W` : `W${number}`);
    const b = tensorAt(value, value.kind === 'list' ? `${number - 1}.b` : `b${number}`);
    if (W === null && b === null) break;
    const inputs = layers.at(-1)?.W.shape[1];
    if (W === null || b === null) return null;
    if (W.shape.length !== 2 || b.data.length !== W.shape[1]) return null;
    if (inputs !== undefined && W.shape[0] !== inputs) return null;
    layers.push({ W, b });
  }
  return layers.length > 0 ? layers : null;
}

/** One matrix alone has no neighbour to show that it meets a column of ones. */
const FEWEST_WITH_BIAS_ROWS = 2;

function layersWithBiasRows(value: Value): readonly Layer[] | null {
  const layers: Layer[] = [];
  for (;;) {
    const number = layers.length + 1;
    const stacked = tensorAt(value, `W${number}`);
    if (stacked === null) break;
    const [rows = 0, columns = 0] = stacked.shape;
    const inputs = layers.at(-1)?.W.shape[1];
    if (stacked.shape.length !== 2 || rows < 2 || valueAt(value, `b${number}`) !== null)
      return null;
    if (inputs !== undefined && rows - 1 !== inputs) return null;
    const first = (rows - 1) * columns;
    const W = { shape: [rows - 1, columns], data: stacked.data.slice(0, first) };
    layers.push({ W, b: { shape: [columns], data: stacked.data.slice(first) } });
  }
  return layers.length >= FEWEST_WITH_BIAS_ROWS ? layers : null;
}

/** Labelled points in a record `{X, labels}`, or `null`. */
export function pointsOf(value: Value | null): LabelledPoints | null {
  if (value === null) return null;
  const X = tensorAt(value, 'X');
  const labels = tensorAt(value, 'labels');
  if (X?.shape.length !== 2 || labels === null || labels.data.length !== X.shape[0]) return null;
  return { X, labels: labels.data };
}

const LEAST_PROBABILITY = 1e-15;

/** Share of points whose most probable class is their label, and the average cross-entropy. */
export interface Score {
  readonly accuracy: number;
  readonly loss: number;
}

/**
 * What a trained network does with labelled points. The trusted side computes it
 * from the weights alone, so that no program can claim an accuracy.
 */
export function score(
  layers: readonly Layer[],
  activations: Activations,
  points: LabelledPoints,
): Score {
  const width = points.X.shape[1] ?? 0;
  let right = 0;
  let loss = 0;
  points.labels.forEach((label, row) => {
    const x = points.X.data.slice(row * width, (row + 1) * width);
    const probabilities = classProbabilities(layers, activations, x);
    const largest = maximum(probabilities);
    if (probabilities.indexOf(largest) === label) right += 1;
    // One answer that is sure and wrong must not hide what was learned.
    loss += -Math.log(Math.max(probabilities[label] ?? 0, LEAST_PROBABILITY));
  });
  return { accuracy: right / points.labels.length, loss: loss / points.labels.length };
}

/** What a network says of one point `x` of n numbers: a probability for each class. */
export function classProbabilities(
  layers: readonly Layer[],
  { hidden, output }: Activations,
  x: readonly number[],
): readonly number[] {
  return probabilitiesOf(scoresOf(layers, hidden, x), output);
}

/** What leaves the last layer for one point `x` of n numbers, before any activation there. */
export function scoresOf(
  layers: readonly Layer[],
  hidden: Activations['hidden'],
  x: readonly number[],
): readonly number[] {
  return layers.reduce<readonly number[]>((activation, { W, b }, depth) => {
    const columns = b.data.length;
    const z = b.data.map((bias, column) =>
      activation.reduce((sum, a, row) => sum + a * (W.data[row * columns + column] ?? 0), bias),
    );
    return depth === layers.length - 1 ? z : z.map(hiddenFunctions[hidden]);
  }, x);
}

/** Probabilities of the classes; one sigmoid output is the probability of class 1. */
function probabilitiesOf(z: readonly number[], output: Activations['output']): readonly number[] {
  if (output === 'sigmoid') {
    const probability = 1 / (1 + Math.exp(-(z[0] ?? 0)));
    return [1 - probability, probability];
  }
  const largest = maximum(z);
  const powers = z.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The largest number; a spread into Math.max would overflow the stack of a student's choosing. */
function maximum(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
}

function tensorAt(value: Value, path: string): Tensor | null {
  const found = valueAt(value, path);
  return found === null ? null : toTensor(found);
}
