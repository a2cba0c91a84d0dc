import type { Picture } from '../contract/picture.ts';
import {
  type CheckResult,
  type Compared,
  ERROR_REASONS,
  type Got,
  PASS_REASONS,
  REASONS,
  type Reason,
  type Result,
  ResultSchema,
  type Signature,
  SKIP_REASONS,
  type Status,
} from '../contract/result.ts';
import { firstProblem } from '../contract/validator.ts';
import {
  checkResult,
  exerciseResult,
  FIRST,
  facts,
  failedCheck,
  failedExercise,
  got,
  resultOf,
  SECOND,
} from './documents.ts';

const WORST: Partial<Got> = {
  worst: { index: [1, 2], yours: 0.5, error: 0.25, allowed: 1e-9 },
  wrong: { entries: 2, of: 12, first: [1, 2] },
};
const THROWN: Partial<Got> = {
  thrown: { name: 'TypeError', message: 'X.matmul is not a function' },
};

/** What comes back with each reason, as grading fills it in. */
const GOT: Readonly<Record<Reason, Partial<Got>>> = {
  'as-expected': { margin: 0.5 },
  'file-missing': {},
  'file-refused': { words: 'symbolic-link' },
  'syntax-error': { words: 'Expected ";" but found "return"', place: { line: 3, column: 5 } },
  'forbidden-import': {
    words: 'This exercise cannot import "node:fs".',
    place: { line: 1, column: 16 },
  },
  'threw-while-loading': THROWN,
  'stopped-while-loading': { words: 'timed-out' },
  'export-missing': { case: 0, names: ['forward'] },
  'not-written': { case: 0, names: ['forward'] },
  threw: { case: 1, ...THROWN },
  'timed-out': { case: 1 },
  'out-of-memory': { case: 1 },
  'too-much-output': { case: 1 },
  'ended-early': { case: 1 },
  'not-reached': { case: 2 },
  'nothing-returned': { case: 0, names: ['Z'], words: 'nothing' },
  'not-numbers': { case: 0, names: ['Z'], words: 'the text "1"' },
  'wrong-shape': { case: 0, names: ['Z'], shape: { yours: [7, 3], expected: [3, 7] } },
  'not-finite': {
    case: 0,
    names: ['Z'],
    worst: { index: [1, 2], yours: 'NaN', error: 'NaN', allowed: 0 },
  },
  'values-differ': { case: 1, names: ['Z'], ...WORST },
  'words-differ': { case: 0, names: ['verdict'], words: 'the text "maybe"' },
  'gradient-differs': { case: 1, names: ['dW1'], ...WORST, skipped: { entries: 0, of: 12 } },
  'below-threshold': { case: 0, measured: 0.765 },
  'explains-too-little': { case: 0, measured: 0.615 },
  'loss-does-not-fall': { case: 0, measured: 0.5 },
  'does-not-fall': {
    case: 0,
    names: ['losses'],
    worst: { index: [3], yours: 0.75, error: 0.125, allowed: 0 },
  },
  'input-changed': { case: 0, names: ['X', 'cache.A1'] },
  'not-repeatable': { case: 0 },
  'rows-do-not-add-up': {
    case: 0,
    names: ['P'],
    worst: { index: [2], yours: 0.75, error: 0.25, allowed: 1e-9 },
  },
  'rows-missing': {
    case: 0,
    names: ['batches', 'X'],
    wrong: { entries: 3, of: 11, first: [2] },
  },
  'rows-repeated': {
    case: 0,
    names: ['batches', 'X'],
    wrong: { entries: 3, of: 15, first: [2] },
  },
  'rows-new': { case: 0, names: ['batches', 'X'], wrong: { entries: 1, of: 11, first: [4] } },
  'pairs-broken': {
    case: 0,
    names: ['batches', 'labels'],
    wrong: { entries: 9, of: 11, first: [0] },
  },
  'order-kept': { case: 0, names: ['second', 'first'] },
  'spread-differs': {
    case: 0,
    names: ['W1'],
    words: 'standard deviation',
    measured: 0.75,
    due: '0.5',
  },
  'outside-the-band': {
    case: 0,
    names: ['accuracy'],
    worst: { index: [], yours: 0.5, error: 0.25, allowed: 0 },
    due: 'at least 0.75',
    measured: -0.25,
  },
  'not-a-data-set': { case: 0, names: ['Y[3]'], words: 'other-label', measured: 2 },
  'fits-a-line': { case: 0, measured: 1, wrong: { entries: 0, of: 6, first: [] } },
  'no-network-fits': { case: 0, measured: 0.75, wrong: { entries: 2, of: 8, first: [3] } },
  'forbidden-name': { names: ['Math.random'], place: { line: 4, column: 7 } },
  'name-missing': { names: ['relu'], place: null },
  'reference-failed': { case: 0 },
  'too-many-kinks': { skipped: { entries: 5, of: 12 } },
  'no-such-probe': { names: ['sideways'] },
  'waits-for-exercise': {},
};

