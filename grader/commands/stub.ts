import path from 'node:path';
import { makeStub, StubFailure } from '../analysis/stub.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { chosenExercises } from './arguments.ts';
import { writeWhole } from './write.ts';

/** `chainrule stub`: writes the stubs of a course from its solutions. */
export async function stubCommand(options: {
  readonly course: string;
  readonly only?: readonly string[];
}): Promise<number> {
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.only);
  const stubs = [...stubsOf(course, only)];
  await writeWhole(
    Object.fromEntries(stubs.map(([place, text]) => [path.join(options.course, place), text])),
    'Allow writing there, or copy the course.',
  );
  process.stdout.write(stubs.map(([place]) => `${place}\n`).join(''));
  return 0;
}

/**
 * Stubs by their places below the course, with `/`.
 *
 * @param only slugs of the exercises that are asked for; all of them where it is `null`
 * @throws Refusal where a solution is missing or no stub can be made of it
 */
export function stubsOf(
  course: Course,
  only: ReadonlySet<ExerciseSlug> | null = null,
): ReadonlyMap<string, string> {
  const files = new Map(course.exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  return new Map(
    course.exercises
      .filter(({ slug }) => only?.has(slug) ?? true)
      .map((exercise) => {
        const place = `exercises/${exercise.slug}/${exercise.manifest.file}`;
        return [place, stubOf(exercise, files)];
      }),
  );
}

function stubOf(
  { slug, solution }: CourseExercise,
  files: ReadonlyMap<ExerciseSlug, string>,
): string {
  if (solution === null) {
    throw new Refusal(
      'no-solutions',
      `The course has no solutions/${slug}/solution.ts to make a stub from`,
      'Write it, or give the folder of a course with solutions with --course.',
    );
  }
  try {
    return makeStub(solution.source, files);
  } catch (error) {
    if (!(error instanceof StubFailure)) throw error;
    throw new Refusal(
      'broken-course',
      `solutions/${slug}/solution.ts: ${error.message}`,
      'Mend the solution.',
    );
  }
}
