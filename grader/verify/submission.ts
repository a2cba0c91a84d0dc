import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult, Result } from '../contract/result.ts';
import type { Submission, SubmittedFile } from '../contract/submission.ts';

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

/** The solutions, as if somebody had handed them in. */
export function solutionsOf(course: Course): Submission {
  return submissionOf(course, 'solution', ({ solution }) => solution?.source ?? '');
}

/** The solutions, with another text in the place of one. */
export function solutionsBut(
  course: Course,
  id: string,
  slug: ExerciseSlug,
  text: string,
): Submission {
  return submissionOf(course, id, (each) =>
    each.slug === slug ? text : (each.solution?.source ?? ''),
  );
}

/** What a result says of one exercise. */
export function exerciseIn(result: Result, slug: ExerciseSlug): ExerciseResult | undefined {
  return result.exercises.find((exercise) => exercise.slug === slug);
}
