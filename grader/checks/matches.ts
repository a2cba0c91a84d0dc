import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding } from '../contract/check-kind.ts';
import { type Tolerance, ToleranceSchema } from '../contract/exercise.ts';
import { closed } from '../contract/identity.ts';
import { toReal, toTensor, type Value, valueAt } from '../contract/value.ts';
import { compare } from '../numbers/near.ts';
import { describeValue, notFinite, numericOutput } from '../numbers/output.ts';
import { sideBySide } from '../numbers/side-by-side.ts';
import { together } from '../numbers/together.ts';

const Settings = closed({
  outputs: Type.Array(Type.String({ minLength: 1 }), {
    minItems: 1,
    description: 'Named outputs of the probe, dotted paths allowed, in the order data flows.',
  }),
  tolerance: Type.Optional(ToleranceSchema),
});

/** Room for sums in another order, and far below the smallest known mistake. */
const DEFAULT: Tolerance = { absolute: 1e-9, relative: 1e-7 };

/** Whether outputs agree with the reference's: shape first, then every entry; words exactly. */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ outputs, tolerance }) => ({
    against: 'reference',
    output: outputs.join(', '),
    tolerance: tolerance ?? DEFAULT,
  }),

  judge({ settings, cases }) {
    const tolerance = settings.tolerance ?? DEFAULT;
    return together(
      cases.flatMap(({ expected, returned }, at) =>
        settings.outputs.map((name): Finding => {
          const due = valueAt(expected, name);
          return due === null
            ? { status: 'error', reason: 'reference-failed', got: { names: [name] } }
            : judgeOutput(due, returned, name, at, tolerance);
        }),
      ),
    );
  },
};

function judgeOutput(
  due: Value,
  returned: Value,
  name: string,
  at: number,
  tolerance: Tolerance,
): Finding {
  const expected = toTensor(due);
  if (expected === null) return judgeWords(due, valueAt(returned, name), name, at);
  const output = numericOutput(returned, name, expected.shape, at);
  if (output.state === 'unfit') return output.finding;
  const comparison = compare(output.tensor, expected, tolerance);
  if (comparison.agrees) return { status: 'pass', got: { margin: toReal(comparison.margin) } };
  if (expected.data.every(Number.isFinite)) {
    const finding = notFinite(output.tensor, name, at, { tensor: expected, comparison });
    if (finding !== null) return finding;
  }
  const { worst, wrong, outside } = comparison;
  const compared = sideBySide(output.tensor, expected, outside, worst?.index ?? []);
  const margin = toReal(comparison.margin);
  const got = { case: at, names: [name], worst, wrong, compared, margin };
  return { status: 'fail', reason: 'values-differ', got };
}

/** Text, flags and lists of them agree or they do not. */
function judgeWords(due: Value, value: Value | null, name: string, at: number): Finding {
  if (value === null || value.kind === 'nothing') {
    const got = { case: at, names: [name], words: describeValue(value) };
    return { status: 'fail', reason: 'nothing-returned', got };
  }
  if (JSON.stringify(value) === JSON.stringify(due)) return { status: 'pass', got: { margin: 0 } };
  const item = firstOther(value, due);
  const place = item === null ? name : `${name}[${item}]`;
  const [came, asked] = item === null ? [value, due] : [itemAt(value, item), itemAt(due, item)];
  const got = {
    case: at,
    names: [place],
    words: describeValue(came),
    due: describeValue(asked),
  };
  return { status: 'fail', reason: 'words-differ', got };
}

/** The first place at which two lists of one length hold something else, or `null`. */
function firstOther(value: Value, due: Value): number | null {
  if (value.kind !== 'list' || due.kind !== 'list') return null;
  if (value.items.length !== due.items.length) return null;
  return due.items.findIndex(
    (item, at) => JSON.stringify(item) !== JSON.stringify(value.items[at]),
  );
}

function itemAt(value: Value, at: number): Value | null {
  return value.kind === 'list' ? (value.items[at] ?? null) : null;
}
