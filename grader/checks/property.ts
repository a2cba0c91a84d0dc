import { Type } from '@sinclair/typebox';
import type { CheckKind, Finding, JudgedCase } from '../contract/check-kind.ts';
import type { Tolerance } from '../contract/exercise.ts';
import { closed, oneOf } from '../contract/identity.ts';
import { isNothing, type Tensor, toReal, toTensor, valueAt } from '../contract/value.ts';
import { compare } from '../numbers/near.ts';
import { describeValue, notFinite, numericOutput } from '../numbers/output.ts';
import { together } from '../numbers/together.ts';

const RULES = ['pure', 'finite', 'rows-add-to-one', 'falling'] as const;

const Settings = closed({
  rule: oneOf(RULES),
  outputs: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), {
      minItems: 1,
      description: 'Outputs that the rule is about; "pure" is about the inputs and needs none.',
    }),
  ),
});

/** A sum of a few dozen probabilities is right to about 1e-15. */
const ADDS_UP: Tolerance = { absolute: 1e-9, relative: 0 };

/** More names than this help nobody, and a student may invent any number of them. */
const MOST_NAMES = 5;

const HOLDS: Finding = { status: 'pass', got: {} };

type Rule = (tensor: Tensor, name: string, at: number) => Finding;

const rules: Record<Exclude<(typeof RULES)[number], 'pure'>, Rule> = {
  finite: (tensor, name, at) => notFinite(tensor, name, at) ?? HOLDS,
  'rows-add-to-one': rowsAddToOne,
  falling: falls,
};

/** Whether something holds that needs no reference: purity, finiteness, sums, order. */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ rule, outputs }) => ({
    against: 'a rule',
    output: outputs?.join(', ') ?? null,
    ...(rule === 'rows-add-to-one' ? { tolerance: ADDS_UP } : {}),
  }),

  judge({ settings: { rule, outputs = [] }, cases }) {
    return together(
      cases.flatMap((judged, at) =>
        rule === 'pure'
          ? [impure(judged, at)]
          : outputs.map((name) => judgeOutput(rules[rule], judged, name, at)),
      ),
    );
  },
};

function impure({ returned, changed, repeats }: JudgedCase, at: number): Finding {
  if (isNothing(returned)) {
    // A function that does nothing changes nothing: that is no merit.
    const got = { case: at, words: describeValue(returned) };
    return { status: 'fail', reason: 'nothing-returned', got };
  }
  if (changed === null || repeats === null) {
    return { status: 'error', reason: 'reference-failed', got: { case: at } };
  }
  if (changed.length > 0) {
    return {
      status: 'fail',
      reason: 'input-changed',
      got: { case: at, names: changed.slice(0, MOST_NAMES) },
    };
  }
  return repeats ? HOLDS : { status: 'fail', reason: 'not-repeatable', got: { case: at } };
}

function judgeOutput(
  rule: Rule,
  { expected, returned }: JudgedCase,
  name: string,
  at: number,
): Finding {
  const due = valueAt(expected, name);
  const shape = due === null ? null : (toTensor(due)?.shape ?? null);
  if (shape === null)
    return { status: 'error', reason: 'reference-failed', got: { names: [name] } };
  const output = numericOutput(returned, name, shape, at);
  return output.state === 'unfit' ? output.finding : rule(output.tensor, name, at);
}

function rowsAddToOne(tensor: Tensor, name: string, at: number): Finding {
  const columns = tensor.shape.at(-1) ?? 1;
  const rows = Math.round(tensor.data.length / columns);
  const sums = Array.from({ length: rows }, (_, row) =>
    tensor.data.slice(row * columns, (row + 1) * columns).reduce((sum, entry) => sum + entry, 0),
  );
  const ones = { shape: [rows], data: sums.map(() => 1) };
  const compared = compare({ shape: [rows], data: sums }, ones, ADDS_UP);
  const margin = toReal(compared.margin);
  if (compared.agrees) return { status: 'pass', got: { margin } };
  const { worst, wrong } = compared;
  const got = { case: at, names: [name], worst, wrong, margin };
  return { status: 'fail', reason: 'rows-do-not-add-up', got };
}

/** Whether every number of a list is below the one before it. */
function falls(tensor: Tensor, name: string, at: number): Finding {
  const infinite = notFinite(tensor, name, at);
  if (infinite !== null) return infinite;
  const rising = tensor.data.findIndex((entry, i) => i > 0 && !(entry < (tensor.data[i - 1] ?? 0)));
  if (rising < 0) return HOLDS;
  const worst = {
    index: [rising],
    yours: toReal(tensor.data[rising] ?? Number.NaN),
    error: toReal((tensor.data[rising] ?? 0) - (tensor.data[rising - 1] ?? 0)),
    allowed: 0,
  };
  return { status: 'fail', reason: 'does-not-fall', got: { case: at, names: [name], worst } };
}
