import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { toReal, valueAt } from '../contract/value.ts';
import { fitOf, targetsOf } from '../numbers/fit.ts';
import { HIDDEN_ACTIVATIONS, layersOf } from '../numbers/network.ts';
import { failedReference, trainingOf, trainingSettings } from '../numbers/training.ts';

const Settings = closed({
  ...trainingSettings,
  hidden: oneOf(HIDDEN_ACTIVATIONS),
  atLeast: Type.Number({
    minimum: 0,
    maximum: 1,
    description:
      'Share of the variance of the held-out values that the trained network must explain: 1 - its mean squared error / their variance.',
  }),
});

/**
 * Whether a trained network with a linear output predicts held-out values well enough,
 * and better than it did before. The values are the probe's `truth`: they never enter the
 * wall, and the predictions are computed here from the weights.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ parameters, atLeast }) => ({
    against: 'held-out values',
    output: parameters,
    threshold: atLeast,
  }),

  judge({ settings, cases }) {
    let lowest = 1;
    for (const [at, { input, truth, returned }] of cases.entries()) {
      const points = targetsOf(truth);
      if (points === null) return failedReference(at);
      const training = trainingOf(settings, { input, returned }, at);
      if (training.state === 'unfit') return training.finding;
      const before = fitOf(training.untrained, settings.hidden, points);
      const after = fitOf(training.trained, settings.hidden, points);
      const measured = toReal(after.explained);
      if (!(after.loss < before.loss)) {
        return { status: 'fail', reason: 'loss-does-not-fall', got: { case: at, measured } };
      }
      if (!(after.explained >= settings.atLeast)) {
        return { status: 'fail', reason: 'explains-too-little', got: { case: at, measured } };
      }
      lowest = Math.min(lowest, after.explained);
    }
    return { status: 'pass', got: { measured: toReal(lowest) } };
  },

  guesses({ settings, cases }) {
    let start = 1;
    let step = 0;
    for (const { input, truth } of cases) {
      const points = targetsOf(truth);
      const untrained = layersOf(valueAt(input, settings.start));
      if (points === null || untrained === null) return null;
      start = Math.min(start, fitOf(untrained, settings.hidden, points).explained);
      step = Math.max(step, 1 / points.targets.length);
    }
    return { step, measured: { 'the untrained start': start, 'the mean of the values': 0 } };
  },
};
