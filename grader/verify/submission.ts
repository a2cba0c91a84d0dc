import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult, Result } from '../contract/result.ts';
import type { Submission, SubmittedFile } from '../contract/submission.ts';
import type { Grading } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import type { Verification } from './proof.ts';

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

/** Grading of the exercises that are asked for, by the key of one seed. */
export function gradingOf({ exercises, ...workbench }: Verification, keys: KeySource): Grading {
  const { course, kinds, analyst, sessions } = workbench;
  const only = new Set(exercises.map(({ slug }) => slug));
  return { course, kinds, analyst, sessions, keys, only };
}

/** What a result says of one exercise. */
export function exerciseIn(
  result: Result | undefined,
  slug: ExerciseSlug,
): ExerciseResult | undefined {
  return result?.exercises.find((exercise) => exercise.slug === slug);
}
