import { asHandedIn, StubFailure } from '../analysis/stub.ts';
import type { CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult, Result } from '../contract/result.ts';
import type { Submission } from '../contract/submission.ts';
import { type Grading, grade } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import { lossIn } from './full-marks.ts';
import type { Proof, Verification } from './proof.ts';
import { exerciseIn, gradingOf, submissionOf } from './submission.ts';

/** Another right way to write one exercise, in the midst of solutions. */
export interface Attempt {
  readonly exercise: CourseExercise;
  readonly name: string;
  readonly submission: Submission;
  /** Reads the submission once: what stands in a source is the same with every seed. */
  readonly analyst: Grading['analyst'];
}

/** What came of an attempt on one seed. */
export interface Trial {
  readonly slug: ExerciseSlug;
  readonly name: string;
  readonly seed: string;
  readonly result: ExerciseResult | null;
  /** What a student would have lost or read without cause; `null` where it is nothing. */
  readonly breach: string | null;
}

/** Every alternative of the exercises that are asked for, as a student would hand it in. */
export function attemptsOf({ course, exercises, analyst }: Verification): readonly Attempt[] {
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const solutions = new Map(
    course.exercises.map(({ slug, solution }) => [slug, handedIn(solution?.source ?? '', files)]),
  );
  return exercises.flatMap((exercise) =>
    (exercise.solution?.alternatives ?? []).map(({ name, source }): Attempt => {
      const texts = new Map(solutions).set(exercise.slug, handedIn(source, files));
      const submission = submissionOf(course, name, ({ slug }) => texts.get(slug) ?? '');
      return { exercise, name, submission, analyst: readingOnce(analyst) };
    }),
  );
}

/** For one submission of which the same exercises are read each time. */
function readingOnce(analyst: Grading['analyst']): Grading['analyst'] {
  let facts: ReturnType<typeof analyst.analyse> | null = null;
  return {
    analyse(exercises, submission) {
      facts ??= analyst.analyse(exercises, submission);
      return facts;
    },
  };
}

/** An import that leads nowhere is left as it is: it costs every check, and that is told. */
function handedIn(source: string, files: ReadonlyMap<ExerciseSlug, string>): string {
  try {
    return asHandedIn(source, files);
  } catch (error) {
    if (error instanceof StubFailure) return source;
    throw error;
  }
}

/** Grades each attempt by itself, by the key of one seed. */
export async function tryAlternatives(
  verification: Verification,
  attempts: readonly Attempt[],
  keys: KeySource,
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const { exercise, name, submission, analyst } of attempts) {
    const { slug } = exercise;
    const grading = { ...gradingOf(verification, keys), analyst, only: new Set([slug]) };
    const { result } = await grade(grading, submission);
    const own = exerciseIn(result, slug) ?? null;
    trials.push({ slug, name, seed: keys.seed, result: own, breach: breachIn(result, exercise) });
  }
  return trials;
}

/** A right program earns everything, is taken for no mistake, and gets no advice on its types. */
function breachIn(result: Result, exercise: CourseExercise): string | null {
  const { mistakes = [], facts = null } = exerciseIn(result, exercise.slug) ?? {};
  const taken = mistakes.map(({ id }) => `taken for ${id}`);
  const advised = facts?.advice.map(({ line, message }) => `advice on line ${line}: ${message}`);
  const breaches = [lossIn(result, exercise), ...taken, ...(advised ?? []).slice(0, 1)];
  return breaches.filter((breach) => breach !== null).join(', ') || null;
}

/** Whoever writes a right program in another way than ours earns as much, and is left in peace. */
export function proveAlternatives(
  { slug, solution }: CourseExercise,
  trials: readonly Trial[],
): Proof {
  const alternatives = solution?.alternatives ?? [];
  if (alternatives.length === 0) {
    return { slug, claim: 'alternatives', holds: true, detail: 'none written' };
  }
  const breaches = alternatives.flatMap(({ name }) => {
    const first = trials.find(
      (trial) => trial.slug === slug && trial.name === name && trial.breach !== null,
    );
    return first === undefined ? [] : [`${name}, seed ${first.seed}: ${first.breach}`];
  });
  const holds = breaches.length === 0;
  const detail = holds ? `${alternatives.length} right` : breaches.join('; ');
  return { slug, claim: 'alternatives', holds, detail };
}
