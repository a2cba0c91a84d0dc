import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding, JudgedCase } from '../contract/check-kind.ts';
import { closed, recordOf } from '../contract/identity.ts';
import { toReal, toTensor, valueAt } from '../contract/value.ts';
import { FEWEST_DRAWS, furthestAllowed, heldToTheory } from '../numbers/draws.ts';
import { notFinite, numericOutput } from '../numbers/output.ts';
import { together } from '../numbers/together.ts';

const Settings = closed({
  outputs: recordOf(Type.String(), {
    minProperties: 1,
    description:
      'Each output whose entries are draws, with the place in "truth" of the standard deviation that theory gives them: {"W1": "W1"}.',
  }),
  mean: Type.Optional(Type.Number({ description: 'What the draws have on average; else 0.' })),
});

/**
 * Standard deviations that chance may lead away from theory. Of normal draws, mean and
 * spread together go further once in 200 million outputs, with any seed.
 */
const ALLOWED = 6;

/** Share of the draws that may be like another. A generator of float64 practically never repeats one. */
const MOST_ALIKE = 0.1;

/**
 * Whether the entries of an output look like draws with the standard deviation that theory
 * gives, in whatever order they were drawn: their mean and their spread, the furthest of
 * them, and that they are not a few numbers over and over. That standard deviation is the
 * probe's `truth`: it never enters the wall.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ outputs }) => ({ against: 'theory', output: Object.keys(outputs).join(', ') }),

  judge({ settings: { outputs, mean = 0 }, cases }) {
    return together(
      cases.flatMap((judged, at) =>
        Object.entries(outputs).map(([name, place]) => judgeDraws(judged, name, place, mean, at)),
      ),
    );
  },
};

function judgeDraws(
  { truth, expected, returned }: JudgedCase,
  name: string,
  place: string,
  mean: number,
  at: number,
): Finding {
  const due = valueAt(expected, name);
  const draws = due === null ? null : toTensor(due);
  const deviation = positive(truth, place);
  if (draws === null || draws.data.length < FEWEST_DRAWS || deviation === null) {
    return { status: 'error', reason: 'reference-failed', got: { names: [name] } };
  }
  const output = numericOutput(returned, name, draws.shape, at);
  if (output.state === 'unfit') return output.finding;
  const infinite = notFinite(output.tensor, name, at);
  if (infinite !== null) return infinite;
  const N = output.tensor.data.length;
  const drawn = heldToTheory(output.tensor, { mean, deviation });
  const shares = {
    deviation: Math.abs(drawn.deviation.off) / ALLOWED,
    mean: Math.abs(drawn.mean.off) / ALLOWED,
    distinct: (N - drawn.distinct) / (MOST_ALIKE * N),
    furthest: Math.abs(drawn.furthest.off) / furthestAllowed(N),
  };
  const margin = toReal(Math.max(...Object.values(shares)));
  const differs = (words: string, measured: number, asked: number | null): Finding => {
    const due = asked === null ? null : String(Number(asked.toPrecision(4)));
    const got = { case: at, names: [name], words, measured: toReal(measured), due, margin };
    return { status: 'fail', reason: 'spread-differs', got };
  };
  // A spread that is off says more than a mean that is off with it, and both more than the rest.
  if (shares.deviation > 1)
    return differs('standard deviation', drawn.deviation.measured, deviation);
  if (shares.mean > 1) return differs('mean', drawn.mean.measured, mean);
  if (shares.distinct > 1) return differs('distinct', drawn.distinct, null);
  if (shares.furthest > 1) return differs('furthest', drawn.furthest.measured, null);
  return { status: 'pass', got: { margin } };
}

/** The number above 0 at a place of what only the judge knows, or `null`. */
function positive(truth: JudgedCase['truth'], place: string): number | null {
  const value = truth === null ? null : valueAt(truth, place);
  const [number] = value?.kind === 'number' ? (toTensor(value)?.data ?? []) : [];
  return number !== undefined && number > 0 && Number.isFinite(number) ? number : null;
}
