import type { Finding } from '../contract/check-kind.ts';
import { sameShape, type Tensor, toTensor, type Value, valueAt } from '../contract/value.ts';
import { type Comparison, countOf, firstNotFinite } from './near.ts';
import { sideBySide } from './side-by-side.ts';

/** A student's value may be of any size; a sentence is not. */
const LONGEST = 120;

/** Words for a value that is not what was due. */
export function describeValue(value: Value | null): string {
  const words = wordsFor(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} ...` : words;
}

function wordsFor(value: Value | null): string {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'nothing':
      return value.what;
    case 'unreadable':
      return value.what;
    case 'number':
      return 'a number';
    case 'numbers':
      return 'a list of numbers';
    case 'matrix':
      return `a ${value.rows} x ${value.columns} matrix`;
    case 'list':
      return 'a list';
    case 'record':
      return `an object with ${Object.keys(value.fields).join(', ') || 'no fields'}`;
    case 'text':
      return `the text "${value.text}"`;
    case 'flag':
      return String(value.flag);
  }
}

/** A numeric output of a student, or the finding that there is none of use. */
export type NumericOutput =
  | { readonly state: 'numbers'; readonly tensor: Tensor }
  | { readonly state: 'unfit'; readonly finding: Finding };

/**
 * The numbers at a named output: present, numeric, of the expected shape and finite.
 *
 * @param shape that is due
 * @param at number of the case, for the finding
 */
export function numericOutput(
  returned: Value,
  name: string,
  shape: readonly number[],
  at: number,
): NumericOutput {
  const value = valueAt(returned, name);
  const unfit = (reason: 'nothing-returned' | 'not-numbers'): NumericOutput => ({
    state: 'unfit',
    finding: {
      status: 'fail',
      reason,
      got: { case: at, names: [name], words: describeValue(value) },
    },
  });
  if (value === null || value.kind === 'nothing') return unfit('nothing-returned');
  const tensor = toTensor(value);
  if (tensor === null) return unfit('not-numbers');
  if (!sameShape(tensor.shape, shape)) {
    const got = {
      case: at,
      names: [name],
      shape: { yours: [...tensor.shape], expected: [...shape] },
    };
    return { state: 'unfit', finding: { status: 'fail', reason: 'wrong-shape', got } };
  }
  return { state: 'numbers', tensor };
}

/**
 * The finding that an output holds NaN or an infinity, or `null` when all is finite.
 *
 * @param expected what is due in its place and how the two compare, where that is known
 */
export function notFinite(
  tensor: Tensor,
  name: string,
  at: number,
  expected: { readonly tensor: Tensor; readonly comparison: Comparison } | null = null,
): Finding | null {
  const worst = firstNotFinite(tensor);
  if (worst === null) return null;
  const outside =
    expected?.comparison.outside ?? tensor.data.map((entry) => !Number.isFinite(entry));
  const wrong = countOf(outside, tensor.shape);
  const compared =
    expected === null ? null : sideBySide(tensor, expected.tensor, outside, worst.index);
  const got = { case: at, names: [name], worst, wrong, compared };
  return { status: 'fail', reason: 'not-finite', got };
}
