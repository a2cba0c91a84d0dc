import type { CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Result } from '../contract/result.ts';
import { grade } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import { lossIn } from './full-marks.ts';
import type { Proof, Verification } from './proof.ts';
import { exerciseIn, gradingOf, submissionOf } from './submission.ts';

/** Grades the solutions as if somebody had handed them in. */
export async function gradeSolutions(verification: Verification, keys: KeySource): Promise<Result> {
  const { course } = verification;
  const submission = submissionOf(course, 'solution', ({ solution }) => solution?.source ?? '');
  return (await grade(gradingOf(verification, keys), submission)).result;
}

/** A right solution earns everything, and every picture can be drawn of it. */
export function proveFullMarks(exercise: CourseExercise, results: readonly Result[]): Proof {
  const { slug } = exercise;
  for (const result of results) {
    const why = lossIn(result, exercise);
    if (why === null) continue;
    return { slug, claim: 'solution', holds: false, detail: `seed ${result.seed}: ${why}` };
  }
  return { slug, claim: 'solution', holds: true, detail: 'full marks' };
}

/** Two runs, each with a key, a process and an analyst of its own, are to say the same to the byte. */
export function proveSameBytes(slug: ExerciseSlug, one: Result | undefined, other: Result): Proof {
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
