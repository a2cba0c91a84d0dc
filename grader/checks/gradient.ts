import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { ToleranceSchema } from '../contract/exercise.ts';
import { closed, recordOf } from '../contract/identity.ts';
import { toReal, toTensor } from '../contract/value.ts';
import { kinksOf } from '../numbers/kinks.ts';
import { compare } from '../numbers/near.ts';
import { notFinite, numericOutput } from '../numbers/output.ts';
import { sideBySide } from '../numbers/side-by-side.ts';
import { GRADIENT_TOLERANCE } from '../numbers/tolerances.ts';

const Settings = closed({
  gradients: recordOf(Type.String(), {
    minProperties: 1,
    description: 'Each output that is a gradient, with the parameter it belongs to: {"dW1": "W1"}.',
  }),
  tolerance: Type.Optional(ToleranceSchema),
});

/** With a larger share left out, a wrong gradient could hide in what is skipped. */
const SKIPPED_AT_MOST = 0.1;

/** Whether gradients agree with centred differences of the reference's loss. */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ gradients, tolerance }) => ({
    against: 'differences',
    output: Object.keys(gradients).join(', '),
    tolerance: tolerance ?? GRADIENT_TOLERANCE,
  }),

  judge({ settings, cases }) {
    const tolerance = settings.tolerance ?? GRADIENT_TOLERANCE;
    let margin = 0;
    let skipped = 0;
    let total = 0;
    for (const [at, { slopes, returned }] of cases.entries()) {
      for (const [name, parameter] of Object.entries(settings.gradients)) {
        const slope = slopes?.[parameter];
        const coarse = slope === undefined ? null : toTensor(slope.coarse);
        const fine = slope === undefined ? null : toTensor(slope.fine);
        if (coarse === null || fine === null) {
          return { status: 'error', reason: 'reference-failed', got: { names: [parameter] } };
        }
        const output = numericOutput(returned, name, coarse.shape, at);
        if (output.state === 'unfit') return output.finding;
        const kinks = kinksOf(coarse, fine);
        skipped += kinks.size;
        total += coarse.data.length;
        const found = compare(output.tensor, coarse, tolerance, (entry) => kinks.has(entry));
        const infinite = notFinite(output.tensor, name, at, { tensor: coarse, comparison: found });
        if (infinite !== null) return infinite;
        if (!found.agrees) {
          const { worst, wrong, outside } = found;
          const got = {
            case: at,
            names: [name],
            worst,
            wrong,
            compared: sideBySide(output.tensor, coarse, outside, worst?.index ?? []),
            margin: toReal(found.margin),
            skipped: { entries: kinks.size, of: coarse.data.length },
          };
          return { status: 'fail', reason: 'gradient-differs', got };
        }
        margin = Math.max(margin, found.margin);
      }
    }
    const got = { margin: toReal(margin), skipped: { entries: skipped, of: total } };
    return skipped > SKIPPED_AT_MOST * total
      ? { status: 'error', reason: 'too-many-kinks', got }
      : { status: 'pass', got };
  },
};
