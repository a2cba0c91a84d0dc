import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding } from '../contract/check-kind.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { toReal, toTensor, type Value, valueAt } from '../contract/value.ts';
import {
  HIDDEN_ACTIVATIONS,
  layersOf,
  OUTPUT_ACTIVATIONS,
  pointsOf,
  score,
} from '../numbers/network.ts';
import { numericOutput } from '../numbers/output.ts';

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
      const start = valueAt(input, settings.start);
      const untrained = layersOf(start);
      if (points === null || start === null || untrained === null) {
        return { status: 'error', reason: 'reference-failed', got: { case: at } };
      }
      const misfit = firstMisfit(start, returned, settings.parameters, at);
      if (misfit !== null) return misfit;
      const layers = layersOf(asked(valueAt(returned, settings.parameters), start));
      if (layers === null)
        return { status: 'error', reason: 'reference-failed', got: { case: at } };
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

/** The first parameter that came back in another shape than it went in with, or did not come back. */
function firstMisfit(start: Value, returned: Value, path: string, at: number): Finding | null {
  const tensor = toTensor(start);
  if (tensor !== null) {
    const output = numericOutput(returned, path, tensor.shape, at);
    return output.state === 'unfit' ? output.finding : null;
  }
  const parts =
    start.kind === 'record'
      ? Object.entries(start.fields)
      : start.kind === 'list'
        ? start.items.entries()
        : [];
  for (const [name, part] of parts) {
    const misfit = firstMisfit(part, returned, `${path}.${name}`, at);
    if (misfit !== null) return misfit;
  }
  return null;
}

/** Parameters without what nobody asked for: a student may return more. */
function asked(value: Value | null, start: Value): Value | null {
  if (value?.kind === 'record' && start.kind === 'record') {
    const fields = Object.entries(value.fields).filter(([name]) =>
      Object.hasOwn(start.fields, name),
    );
    return { kind: 'record', fields: Object.fromEntries(fields) };
  }
  if (value?.kind === 'list' && start.kind === 'list') {
    return { kind: 'list', items: value.items.slice(0, start.items.length) };
  }
  return value;
}