/** A check that ended for a reason, as grading tells of it. */
export function checkFor(reason: Reason): CheckResult {
  const own = { id: reason, title: `a check that ends in ${reason}`, reason } as const;
  const status = statusOf(reason);
  if (status === 'pass') return checkResult({ ...own, got: got(GOT[reason]) });
  if (status !== 'skip') return failedCheck({ ...own, status, got: got(GOT[reason]) });
  return failedCheck({ ...own, status, got: null, means: { mistake: null, waitsFor: FIRST } });
}

function statusOf(reason: Reason): Status {
  const among = (reasons: readonly string[]) => reasons.includes(reason);
  if (among(PASS_REASONS)) return 'pass';
  if (among(ERROR_REASONS)) return 'error';
  return among(SKIP_REASONS) ? 'skip' : 'fail';
}

const MISTAKE = {
  id: 'factor',
  title: 'the factor m is forgotten',
  hint: 'What is divided by m?',
  shownBy: [],
};

/** Signatures that between them hold every text that one can hold. */
const SIGNATURES: readonly Signature[] = [
  {
    kind: 'own-loss',
    outputs: ['dW1'],
    loss: 'loss',
    factor: {
      number: 7,
      quantities: [
        { is: 'rows', of: 'X' },
        { is: 'value', of: 'steps' },
      ],
      inverse: false,
      negative: false,
    },
  },
  { kind: 'only-where', outputs: ['A'], sign: 'negative', of: 'Z' },
  { kind: 'difference', outputs: ['dW1'], others: ['W1'] },
  { kind: 'alone', outputs: ['db1'], right: ['dW1', 'dW2'] },
];

const COMPARED: Compared = {
  rows: 1,
  columns: 2,
  from: { row: 0, column: 0 },
  cut: true,
  yours: [0.5, 'NaN'],
  expected: [0.25, 1],
  wrong: [true, true],
};

const label = { label: 'step', scale: 'linear' } as const;
const toLookAt = { title: 'A picture', words: 'To look at.' };

const PICTURES: readonly Picture[] = [
  {
    draw: 'curves',
    ...toLookAt,
    x: label,
    y: label,
    curves: [
      { name: 'loss', whose: 'yours', points: [0, 1, 2].map((x) => ({ x, y: 3 - x })) },
      { name: 'loss', whose: 'reference', points: [0, 1, 2].map((x) => ({ x, y: 4 - x })) },
    ],
  },
  {
    draw: 'dots',
    ...toLookAt,
    axis: { label: 'error', scale: 'logarithmic' },
    shows: 'outputs',
    dots: [{ name: 'dW1', yours: 1e-3, reference: 1e-9 }],
    limit: { at: 1e-5, words: 'allowed' },
  },
  {
    draw: 'boundary',
    ...toLookAt,
    x1: { from: -1, to: 1 },
    x2: { from: -1, to: 1 },
    grid: { columns: 2, rows: 2, probabilities: [0, 1, 0, 1] },
    train: [
      { x1: -0.5, x2: 0, label: 0 },
      { x1: 0.5, x2: 0, label: 1 },
    ],
    test: [{ x1: 0.5, x2: 0.5, label: 1 }],
    counts: { train: 2, test: 1 },
    accuracy: { train: 1, test: 1 },
  },
  {
    draw: 'surface',
    ...toLookAt,
    x1: { from: -1, to: 1 },
    x2: { from: -1, to: 1 },
    grid: { columns: 2, rows: 2, values: [-2, 0.5, 1, 3] },
    train: [
      { x1: -0.5, x2: 0, value: -1 },
      { x1: 0.5, x2: 0, value: 2 },
    ],
    test: [{ x1: 0.5, x2: 0.5, value: 2.5 }],
    counts: { train: 2, test: 1 },
    explained: { train: 0.97, test: 0.91 },
  },
];

