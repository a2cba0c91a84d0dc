import { Type } from '@sinclair/typebox';
import { extent } from 'd3-array';
import { closed, oneOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { type Boundary, MOST_SHOWN } from '../contract/picture.ts';
import { toTensor, type Value, valueAt } from '../contract/value.ts';
import {
  type Activations,
  classProbabilities,
  HIDDEN_ACTIVATIONS,
  type LabelledPoints,
  type Layer,
  layersOf,
  OUTPUT_ACTIVATIONS,
  pointsOf,
  score,
} from '../numbers/network.ts';

const Settings = closed({
  parameters: Type.String({
    minLength: 1,
    description: 'Output that holds the trained parameters.',
  }),
  X: Type.String({ minLength: 1, description: 'Place of the points in the input: m x 2.' }),
  labels: Type.String({
    minLength: 1,
    description:
      'Place of their labels in the input: m x 1 of 0 and 1, or m x 2 with a 1 in each row.',
  }),
  hidden: oneOf(HIDDEN_ACTIVATIONS),
  output: oneOf(OUTPUT_ACTIVATIONS),
});

/** Places along each side: fine enough for a smooth line, coarse enough for a small file. */
const SIDE = 32;

/** Room around the points, as a share of their extent. */
const ROOM = 0.08;

/** What a network of two inputs and two classes learned: the first case's points and the plane around them. */
export const kind: PictureKind<typeof Settings> = {
  settings: Settings,

  paint({ parameters, X, labels, ...activations }, [first]) {
    if (first === undefined) return null;
    const layers = layersOf(valueAt(first.returned, parameters));
    const train = labelled(valueAt(first.input, X), valueAt(first.input, labels));
    const test = pointsOf(first.truth);
    if (layers === null || train === null || test === null) return null;
    if ([train, test].some(({ X: points }) => points.shape[1] !== 2)) return null;
    if (!sameSizes(layers, layersOf(valueAt(first.expected, parameters)))) return null;
    // Points that nobody has seen must not show in how far the picture reaches.
    const x1 = span(column(train, 0));
    const x2 = span(column(train, 1));
    const probabilities = grid(layers, activations, x1, x2);
    if (probabilities === null) return null;
    const accuracy = (points: LabelledPoints) => score(layers, activations, points).accuracy;
    return {
      draw: 'boundary',
      x1,
      x2,
      grid: { columns: SIDE, rows: SIDE, probabilities },
      train: shown(train),
      test: shown(test),
      counts: { train: train.labels.length, test: test.labels.length },
      accuracy: { train: accuracy(train), test: accuracy(test) },
    };
  },
};

/** Whether a network has the layers of another: what it costs to draw is not for students to choose. */
function sameSizes(layers: readonly Layer[], others: readonly Layer[] | null): boolean {
  const sizes = (each: readonly Layer[]) => each.map(({ W }) => W.shape.join('x')).join(' ');
  return others !== null && sizes(layers) === sizes(others);
}

/** Points with labels from a column of 0 and 1, or from rows with a single 1. */
function labelled(X: Value | null, Y: Value | null): LabelledPoints | null {
  const points = X === null ? null : toTensor(X);
  const due = Y === null ? null : toTensor(Y);
  if (points === null || due === null || points.shape[0] !== due.shape[0]) return null;
  const classes = due.shape[1] ?? 1;
  if (classes > 2) return null;
  // With a column for each class, that of class 1 is the second.
  const labels = due.data.filter((_, at) => at % classes === classes - 1);
  return { X: points, labels };
}

function column({ X }: LabelledPoints, at: 0 | 1): readonly number[] {
  return X.data.filter((_, place) => place % 2 === at);
}

function span(values: readonly number[]): Boundary['x1'] {
  const [low = 0, high = 1] = extent(values);
  const room = ROOM * (high - low || 1);
  return { from: rounded(low - room), to: rounded(high + room) };
}

/** `null` where the network does not answer with a probability everywhere. */
function grid(
  layers: readonly Layer[],
  activations: Activations,
  x1: Boundary['x1'],
  x2: Boundary['x2'],
): readonly number[] | null {
  const place = ({ from, to }: Boundary['x1'], nth: number) =>
    from + ((to - from) * nth) / (SIDE - 1);
  const probabilities: number[] = [];
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const x = [place(x1, column), place(x2, row)];
      const both = classProbabilities(layers, activations, x);
      const probability = both[1] ?? Number.NaN;
      if (both.length !== 2 || Number.isNaN(probability)) return null;
      probabilities.push(rounded(probability));
    }
  }
  return probabilities;
}

function shown({ X, labels }: LabelledPoints): Boundary['train'] {
  return labels.slice(0, MOST_SHOWN).map((label, row) => ({
    x1: rounded(X.data[2 * row] ?? 0),
    x2: rounded(X.data[2 * row + 1] ?? 0),
    label: label === 1 ? 1 : 0,
  }));
}

/** Three decimals are more than a picture can show. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
