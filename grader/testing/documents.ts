import type { JudgedCase } from '../contract/check-kind.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { Evidence, ExerciseEvidence, Observation } from '../contract/evidence.ts';
import { type Check, DEFAULT_LIMITS, type Exercise } from '../contract/exercise.ts';
import type { Facts } from '../contract/facts.ts';
import { probesFingerprint } from '../contract/fingerprint.ts';
import {
  type ExerciseSlug,
  GRADER_VERSION,
  isExerciseSlug,
  thousandths,
} from '../contract/identity.ts';
import type { KeyCase, KeyExercise, KeyMistake } from '../contract/key.ts';
import type { CheckResult, ExerciseResult, Got, Result } from '../contract/result.ts';
import type { Value } from '../contract/value.ts';
import { number, record } from './values.ts';

// The smallest documents that the contract accepts; a test states only what it is about.

/** A slug, and proof that it is one. */
export function slugOf(text: string): ExerciseSlug {
  if (!isExerciseSlug(text)) throw new Error(`"${text}" is no slug`);
  return text;
}

export const FIRST = slugOf('01-first');
export const SECOND = slugOf('02-second');

/** What a call that came back with this value is observed as. */
export const returned = (
  output: Value,
  more: { readonly changed?: readonly string[]; readonly repeats?: boolean } = {},
): Observation => ({ outcome: 'returned', output, changed: null, repeats: null, ...more });

/** A case of a check; reference and student return nothing of note unless told otherwise. */
export const judgedCase = (own: Partial<JudgedCase> = {}): JudgedCase => ({
  input: record({}),
  truth: null,
  slopes: null,
  expected: record({}),
  returned: record({}),
  changed: null,
  repeats: null,
  ...own,
});

/** A case of a key, whose reference returned a record. */
export const keyCase = (
  reference: Readonly<Record<string, Value>>,
  own: Partial<KeyCase> = {},
): KeyCase => ({
  input: record({}),
  truth: null,
  reference: returned(record(reference)),
  slopes: null,
  ...own,
});

export const keyMistake = (id: string, departs: KeyMistake['departs']): KeyMistake => ({
  id,
  title: `the mistake ${id}`,
  hint: `What about ${id}?`,
  departs,
});

export const keyExercise = (own: Partial<KeyExercise> = {}): KeyExercise => ({
  slug: FIRST,
  digest: 'digest of 01-first',
  exports: ['forward'],
  probes: { forward: { watched: false, functions: [], cases: [keyCase({ Z: number(1) })] } },
  mistakes: [],
  ...own,
});

export const exerciseEvidence = (own: Partial<ExerciseEvidence> = {}): ExerciseEvidence => ({
  slug: FIRST,
  path: 'exercises/01-first/first.ts',
  module: { state: 'loaded', exports: ['forward'] },
  source: null,
  facts: null,
  asked: probesFingerprint(''),
  linked: [],
  probes: { forward: [returned(record({ Z: number(1) }))] },
  printed: '',
  ...own,
});

export const evidenceOf = (...exercises: readonly ExerciseEvidence[]): Evidence => ({
  schema: 'chainrule/evidence',
  version: 1,
  grader: GRADER_VERSION,
  course: 'course',
  seed: '42',
  secret: false,
  isolation: 'process',
  node: 'v20.19.0',
  submission: 'ada',
  exercises,
});

export const facts = (own: Partial<Facts> = {}): Facts => ({
  syntaxErrors: [],
  exports: [],
  imports: [],
  uses: [],
  advice: [],
  ...own,
});

export const check = (own: Partial<Check> = {}): Check => ({
  id: 'agrees',
  title: 'Z agrees with the reference',
  points: 10,
  kind: 'matches',
  probe: 'forward',
  with: { outputs: ['Z'] },
  ...own,
});

export const manifest = (own: Partial<Exercise> = {}): Exercise => ({
  title: 'First',
  summary: 'The first of all.',
  lessons: [],
  file: 'first.ts',
  packages: [],
  buildsOn: [],
  checks: [check()],
  ...own,
});

export const courseExercise = (
  own: Partial<CourseExercise> = {},
  ownManifest: Partial<Exercise> = {},
): CourseExercise => ({
  slug: FIRST,
  manifest: manifest(ownManifest),
  limits: DEFAULT_LIMITS,
  stub: '',
  probes: '',
  solution: null,
  digest: 'digest of 01-first',
  ...own,
});

export const courseOf = (...exercises: readonly CourseExercise[]): Course => ({
  id: 'course',
  exercises,
});

export const got = (own: Partial<Got> = {}): Got => ({
  case: null,
  shape: null,
  worst: null,
  wrong: null,
  compared: null,
  skipped: null,
  margin: null,
  measured: null,
  names: [],
  words: null,
  due: null,
  thrown: null,
  place: null,
  ...own,
});

export const checkResult = (own: Partial<CheckResult> = {}): CheckResult => ({
  id: 'agrees',
  title: 'Z agrees with the reference',
  kind: 'matches',
  status: 'pass',
  reason: 'as-expected',
  points: { earned: thousandths(10), possible: thousandths(10) },
  tried: {
    probe: 'forward',
    functions: ['forward'],
    cases: 3,
    output: 'Z',
    against: 'reference',
    tolerance: { absolute: 1e-9, relative: 1e-7 },
    threshold: null,
  },
  got: got(),
  means: { mistake: null, waitsFor: null },
  ...own,
});

/** A check that failed, with all that a report can say of one. */
export const failedCheck = (own: Partial<CheckResult> = {}): CheckResult =>
  checkResult({
    status: 'fail',
    reason: 'values-differ',
    points: { earned: thousandths(0), possible: thousandths(10) },
    got: got({
      case: 1,
      names: ['Z'],
      worst: { index: [1, 2], yours: 0.5, error: 0.25, allowed: 1e-9 },
      wrong: { entries: 2, of: 12, first: [0, 1] },
      margin: 2.5e8,
    }),
    ...own,
  });

export const exerciseResult = (own: Partial<ExerciseResult> = {}): ExerciseResult => ({
  slug: FIRST,
  title: 'First',
  summary: 'The first of all.',
  file: 'first.ts',
  path: 'exercises/01-first/first.ts',
  source: null,
  status: 'pass',
  points: { earned: thousandths(10), possible: thousandths(10) },
  module: { state: 'loaded', exports: ['forward'] },
  limits: DEFAULT_LIMITS,
  facts: null,
  linked: [],
  printed: '',
  mistakes: [],
  checks: [checkResult()],
  pictures: [],
  question: null,
  ...own,
});

/** An exercise with one check that failed. */
export const failedExercise = (own: Partial<ExerciseResult> = {}): ExerciseResult =>
  exerciseResult({
    status: 'fail',
    points: { earned: thousandths(0), possible: thousandths(10) },
    checks: [failedCheck()],
    ...own,
  });

export const resultOf = (
  exercises: readonly ExerciseResult[],
  own: Partial<Result> = {},
): Result => ({
  schema: 'chainrule/result',
  version: 1,
  grader: GRADER_VERSION,
  course: 'course',
  seed: '42',
  secret: false,
  isolation: 'process',
  node: 'v20.19.0',
  submission: 'ada',
  status: exercises.every(({ status }) => status === 'pass') ? 'pass' : 'fail',
  points: { earned: thousandths(0), possible: thousandths(10) },
  exercises,
  timings: {},
  ...own,
});
