import { type Static, Type } from '@sinclair/typebox';
import type { CheckKind, Finding } from '../contract/check-kind.ts';
import { closed, type Frozen } from '../contract/identity.ts';
import type { Got } from '../contract/result.ts';
import { type Tensor, toFloat, toReal, toTensor, type Value, valueAt } from '../contract/value.ts';
import { type LabelledPlace, rightByBestLine } from '../numbers/best-line.ts';
import { describeValue, notFinite } from '../numbers/output.ts';
import { missedByNetwork } from '../numbers/small-network.ts';

const Settings = closed({
  X: Type.String({ minLength: 1, description: 'Output that holds the points: m x 2.' }),
  Y: Type.String({ minLength: 1, description: 'Output that holds their labels, 0 or 1: m x 1.' }),
  atMost: Type.Integer({
    minimum: 4,
    maximum: 24,
    description: 'How many points there may be: the cost of judging grows with their cube.',
  }),
  within: Type.Number({
    exclusiveMinimum: 0,
    maximum: 1e6,
    description: 'No coordinate may be larger than this, nor smaller than its negative.',
  }),
});

/** Three points that no line tells apart are always in a row, or two of them in one place. */
const FEWEST = 3;

/**
 * Whether a data set of a student's own is one that no straight line fits and a small
 * network does. Both are found out here from the points alone: no program can claim them.
 */
export const kind: CheckKind<typeof Settings> = {
  settings: Settings,

  tried: ({ X, Y }) => ({ against: 'a rule', output: `${X}, ${Y}` }),

  judge({ settings, cases }) {
    let lowest = 1;
    for (const [at, { returned }] of cases.entries()) {
      const points = read(returned, settings, at);
      const finding = 'status' in points ? points : weigh(points, at);
      if (finding.status !== 'pass') return finding;
      lowest = Math.min(lowest, toFloat(finding.got.measured ?? 1));
    }
    return { status: 'pass', got: { measured: toReal(lowest) } };
  },
};

function weigh(points: readonly LabelledPlace[], at: number): Finding {
  const right = rightByBestLine(points);
  const measured = toReal(right / points.length);
  if (right === points.length) {
    const wrong = { entries: 0, of: points.length, first: [] };
    return { status: 'fail', reason: 'fits-a-line', got: { case: at, measured, wrong } };
  }
  const missed = missedByNetwork(points);
  const [first] = missed;
  if (first === undefined) return { status: 'pass', got: { measured } };
  const wrong = { entries: missed.length, of: points.length, first: [first] };
  return { status: 'fail', reason: 'no-network-fits', got: { case: at, measured, wrong } };
}

/** The points of a data set, or the finding that it is none. */
function read(
  returned: Value,
  { X: nameOfX, Y: nameOfY, atMost, within }: Frozen<Static<typeof Settings>>,
  at: number,
): readonly LabelledPlace[] | Finding {
  const X = numbersAt(returned, nameOfX, at);
  if ('status' in X) return X;
  const Y = numbersAt(returned, nameOfY, at);
  if ('status' in Y) return Y;
  const m = X.shape[0] ?? 0;
  const misfit =
    shapeMisfit(X, nameOfX, [m, 2], at) ??
    (labelsFit(Y, m) ? null : shapeMisfit(Y, nameOfY, [m, 1], at));
  if (misfit !== null) return misfit;
  const infinite = notFinite(X, nameOfX, at) ?? notFinite(Y, nameOfY, at);
  if (infinite !== null) return infinite;
  const not = (words: string, got: Partial<Got>): Finding => ({
    status: 'fail',
    reason: 'not-a-data-set',
    got: { case: at, words, ...got },
  });
  if (m < FEWEST) return not('too-few', { names: [nameOfX], measured: m });
  if (m > atMost) return not('too-many', { names: [nameOfX], measured: m });
  const far = X.data.findIndex((entry) => Math.abs(entry) > within);
  if (far >= 0) {
    const names = [`${nameOfX}[${Math.floor(far / 2)}][${far % 2}]`];
    return not('too-far', { names, measured: toReal(X.data[far] ?? 0) });
  }
  const odd = Y.data.findIndex((label) => label !== 0 && label !== 1);
  if (odd >= 0) {
    return not('other-label', {
      names: [`${nameOfY}[${odd}]`],
      measured: toReal(Y.data[odd] ?? 0),
    });
  }
  const points = Y.data.map(
    (label, row): LabelledPlace => ({
      x1: X.data[2 * row] ?? 0,
      x2: X.data[2 * row + 1] ?? 0,
      label: label === 1 ? 1 : 0,
    }),
  );
  const [first] = points;
  if (points.every(({ label }) => label === first?.label)) {
    return not('one-class', { names: [nameOfY], measured: first?.label ?? 0 });
  }
  const pair = contradiction(points);
  return pair === null
    ? points
    : not('contradiction', { names: pair.map((row) => `${nameOfX}[${row}]`) });
}

function numbersAt(returned: Value, name: string, at: number): Tensor | Finding {
  const value = valueAt(returned, name);
  const got = { case: at, names: [name], words: describeValue(value) };
  if (value === null || value.kind === 'nothing') {
    return { status: 'fail', reason: 'nothing-returned', got };
  }
  return toTensor(value) ?? { status: 'fail', reason: 'not-numbers', got };
}

/** Labels may come as a column, or as a list with one for each point. */
function labelsFit({ shape }: Tensor, m: number): boolean {
  return shape[0] === m && (shape[1] ?? 1) === 1;
}

function shapeMisfit(
  { shape }: Tensor,
  name: string,
  expected: readonly number[],
  at: number,
): Finding | null {
  if (shape.join() === expected.join()) return null;
  const got = { case: at, names: [name], shape: { yours: [...shape], expected: [...expected] } };
  return { status: 'fail', reason: 'wrong-shape', got };
}

/** The first two points that are in one place and of two classes: nothing can tell them apart. */
function contradiction(points: readonly LabelledPlace[]): readonly [number, number] | null {
  for (const [row, { x1, x2, label }] of points.entries()) {
    const earlier = points.findIndex(
      (each) => each.x1 === x1 && each.x2 === x2 && each.label !== label,
    );
    if (earlier >= 0 && earlier < row) return [earlier, row];
  }
  return null;
}
