import type { Course, CourseExercise, Solution } from './contract/course.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import { Refusal } from './contract/refusal.ts';
import { type Compiled, compileUnit, type Link } from './sandbox/compile.ts';

/** Earlier exercises that an exercise builds on, directly or through others, in course order. */
export function prerequisites(course: Course, exercise: CourseExercise): readonly CourseExercise[] {
  const needed = new Set<ExerciseSlug>(exercise.manifest.buildsOn);
  for (const earlier of [...course.exercises].reverse()) {
    if (needed.has(earlier.slug)) for (const slug of earlier.manifest.buildsOn) needed.add(slug);
  }
  return course.exercises.filter(({ slug }) => needed.has(slug));
}

/** The exercise of a course. @throws Error where it has none of that name: who asks got it from the course */
export function exerciseOf(course: Course, slug: ExerciseSlug): CourseExercise {
  const exercise = course.exercises.find((candidate) => candidate.slug === slug);
  if (exercise === undefined) throw new Error(`no exercise ${slug} in this course`);
  return exercise;
}

/** The solution of an exercise. @throws Refusal where the course has none */
export function solutionOf(exercise: CourseExercise): Solution {
  if (exercise.solution !== null) return exercise.solution;
  throw new Refusal(
    'no-solutions',
    `The course has no solutions/${exercise.slug}/solution.ts to make a key from`,
    'Give a key with --key, or the folder of a course with solutions with --course.',
  );
}

/**
 * Compiles a text in the place of a solution, with the solutions of the earlier exercises
 * that it builds on.
 */
export function compileInCourse(
  course: Course,
  exercise: CourseExercise,
  source: string,
): Promise<Compiled> {
  return compileUnit({
    file: exercise.manifest.file,
    module: source,
    probes: exercise.probes,
    packages: exercise.manifest.packages,
    links: referenceLinks(course, exercise),
  });
}

/** The solutions of the earlier exercises that an exercise builds on, directly or not. */
export function referenceLinks(course: Course, exercise: CourseExercise): readonly Link[] {
  return prerequisites(course, exercise).map((earlier) => ({
    slug: earlier.slug,
    file: earlier.manifest.file,
    source: solutionOf(earlier).source,
    otherwise: null,
  }));
}

/** What stands in the way of a course, as its author is told. */
export function broken(slug: ExerciseSlug, message: string): Refusal {
  return new Refusal(
    'broken-course',
    `${slug}: ${message}`,
    'The author of the exercise has to mend this.',
  );
}

/** Why a text does not compile, as its author is told. */
export function inWords({ message, where, line }: Extract<Compiled, { state: 'failed' }>): string {
  return `${where}${line === null ? '' : `, line ${line}`}: ${message}`;
}
