import type { Analyst } from './analysis/analyst.ts';
import { makeStub, StubFailure } from './analysis/stub.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { Kinds } from './contract/kinds.ts';
import type { ExerciseResult, Result } from './contract/result.ts';
import type { Submission, SubmittedFile } from './contract/submission.ts';
import { type Grading, grade } from './grade.ts';
import { KeyMaker } from './make-key.ts';
import { applyMistake, readMistakes } from './mistakes.ts';
import { Session } from './sandbox/session.ts';
import type { Sessions } from './sandbox/sessions.ts';

/** One thing that must hold of a course, and whether it does. */
export interface Proof {
  readonly slug: ExerciseSlug;
  readonly claim: 'solution' | 'stub' | 'mistakes' | 'same bytes' | 'drift';
  readonly holds: boolean;
  /** What was tried, or the first breach. */
  readonly detail: string;
}

/** What verification works with. */
export interface Verification {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly analyst: Pick<Analyst, 'analyse' | 'close'>;
  readonly sessions: Sessions;
  readonly exercises: readonly CourseExercise[];
  /** How many seeds the solutions are tried on. */
  readonly seeds: number;
  /** Called after each step, with what is done. */
  readonly progress: (done: string) => void;
}

/**
 * Proves the course itself: every solution earns full marks on every seed, every
 * untouched stub earns nothing, every mistake loses points and is named, two runs
 * give the same bytes, and the stubs are those that the solutions make.
 */
export async function verify(verification: Verification): Promise<readonly Proof[]> {
  const solutions = await proveSolutions(verification);
  const first = new KeyMaker(verification.course, '1');
  try {
    return [
      ...solutions,
      ...(await proveStubs(verification, first)),
      ...(await proveMistakes(verification, first)),
      ...proveNoDrift(verification),
    ];
  } finally {
    first.close();
  }
}

async function proveSolutions(verification: Verification): Promise<readonly Proof[]> {
  const { exercises, seeds, analyst, progress } = verification;
  const results: Result[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    results.push(await gradeSolutions(verification, seed));
    progress(`solutions, seed ${seed} of ${seeds}`);
  }
  // Key and process are new in every run; the analyst would remember what it has read.
  await analyst.close();
  const again = await gradeSolutions(verification, 1);
  return exercises.flatMap((exercise) => [
    proveFullMarks(exercise, results),
    proveSameBytes(exercise.slug, results[0], again),
  ]);
}

async function gradeSolutions(verification: Verification, seed: number): Promise<Result> {
  const { course } = verification;
  const keys = new KeyMaker(course, String(seed));
  const submission = submissionOf(course, 'solution', ({ solution }) => solution?.source ?? '');
  try {
    return (await grade(gradingOf(verification, keys), submission)).result;
  } finally {
    keys.close();
  }
}

/** A right solution earns everything, and every picture can be drawn of it. */
function proveFullMarks({ slug, manifest }: CourseExercise, results: readonly Result[]): Proof {
  for (const result of results) {
    const exercise = exerciseIn(result, slug);
    const loss = exercise?.checks.find(({ status }) => status !== 'pass');
    const drawn = exercise?.pictures.map(({ title }) => title) ?? [];
    const lacking = manifest.pictures?.find(({ title }) => !drawn.includes(title));
    if (loss === undefined && lacking === undefined) continue;
    const why =
      loss === undefined
        ? `the picture "${lacking?.title}" cannot be drawn; is its probe in probes.ts, and are the outputs in "with"?`
        : `${loss.id} ${loss.status}: ${loss.reason}`;
    return { slug, claim: 'solution', holds: false, detail: `seed ${result.seed}: ${why}` };
  }
  return { slug, claim: 'solution', holds: true, detail: 'full marks' };
}

