import type { Course } from '../contract/course.ts';
import type { Key } from '../contract/key.ts';
import { KeyMaker } from '../make-key.ts';
import { prerequisites } from '../solutions.ts';
import { chosenExercises } from './arguments.ts';

/** What is asked for, and what that builds on: a stub imports the files of earlier exercises. */
export function exercisesToRelease(
  course: Course,
  only: readonly string[] | undefined,
): Course['exercises'] {
  const chosen = chosenExercises(course, only);
  if (chosen === null) return course.exercises;
  const asked = course.exercises.filter(({ slug }) => chosen.has(slug));
  const needed = new Set(asked.flatMap((each) => [each, ...prerequisites(course, each)]));
  return course.exercises.filter((each) => needed.has(each));
}

/** The whole key of a seed. */
export async function keyOf(course: Course, seed: string, secret = false): Promise<Key> {
  const maker = new KeyMaker(course, seed, secret);
  try {
    return await maker.key();
  } finally {
    maker.close();
  }
}
