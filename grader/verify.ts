import type { Analyst } from './analysis/analyst.ts';
import { makeStub, StubFailure } from './analysis/stub.ts';
import type { CheckKind } from './contract/check-kind.ts';
import type { Course, CourseExercise } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { Result } from './contract/result.ts';
import type { Submission, SubmittedFile } from './contract/submission.ts';
import { type Grading, grade } from './grade.ts';
import { applyMistake, KeyMaker, readMistakes } from './make-key.ts';
import { Session } from './sandbox/session.ts';

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
  readonly kinds: ReadonlyMap<string, CheckKind>;
  readonly analyst: Analyst;
  readonly exercises: readonly CourseExercise[];
  /** How many seeds the solutions are tried on. */
  readonly seeds: number;
  /** Called after each step, with what is left to do. */
  readonly progress: (done: string) => void;
}

/**
 * Proves the course itself: every solution earns full marks on every seed, every
 * untouched stub earns nothing, every mistake loses points, two runs give the same
 * bytes, and the stubs are those that the solutions make.
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
  const submission = submissionOf(
    verification.course,
    'solution',
    ({ solution }) => solution?.source ?? '',
  );
  const breaches = new Map<ExerciseSlug, string>();
  const bytes: string[] = [];
  for (let seed = 1; seed <= verification.seeds; seed += 1) {
    // The first seed is graded twice, with a key made anew, to compare the bytes.
    for (let run = 0; run < (seed === 1 ? 2 : 1); run += 1) {
      const keys = new KeyMaker(verification.course, String(seed));
      try {
        const { result } = await grade(gradingOf(verification, keys), submission);
        if (seed === 1) bytes.push(JSON.stringify({ ...result, timings: {} }));
        for (const exercise of result.exercises) {
          const loss = exercise.checks.find(({ status }) => status !== 'pass');
          if (loss !== undefined && !breaches.has(exercise.slug)) {
            breaches.set(exercise.slug, `seed ${seed}: ${loss.id} ${loss.status}: ${loss.reason}`);
          }
        }
      } finally {
        keys.close();
      }
    }
    verification.progress(`solutions, seed ${seed} of ${verification.seeds}`);
  }
  const same = bytes[0] === bytes[1];
  return verification.exercises.flatMap(({ slug }): readonly Proof[] => [
    {
      slug,
      claim: 'solution',
      holds: !breaches.has(slug),
      detail: breaches.get(slug) ?? `full marks on ${verification.seeds} seeds`,
    },
    { slug, claim: 'same bytes', holds: same, detail: same ? 'the same' : 'two runs differ' },
  ]);
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
    let named = 0;
    for (const mistake of mistakes) {
      const submission = submissionOf(verification.course, mistake.id, (each) =>
        each === exercise
          ? applyMistake(slug, solution.source, mistake)
          : (each.solution?.source ?? ''),
      );
      const grading = { ...gradingOf(verification, keys), only: new Set([slug]) };
      const { result } = await grade(grading, submission);
      if (losesPoints(result)) named += isNamed(result, mistake.id) ? 1 : 0;
      else breaches.push(mistake.id);
    }
    verification.progress(`mistakes of ${slug}`);
    proofs.push({
      slug,
      claim: 'mistakes',
      holds: breaches.length === 0,
      detail:
        breaches.length === 0
          ? `${mistakes.length} cost points, ${named} named`
          : `full marks for ${breaches.join(', ')}`,
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

function gradingOf({ course, kinds, analyst, exercises }: Verification, keys: KeyMaker): Grading {
  return { course, kinds, analyst, keys, only: new Set(exercises.map(({ slug }) => slug)) };
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
