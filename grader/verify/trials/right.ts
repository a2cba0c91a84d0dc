import { createHash } from 'node:crypto';
import { asHandedIn, StubFailure } from '../../analysis/stub.ts';
import type { Course, CourseExercise } from '../../contract/course.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import type { Result } from '../../contract/result.ts';
import type { Submission } from '../../contract/submission.ts';
import { grade } from '../../grade.ts';
import { exerciseOf } from '../../solutions.ts';
import type { Bench } from '../bench.ts';
import type { RightFinding, Said } from '../finding.ts';
import { lossIn } from '../full-marks.ts';
import { findInKey, type KeyFindings } from '../key-findings.ts';
import type { Judged } from '../margins.ts';
import { exerciseIn, solutionsBut, solutionsOf } from '../submission.ts';
import type { Task } from '../task.ts';

/** Grades the solutions by the key of one seed, as if somebody had handed them in, and the other right ways. */
export async function tryRight(
  { seed, slugs }: Extract<Task, { kind: 'right' }>,
  bench: Bench,
): Promise<readonly RightFinding[]> {
  const { course } = bench.tools;
  const { result } = await grade(
    bench.grading(seed, slugs, bench.tools.sessions),
    solutionsOf(course),
  );
  const findings: RightFinding[] = [];
  for (const slug of slugs) {
    const exercise = exerciseOf(course, slug);
    const alternatives = await tryAlternatives(exercise, seed, bench);
    const right = [{ name: 'the solution', result }, ...alternatives].flatMap(
      ({ name, result }) => {
        const own = exerciseIn(result, slug);
        return own === undefined ? [] : [[name, own] as const];
      },
    );
    findings.push({
      kind: 'right',
      slug,
      seed,
      breach: lossIn(result, exercise),
      said: saidOf(result, slug),
      alternatives: alternatives.map(({ name, breach }) => ({ name, breach })),
      byKey: await lookIntoKey(exercise, seed, new Map(right), bench),
    });
  }
  return findings;
}

/** What the key says of mistakes, beside what became of right programs with the same seed. */
async function lookIntoKey(
  exercise: CourseExercise,
  seed: string,
  right: Judged,
  bench: Bench,
): Promise<KeyFindings | null> {
  if (exercise.solution === null) return null;
  const { course, kinds } = bench.tools;
  const key = await bench.keys(seed).withMistakes(exercise.slug);
  return findInKey({ course: course.id, exercise, kinds, key, seed }, right);
}

/** What came of another right way with one seed. */
interface Attempted {
  readonly name: string;
  readonly breach: string | null;
  readonly result: Result;
}

/** Each other right way by itself, in the midst of solutions. */
async function tryAlternatives(
  exercise: CourseExercise,
  seed: string,
  bench: Bench,
): Promise<readonly Attempted[]> {
  const trials: Attempted[] = [];
  for (const { name, source } of exercise.solution?.alternatives ?? []) {
    const submission = attempt(bench.tools.course, exercise, name, source);
    const { result } = await grade(bench.grading(seed, [exercise.slug]), submission);
    trials.push({ name, breach: breachIn(result, exercise), result });
  }
  return trials;
}

function attempt(
  course: Course,
  { slug }: CourseExercise,
  name: string,
  source: string,
): Submission {
  const files = new Map(course.exercises.map((each) => [each.slug, each.manifest.file]));
  return solutionsBut(course, name, slug, handedIn(source, files));
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

/** A right program earns everything, is taken for no mistake, and gets no advice on its types. */
function breachIn(result: Result, exercise: CourseExercise): string | null {
  const { mistakes = [], facts = null } = exerciseIn(result, exercise.slug) ?? {};
  const taken = mistakes.map(({ id }) => `taken for ${id}`);
  const advised = facts?.advice.map(({ line, message }) => `advice on line ${line}: ${message}`);
  const breaches = [lossIn(result, exercise), ...taken, ...(advised ?? []).slice(0, 1)];
  return breaches.filter((breach) => breach !== null).join(', ') || null;
}

/** Fingerprints of what a result says of one exercise. */
export function saidOf(result: Result, slug: ExerciseSlug): Said {
  const exercise = exerciseIn(result, slug);
  const checks = exercise?.checks ?? [];
  return {
    whole: fingerprint(exercise ?? null),
    checks: Object.fromEntries(checks.map((check) => [check.id, fingerprint(check)])),
  };
}

function fingerprint(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
