import { Type } from '@sinclair/typebox';
import { kind as matches } from '../checks/matches.ts';
import type { CheckKind, Finding } from '../contract/check-kind.ts';
import type { ExerciseEvidence } from '../contract/evidence.ts';
import type { Check } from '../contract/exercise.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Kinds } from '../contract/kinds.ts';
import type { CheckResult } from '../contract/result.ts';
import { judge } from '../judge.ts';
import {
  check,
  courseExercise,
  courseOf,
  evidenceOf,
  exerciseEvidence,
  FIRST,
  keyExercise,
  keyMistake,
  returned,
  SECOND,
} from './documents.ts';
import { number, record } from './values.ts';

/** A kind of check that always finds the same. */
export const always = (finding: Finding): CheckKind => ({
  settings: Type.Object({}),
  tried: () => ({ against: 'a rule' }),
  judge: () => finding,
});

/** Kinds of check by what they always find, and a real one. */
const CHECK_KINDS: ReadonlyMap<string, CheckKind> = new Map([
  ['pass', always({ status: 'pass', got: {} })],
  ['fail', always({ status: 'fail', reason: 'values-differ', got: { case: 0, names: ['Z'] } })],
  [
    'method not written',
    always({ status: 'fail', reason: 'not-written', got: { case: 0, names: ['forward.step'] } }),
  ],
  ['error', always({ status: 'error', reason: 'too-many-kinks', got: {} })],
  // Its settings have been held to its schema before anything is judged.
  ['matches', matches as CheckKind],
]);

export const KINDS: Kinds = { checks: CHECK_KINDS, pictures: new Map() };

/** An exercise and what is said of it, as far as a test cares. */
export interface Scene {
  readonly checks?: readonly Partial<Check>[];
  readonly evidence?: Partial<ExerciseEvidence>;
  readonly key?: Partial<KeyExercise>;
  readonly kinds?: Partial<Kinds>;
}

/** Judges a single exercise. */
export function judgeOne({ checks = [{}], evidence = {}, key = {}, kinds = {} }: Scene) {
  const course = courseOf(
    courseExercise({}, { checks: checks.map((own, at) => check({ id: `check-${at}`, ...own })) }),
  );
  const result = judge(evidenceOf(exerciseEvidence(evidence)), {
    course,
    keys: new Map([[FIRST, keyExercise(key)]]),
    kinds: { ...KINDS, ...kinds },
    shown: new Set([FIRST]),
  });
  const [exercise] = result.exercises;
  const [first] = exercise?.checks ?? [];
  if (exercise === undefined || first === undefined) throw new Error('nothing was judged');
  return { result, exercise, first };
}

/** Judges a check that names no probe. */
export function judgeWithoutProbe(kind: string): CheckResult {
  const { probe: _, ...withoutProbe } = check({ kind });
  const result = judge(evidenceOf(exerciseEvidence()), {
    course: courseOf(courseExercise({}, { checks: [withoutProbe] })),
    keys: new Map([[FIRST, keyExercise()]]),
    kinds: KINDS,
    shown: new Set([FIRST]),
  });
  const first = result.exercises[0]?.checks[0];
  if (first === undefined) throw new Error('nothing was judged');
  return first;
}

/** Checks of these kinds. */
export const kindsOf = (...names: readonly string[]) => names.map((kind) => ({ kind }));

/** Two exercises, of which the second builds on the first. */
export interface Two {
  /** Kinds of the check of the first exercise and of that of the second, which builds on it. */
  readonly first: string;
  readonly second: string;
  /** Kind of a check of the second exercise that builds on nothing. */
  readonly also?: string;
  readonly linked?: readonly ExerciseSlug[];
  readonly shown?: readonly ExerciseSlug[];
}

/** Judges two exercises, of which the second builds on the first. */
export function judgeTwo({ first, second, also, linked = [], shown = [FIRST, SECOND] }: Two) {
  const course = courseOf(
    courseExercise({}, { checks: [check({ kind: first })] }),
    courseExercise(
      { slug: SECOND },
      {
        buildsOn: [FIRST],
        checks: [
          check({ kind: second, buildsOn: [FIRST] }),
          ...(also === undefined ? [] : [check({ id: 'also', kind: also })]),
        ],
      },
    ),
  );
  const mistakes = [keyMistake('factor', { forward: [returned(record({ Z: number(1) }))] })];
  const result = judge(evidenceOf(exerciseEvidence(), exerciseEvidence({ slug: SECOND, linked })), {
    course,
    keys: new Map([
      [FIRST, keyExercise()],
      [SECOND, keyExercise({ slug: SECOND, mistakes })],
    ]),
    kinds: KINDS,
    shown: new Set(shown),
  });
  const judged = result.exercises.find(({ slug }) => slug === SECOND);
  const [waiting] = judged?.checks ?? [];
  if (judged === undefined || waiting === undefined) throw new Error('nothing was judged');
  return { result, second: judged, waiting };
}
