import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { toReal, valueAt } from '../contract/value.ts';
import {
  HIDDEN_ACTIVATIONS,
  layersOf,
  OUTPUT_ACTIVATIONS,
  pointsOf,
  sameLayers,
  score,
} from './numbers/network.ts';
import { describeValue } from './numbers/output.ts';

const Settings = closed({
  parameters: Type.String({
    minLength: 1,
    description: 'Output that holds the trained parameters: {W1, b1, ...} or [{W, b}, ...].',
  }),
  start: Type.String({
    minLength: 1,
    description: 'Place of the untrained parameters in the input of the probe.',
  }),
  hidden: oneOf(HIDDEN_ACTIVATIONS),
  output: oneOf(OUTPUT_ACTIVATIONS),
  atLeast: Type.Number({
    minimum: 0,
    maximum: 1,
    description: 'Share of the held-out points that the trained network must get right.',
  }),
});

/**
 * Whether a trained network gets enough held-out points right, and whether its
 * loss there fell. The points are the probe's `truth`: they never enter the wall,
 * and accuracy is computed here from the weights.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ parameters, atLeast }) => ({
    against: 'held-out data',
    output: parameters,
    threshold: atLeast,
  }),

  judge({ settings, cases }) {
    let lowest = 1;
    for (const [at, { input, truth, returned }] of cases.entries()) {
      const points = pointsOf(truth);
      const untrained = layersOf(valueAt(input, settings.start));
      if (points === null || untrained === null) {
        return { status: 'error', reason: 'reference-failed', got: { case: at } };
      }
      const value = valueAt(returned, settings.parameters);
      const layers = layersOf(value);
      if (layers === null || !sameLayers(layers, untrained)) {
        const got = { case: at, names: [settings.parameters], words: describeValue(value) };
        return { status: 'fail', reason: 'not-numbers', got };
      }
      const before = score(untrained, settings, points);
      const after = score(layers, settings, points);
      const measured = toReal(after.accuracy);
      if (!(after.loss < before.loss)) {
        return { status: 'fail', reason: 'loss-does-not-fall', got: { case: at, measured } };
      }
      if (!(after.accuracy >= settings.atLeast)) {
        return { status: 'fail', reason: 'below-threshold', got: { case: at, measured } };
      }
      lowest = Math.min(lowest, after.accuracy);
    }
    return { status: 'pass', got: { measured: toReal(lowest) } };
  },
};
