import { mean } from 'd3-array';
import { type Tensor, toTensor, type Value, valueAt } from '../contract/value.ts';
import { type Activations, type Layer, scoresOf } from './network.ts';

/** Points with the value that each should be given: `X` is m x n, `targets` are m numbers. */
export interface ValuedPoints {
  readonly X: Tensor;
  readonly targets: readonly number[];
}

/** Points with their values, of which there is one for each row of `X`; `null` where they do not fit. */
export function valuedPoints(X: Value | null, targets: Value | null): ValuedPoints | null {
  const points = X === null ? null : toTensor(X);
  const due = targets === null ? null : toTensor(targets);
  if (points?.shape.length !== 2 || due === null || due.data.length !== points.shape[0])
    return null;
  return { X: points, targets: due.data };
}

/** Points with their values in a record `{X, targets}`, or `null`. */
export function targetsOf(value: Value | null): ValuedPoints | null {
  return value === null ? null : valuedPoints(valueAt(value, 'X'), valueAt(value, 'targets'));
}

/** How near the predictions of a network come to the values of points. */
export interface Fit {
  /** Share of the variance of the values that the predictions explain, from 0 to 1. */
  readonly explained: number;
  /** Mean of the squared errors. */
  readonly loss: number;
}

/**
 * What a trained network with one linear output makes of points with values. The trusted
 * side computes it from the weights alone, so that no program can claim a fit. Predictions
 * that are worse than the mean of all values explain nothing.
 */
export function fitOf(
  layers: readonly Layer[],
  hidden: Activations['hidden'],
  { X, targets }: ValuedPoints,
): Fit {
  const width = X.shape[1] ?? 0;
  const errors = targets.map((target, row) => {
    const x = X.data.slice(row * width, (row + 1) * width);
    return (predicted(layers, hidden, x) - target) ** 2;
  });
  const middle = mean(targets) ?? 0;
  const loss = average(errors);
  const explained = 1 - loss / average(targets.map((target) => (target - middle) ** 2));
  return { explained: explained > 0 ? explained : 0, loss };
}

/** The one number that a network with a linear output says of a point; NaN where it says several. */
export function predicted(
  layers: readonly Layer[],
  hidden: Activations['hidden'],
  x: readonly number[],
): number {
  const [value = Number.NaN, ...others] = scoresOf(layers, hidden, x);
  return others.length === 0 ? value : Number.NaN;
}

/** NaN among the numbers shows, which a mean that leaves it out would hide. */
function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
