import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding, JudgedCase } from '../contract/check-kind.ts';
import { type Tolerance, ToleranceSchema } from '../contract/exercise.ts';
import { closed, recordOf } from '../contract/identity.ts';
import { toReal, toTensor } from '../contract/value.ts';
import { kinksOf } from '../numbers/kinks.ts';
import { compare } from '../numbers/near.ts';
import { notFinite, numericOutput } from '../numbers/output.ts';
import { sideBySide } from '../numbers/side-by-side.ts';
import { together } from '../numbers/together.ts';
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
    const findings = cases.flatMap((judged, at) =>
      Object.entries(settings.gradients).map(([name, parameter]) =>
        judgeGradient(judged, name, parameter, at, tolerance),
      ),
    );
    const found = together(findings);
    if (found.status !== 'pass') return found;
    const count = (of: 'entries' | 'of'): number =>
      findings.reduce((sum, { got }) => sum + (got.skipped?.[of] ?? 0), 0);
    const skipped = { entries: count('entries'), of: count('of') };
    const got = { ...found.got, skipped };
    return skipped.entries > SKIPPED_AT_MOST * skipped.of
      ? { status: 'error', reason: 'too-many-kinks', got }
      : { status: 'pass', got };
  },
};

function judgeGradient(
  { slopes, returned }: JudgedCase,
  name: string,
  parameter: string,
  at: number,
  tolerance: Tolerance,
): Finding {
  const slope = slopes?.[parameter];
  const coarse = slope === undefined ? null : toTensor(slope.coarse);
  const fine = slope === undefined ? null : toTensor(slope.fine);
  if (coarse === null || fine === null) {
    return { status: 'error', reason: 'reference-failed', got: { names: [parameter] } };
  }
  const output = numericOutput(returned, name, coarse.shape, at);
  if (output.state === 'unfit') return output.finding;
  const kinks = kinksOf(coarse, fine);
  const skipped = { entries: kinks.size, of: coarse.data.length };
  const found = compare(output.tensor, coarse, tolerance, (entry) => kinks.has(entry));
  const infinite = notFinite(output.tensor, name, at, { tensor: coarse, comparison: found });
  if (infinite !== null) return infinite;
  const { worst, wrong, outside } = found;
  const margin = toReal(found.margin);
  if (found.agrees) return { status: 'pass', got: { margin, skipped } };
  const compared = sideBySide(output.tensor, coarse, outside, worst?.index ?? []);
  const got = { case: at, names: [name], worst, wrong, compared, margin, skipped };
  return { status: 'fail', reason: 'gradient-differs', got };
}
