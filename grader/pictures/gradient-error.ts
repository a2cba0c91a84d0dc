import { Type } from '@sinclair/typebox';
import type { JudgedCase } from '../contract/check-kind.ts';
import { type Tolerance, ToleranceSchema } from '../contract/exercise.ts';
import { closed, recordOf } from '../contract/identity.ts';
import type { PictureKind } from '../contract/kinds.ts';
import { sameShape, toReal, toTensor, valueAt } from '../contract/value.ts';
import { kinksOf } from '../numbers/kinks.ts';
import { compare } from '../numbers/near.ts';
import { GRADIENT_TOLERANCE } from '../numbers/tolerances.ts';

const Settings = closed({
  gradients: recordOf(Type.String(), {
    minProperties: 1,
    maxProperties: 24,
    description: 'Each output that is a gradient, with the parameter it belongs to: {"dW1": "W1"}.',
  }),
  tolerance: Type.Optional(ToleranceSchema),
});

/**
 * How far each gradient lies from the measured slopes at its worst entry, over all
 * cases: |yours - slope| / (|slope| + absolute / relative). It is at most
 * `relative` where the `gradient` check finds nothing wrong.
 */
export const kind: PictureKind<typeof Settings> = {
  settings: Settings,

  paint({ gradients, tolerance = GRADIENT_TOLERANCE }, cases) {
    const dots = Object.entries(gradients).map(([name, parameter]) => {
      const margins = cases.map((each) => marginOf(each, name, parameter, tolerance));
      const known = margins.filter((margin) => margin !== null);
      if (known.length < cases.length) return null;
      const worst = known.reduce((most, each) => (Number.isNaN(most) || most > each ? most : each));
      return { name, yours: toReal(worst * tolerance.relative), reference: null };
    });
    // A picture without the one that could not be compared would say that all is well.
    const whole = dots.filter((dot) => dot !== null);
    if (whole.length < dots.length || cases.length === 0) return null;
    return {
      draw: 'dots',
      axis: { label: 'error as a share of the slope', scale: 'logarithmic' },
      shows: 'errors',
      dots: whole,
      limit: { at: tolerance.relative, words: 'allowed' },
    };
  },
};

/** Largest error as a share of what is allowed; `null` where there is nothing to compare. */
function marginOf(
  { slopes, returned }: JudgedCase,
  name: string,
  parameter: string,
  tolerance: Tolerance,
): number | null {
  const slope = slopes?.[parameter];
  const found = valueAt(returned, name);
  const [coarse, fine] = [slope && toTensor(slope.coarse), slope && toTensor(slope.fine)];
  const yours = found === null ? null : toTensor(found);
  if (!coarse || !fine || yours === null || !sameShape(yours.shape, coarse.shape)) return null;
  const kinks = kinksOf(coarse, fine);
  return compare(yours, coarse, tolerance, (entry) => kinks.has(entry)).margin;
}
