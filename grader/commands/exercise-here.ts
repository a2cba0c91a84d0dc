import path from 'node:path';
import type { CourseExercise } from '../contract/course.ts';
import type { KeyExercise } from '../contract/key.ts';
import { Refusal } from '../contract/refusal.ts';
import type { ExerciseResult } from '../contract/result.ts';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { keySource } from './keys.ts';
import { atWorkbench } from './standing-workbench.ts';

/** One exercise as it was graded where it lies, and the numbers that it was graded with. */
export interface GradedHere {
  readonly result: ExerciseResult;
  readonly key: KeyExercise;
}

/**
 * The exercise of a student's repository whose folder is given, to be graded in place
 * with the key of that repository.
 *
 * @throws Refusal where the folder is none of a course, or its key is not there or does not fit
 */
export async function exerciseHere(folder: string): Promise<{
  readonly exercise: CourseExercise;
  readonly grade: () => Promise<GradedHere>;
}> {
  const root = path.dirname(path.dirname(folder));
  const course = await readCourse(root);
  const exercise = course.exercises.find(({ slug }) => slug === path.basename(folder));
  if (exercise === undefined) {
    throw new Refusal(
      'unknown-exercise',
      `${folder} is no exercise of the course in ${root}`,
      'Give import.meta.dirname of a file in exercises/NN-slug.',
    );
  }
  const keys = await keySource(course, { course: root });
  const only = new Set([exercise.slug]);
  return {
    exercise,
    grade: async () => {
      try {
        const submission = await readSubmission(root, course);
        const { result } = await atWorkbench(course, (workbench) =>
          grade({ ...workbench, keys, only }, submission),
        );
        const [graded] = result.exercises;
        if (graded === undefined) throw new Error(`${exercise.slug} was not graded`);
        return { result: graded, key: await keys.exercise(exercise.slug) };
      } finally {
        keys.close();
      }
    },
  };
}
