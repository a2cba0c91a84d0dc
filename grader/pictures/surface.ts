import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { MOST_SHOWN, type Surface } from '../contract/picture.ts';
import { valueAt } from '../contract/value.ts';
import { fitOf, predicted, targetsOf, type ValuedPoints, valuedPoints } from '../numbers/fit.ts';
import { HIDDEN_ACTIVATIONS, layersOf } from '../numbers/network.ts';
import { PLACES, planeAround, rounded, saidOf, sameSizes } from '../numbers/plane.ts';

const Settings = closed({
  parameters: Type.String({
    minLength: 1,
    description: 'Output that holds the trained parameters.',
  }),
  X: Type.String({ minLength: 1, description: 'Place of the points in the input: m x 2.' }),
  targets: Type.String({
    minLength: 1,
    description: 'Place of their values in the input: m x 1, or a list of m numbers.',
  }),
  hidden: oneOf(HIDDEN_ACTIVATIONS),
});

/** Digits of a value: more than a picture can show. */
const DIGITS = 4;

/**
 * What a network of two inputs and one linear output learned: the first case's points and the
 * plane around them. The predictions are computed from the weights, so that no program can
 * claim a surface.
 */
export const kind: PictureKind<typeof Settings> = {
  settings: Settings,

  paint({ parameters, X, targets, hidden }, [first]) {
    if (first === undefined) return null;
    const layers = layersOf(valueAt(first.returned, parameters));
    const train = valuedPoints(valueAt(first.input, X), valueAt(first.input, targets));
    const test = targetsOf(first.truth);
    if (layers === null || train === null || test === null) return null;
    if ([train, test].some((points) => points.X.shape[1] !== 2 || !areFinite(points))) return null;
    if (!sameSizes(layers, layersOf(valueAt(first.expected, parameters)))) return null;
    // Points that nobody has seen must not show in how far the picture reaches.
    const plane = planeAround(train.X);
    const values = saidOf(plane, (x) => inDigits(predicted(layers, hidden, x)));
    if (values === null) return null;
    const explained = (points: ValuedPoints) => fitOf(layers, hidden, points).explained;
    return {
      draw: 'surface',
      ...plane,
      grid: { columns: PLACES, rows: PLACES, values },
      train: shown(train),
      test: shown(test),
      counts: { train: train.targets.length, test: test.targets.length },
      explained: { train: explained(train), test: explained(test) },
    };
  },
};

function areFinite({ X, targets }: ValuedPoints): boolean {
  return [...X.data, ...targets].every(Number.isFinite);
}

function shown({ X, targets }: ValuedPoints): Surface['train'] {
  return targets.slice(0, MOST_SHOWN).map((value, row) => ({
    x1: rounded(X.data[2 * row] ?? 0),
    x2: rounded(X.data[2 * row + 1] ?? 0),
    value: inDigits(value),
  }));
}

function inDigits(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