/** A result in which everything happened that can happen. */
export const eventful: Result = resultOf([
  failedExercise({
    mistakes: [MISTAKE],
    deliverable: 'A network, written from scratch',
    source: 'export function forward(X) {\n  return X;\n}\n',
    pictures: PICTURES,
    facts: facts({
      exports: [{ name: 'forward', parameters: 1, line: 1, last: 3 }],
      advice: [{ line: 3, column: 1, code: 2322, message: 'A string is no number.' }],
    }),
    printed: 'one line\nand another',
    checks: [
      failedCheck({ means: { mistake: MISTAKE.id, waitsFor: null } }),
      failedCheck({ got: got({ case: 0, names: ['Z'], compared: COMPARED }) }),
      ...SIGNATURES.map((each) =>
        failedCheck({ means: { mistake: null, waitsFor: null, signatures: [each] } }),
      ),
      ...REASONS.map(checkFor),
    ],
  }),
  exerciseResult({
    slug: SECOND,
    title: 'Second',
    linked: [FIRST],
    source: 'export const forward = tanh;',
    question: { line: 1, ask: 'What bends here?' },
  }),
]);

type Path = readonly string[];

/** The places of a result at which the contract leaves the text free. */
export function freeTexts(result: Result): readonly Path[] {
  return textsIn(result).filter(
    (path) => firstProblem(ResultSchema, saying(result, [path], '<free>')) === null,
  );
}

/** The same places by the field that they are: in lists all entries together. */
export function freeFields(result: Result): ReadonlyMap<string, readonly Path[]> {
  const fields = new Map<string, Path[]>();
  for (const place of freeTexts(result)) {
    const field = fieldOf(place);
    fields.set(field, [...(fields.get(field) ?? []), place]);
  }
  return fields;
}

/** The same places of any result, without asking the contract about each. */
export function likeFreeTexts(result: Result): readonly Path[] {
  return textsIn(result).filter((path) => FREE_FIELDS.has(fieldOf(path)));
}

/** The same result with other words at these places. */
export function saying(result: Result, places: readonly Path[], words: string): Result {
  const copy: unknown = structuredClone(result);
  for (const place of places) {
    let parent = copy;
    for (const step of place.slice(0, -1)) parent = partsOf(parent)[step];
    partsOf(parent)[place.at(-1) ?? ''] = words;
  }
  // Only texts were exchanged for texts.
  return copy as Result;
}

function textsIn(part: unknown, path: Path = []): readonly Path[] {
  if (typeof part === 'string') return [path];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([step, inner]) => textsIn(inner, [...path, step]));
}

/** Lists and records alike, by the names of their parts. */
function partsOf(whole: unknown): Record<string, unknown> {
  if (typeof whole !== 'object' || whole === null) throw new Error('a place leads nowhere');
  // Every object can be read and written by names.
  return whole as Record<string, unknown>;
}

function fieldOf(path: Path): string {
  return path.filter((step) => !/^\d+$/.test(step)).join('.');
}

/** The places of the result that has them all: asking the contract about each takes its time. */
export const EVENTFUL_TEXTS = freeTexts(eventful);

/** The result in which everything happened, with these words wherever the text is free. */
export const eventfulSaying = (words: string): Result => saying(eventful, EVENTFUL_TEXTS, words);

const FREE_FIELDS: ReadonlySet<string> = new Set(EVENTFUL_TEXTS.map(fieldOf));
