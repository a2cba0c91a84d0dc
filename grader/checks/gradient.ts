import { Type } from '@sinclair/typebox';
import type { CheckKind } from '../contract/check-kind.ts';
import { type Tolerance, ToleranceSchema } from '../contract/exercise.ts';
import { closed, recordOf } from '../contract/identity.ts';
import { type Tensor, toReal, toTensor } from '../contract/value.ts';
import { compare } from './numbers/near.ts';
import { notFinite, numericOutput } from './numbers/output.ts';

const Settings = closed({
  gradients: recordOf(Type.String(), {
    minProperties: 1,
    description: 'Each output that is a gradient, with the parameter it belongs to: {"dW1": "W1"}.',
  }),
  tolerance: Type.Optional(ToleranceSchema),
});

/** Centred differences with h = 1e-5 are right to about 1e-10; the weakest known mistake departs by 5e-3. */
const DEFAULT: Tolerance = { absolute: 1e-7, relative: 1e-5 };

/** Where steps h and h / 10 agree no better than this, the loss has a kink between them. */
const AGREEMENT: Tolerance = { absolute: 1e-7, relative: 1e-4 };

/** With a larger share left out, a wrong gradient could hide in what is skipped. */
const SKIPPED_AT_MOST = 0.1;

/** Whether gradients agree with centred differences of the reference's loss. */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ gradients, tolerance }) => ({
    against: 'differences',
    output: Object.keys(gradients).join(', '),
    tolerance: tolerance ?? DEFAULT,
  }),

  judge({ settings, cases }) {
    const tolerance = settings.tolerance ?? DEFAULT;
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
        const infinite = notFinite(output.tensor, name, at);
        if (infinite !== null) return infinite;
        const found = compare(output.tensor, coarse, tolerance, (entry) => kinks.has(entry));
        if (!found.agrees) {
          const { worst, wrong } = found;
          const got = {
            case: at,
            names: [name],
            worst,
            wrong,
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

/** Entries at which the two step widths disagree: a difference taken across a kink says nothing. */
function kinksOf(coarse: Tensor, fine: Tensor): ReadonlySet<number> {
  const kinks = new Set<number>();
  coarse.data.forEach((slope, at) => {
    const difference = Math.abs(slope - (fine.data[at] ?? Number.NaN));
    if (!(difference <= AGREEMENT.absolute + AGREEMENT.relative * Math.abs(slope))) kinks.add(at);
  });
  return kinks;
}