/** Two runs, each with a key, a process and an analyst of its own, are to say the same to the byte. */
function proveSameBytes(slug: ExerciseSlug, one: Result | undefined, other: Result): Proof {
  const [once, again] = [one, other].map((result) => exerciseIn(result, slug));
  const holds = JSON.stringify(once) === JSON.stringify(again);
  const differing = once?.checks.find(
    (check, at) => JSON.stringify(check) !== JSON.stringify(again?.checks[at]),
  );
  const where = differing === undefined ? '' : ` in ${differing.id}`;
  return {
    slug,
    claim: 'same bytes',
    holds,
    detail: holds ? 'the same' : `two runs differ${where}`,
  };
}

function exerciseIn(result: Result | undefined, slug: ExerciseSlug): ExerciseResult | undefined {
  return result?.exercises.find((exercise) => exercise.slug === slug);
}

async function proveStubs(verification: Verification, keys: KeyMaker): Promise<readonly Proof[]> {
  const submission = submissionOf(verification.course, 'stub', ({ stub }) => stub);
  const { result } = await grade(gradingOf(verification, keys), submission);
  verification.progress('stubs');
  return result.exercises.map(({ slug, points, checks }): Proof => {
    const gift = checks.find(({ status }) => status === 'pass');
    const holds = points.earned === 0 && gift === undefined;
    return {
      slug,
      claim: 'stub',
      holds,
      detail: holds ? '0 points' : `gives points for ${gift?.id}`,
    };
  });
}

async function proveMistakes(
  verification: Verification,
  keys: KeyMaker,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const exercise of verification.exercises) {
    const { slug, solution } = exercise;
    if (solution === null) continue;
    const session = new Session(128);
    const mistakes = await readMistakes(session, slug, solution).finally(() => session.close());
    const breaches: string[] = [];
    for (const mistake of mistakes) {
      const submission = submissionOf(verification.course, mistake.id, (each) =>
        each === exercise
          ? applyMistake(slug, solution.source, mistake)
          : (each.solution?.source ?? ''),
      );
      const grading = { ...gradingOf(verification, keys), only: new Set([slug]) };
      const { result } = await grade(grading, submission);
      if (!losesPoints(result)) breaches.push(`full marks for ${mistake.id}`);
      else if (!isNamed(result, mistake.id)) breaches.push(`${mistake.id} is not named`);
    }
    verification.progress(`mistakes of ${slug}`);
    proofs.push({
      slug,
      claim: 'mistakes',
      holds: breaches.length === 0,
      detail: breaches.length === 0 ? `${mistakes.length} named` : breaches.join(', '),
    });
  }
  return proofs;
}

function proveNoDrift({ course, exercises }: Verification): readonly Proof[] {
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  return exercises.map(({ slug, solution, stub }): Proof => {
    try {
      const holds = solution !== null && makeStub(solution.source, files) === stub;
      const detail = holds ? 'none' : 'run "chainrule stub" to write the stub anew';
      return { slug, claim: 'drift', holds, detail };
    } catch (error) {
      if (!(error instanceof StubFailure)) throw error;
      return { slug, claim: 'drift', holds: false, detail: error.message };
    }
  });
}

function gradingOf({ exercises, ...workbench }: Verification, keys: KeyMaker): Grading {
  const { course, kinds, analyst, sessions } = workbench;
  const only = new Set(exercises.map(({ slug }) => slug));
  return { course, kinds, analyst, sessions, keys, only };
}

/** A submission made of the course's own texts. */
export function submissionOf(
  course: Course,
  id: string,
  textOf: (exercise: CourseExercise) => string,
): Submission {
  const files = course.exercises.map((exercise) => {
    const path = `exercises/${exercise.slug}/${exercise.manifest.file}`;
    const file: SubmittedFile = { state: 'read', path, text: textOf(exercise) };
    return [exercise.slug, file] as const;
  });
  return { id, files: new Map(files) };
}

function losesPoints({ points, status }: Result): boolean {
  return points.earned < points.possible && status === 'fail';
}

function isNamed(result: Result, id: string): boolean {
  return result.exercises.some(({ mistakes }) => mistakes.some((mistake) => mistake.id === id));
}
