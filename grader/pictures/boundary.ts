import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { type Boundary, MOST_SHOWN } from '../contract/picture.ts';
import { toTensor, type Value, valueAt } from '../contract/value.ts';
import {
  classProbabilities,
  HIDDEN_ACTIVATIONS,
  type LabelledPoints,
  layersOf,
  OUTPUT_ACTIVATIONS,
  pointsOf,
  score,
} from '../numbers/network.ts';
import { PLACES, planeAround, rounded, saidOf, sameSizes } from '../numbers/plane.ts';

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
    const plane = planeAround(train.X);
    const probabilities = saidOf(plane, (x) => {
      const both = classProbabilities(layers, activations, x);
      return both.length === 2 ? rounded(both[1] ?? Number.NaN) : Number.NaN;
    });
    if (probabilities === null) return null;
    const accuracy = (points: LabelledPoints) => score(layers, activations, points).accuracy;
    return {
      draw: 'boundary',
      ...plane,
      grid: { columns: PLACES, rows: PLACES, probabilities },
      train: shown(train),
      test: shown(test),
      counts: { train: train.labels.length, test: test.labels.length },
      accuracy: { train: accuracy(train), test: accuracy(test) },
    };
  },
};

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

function shown({ X, labels }: LabelledPoints): Boundary['train'] {
  return labels.slice(0, MOST_SHOWN).map((label, row) => ({
    x1: rounded(X.data[2 * row] ?? 0),
    x2: rounded(X.data[2 * row + 1] ?? 0),
    label: label === 1 ? 1 : 0,
  }));
}
