import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { toReal, valueAt } from '../contract/value.ts';
import {
  HIDDEN_ACTIVATIONS,
  layersOf,
  OUTPUT_ACTIVATIONS,
  pointsOf,
  score,
} from '../numbers/network.ts';
import { failedReference, trainingOf, trainingSettings } from '../numbers/training.ts';

const Settings = closed({
  ...trainingSettings,
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
      if (points === null) return failedReference(at);
      const training = trainingOf(settings, { input, returned }, at);
      if (training.state === 'unfit') return training.finding;
      const before = score(training.untrained, settings, points);
      const after = score(training.trained, settings, points);
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

  guesses({ settings, cases }) {
    const measured = { 'the untrained start': 1, 'the larger class': 1 };
    let step = 0;
    for (const { input, truth } of cases) {
      const points = pointsOf(truth);
      const untrained = layersOf(valueAt(input, settings.start));
      if (points === null || untrained === null) return null;
      const start = score(untrained, settings, points).accuracy;
      measured['the untrained start'] = Math.min(measured['the untrained start'], start);
      const larger = shareOfLargerClass(points.labels);
      measured['the larger class'] = Math.min(measured['the larger class'], larger);
      step = Math.max(step, 1 / points.labels.length);
    }
    return { step, measured };
  },
};

function shareOfLargerClass(labels: readonly number[]): number {
  const counts = labels.map((label) => labels.filter((each) => each === label).length);
  return Math.max(...counts) / labels.length;
}
