import { type Static, Type } from '@sinclair/typebox';
import type { CheckKind, Finding, Guesses } from '../contract/check-kind.ts';
import { closed, type Frozen, recordOf } from '../contract/identity.ts';
import { toFloat, toReal, type Value } from '../contract/value.ts';
import { notFinite, numericOutput } from '../numbers/output.ts';

const Band = closed({ from: Type.Optional(Type.Number()), to: Type.Optional(Type.Number()) });

const Settings = closed({
  bands: recordOf(Band, {
    minProperties: 1,
    maxProperties: 24,
    description:
      'Each output that is one number, and between which ends it has to lie. An end that no number can pass, as an accuracy of 1, is left out.',
  }),
});

/** Both ends of a band; one that was left out is nowhere. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether single numbers lie where they have to, for what hangs on more than the student's
 * own arithmetic: on the order of sums over many steps. What is measured is the least
 * distance from an end of a band, above 0 inside and below outside, so that the threshold
 * is 0 and is proved like that of an accuracy.
 *
 * The numbers are those that the program says. That they are true, other checks of the
 * exercise have to prove: nothing here keeps a program from saying a number inside the band.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ bands }) => ({
    against: 'a rule',
    output: Object.keys(bands).join(', '),
    threshold: 0,
  }),

  judge({ settings: { bands }, cases }) {
    const findings = cases.flatMap(({ returned }, at) =>
      Object.entries(bands).map(([name, band]) => judgeOne(returned, name, endsOf(band), at)),
    );
    const first = findings.find(({ status }) => status !== 'pass');
    const distances = findings.flatMap(({ got }) =>
      got.measured == null ? [] : [toFloat(got.measured)],
    );
    const measured = toReal(Math.min(...distances));
    if (first === undefined) return { status: 'pass', got: { measured } };
    // What could not be measured everywhere has no least distance.
    if (distances.length < findings.length) return first;
    return { ...first, got: { ...first.got, measured } };
  },

  guesses({ settings: { bands } }): Guesses {
    const ends = Object.values(bands).map(endsOf);
    const lowest = Math.min(...ends.map(({ to }) => to));
    const highest = Math.max(...ends.map(({ from }) => from));
    // In the middle between the two it is as near to both as one number can be.
    return { step: 0, measured: { 'one number for all': (lowest - highest) / 2 } };
  },
};

function judgeOne(returned: Value, name: string, { from, to }: Ends, at: number): Finding {
  const output = numericOutput(returned, name, [], at);
  if (output.state === 'unfit') return output.finding;
  const infinite = notFinite(output.tensor, name, at);
  if (infinite !== null) return infinite;
  const value = output.tensor.data[0] ?? Number.NaN;
  const measured = toReal(Math.min(value - from, to - value));
  if (value >= from && value <= to) return { status: 'pass', got: { measured } };
  const due = inWords(from, to);
  const worst = {
    index: [],
    yours: toReal(value),
    error: toReal(value < from ? from - value : value - to),
    allowed: 0,
  };
  const got = { case: at, names: [name], worst, due, measured };
  return { status: 'fail', reason: 'outside-the-band', got };
}

function endsOf({ from, to }: Frozen<Static<typeof Band>>): Ends {
  return { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
}

function inWords(from: number, to: number): string {
  if (from === Number.NEGATIVE_INFINITY) return `at most ${to}`;
  return to === Number.POSITIVE_INFINITY ? `at least ${from}` : `from ${from} to ${to}`;
}
