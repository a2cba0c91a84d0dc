import type { CourseExercise } from '../contract/course.ts';
import type { Result } from '../contract/result.ts';
import { exerciseIn } from './submission.ts';

/**
 * What keeps an exercise from full marks and from all of its pictures, in a few words,
 * or `null`: a right program earns everything, and everything can be drawn of it.
 */
export function lossIn(result: Result, { slug, manifest }: CourseExercise): string | null {
  const exercise = exerciseIn(result, slug);
  const loss = exercise?.checks.find(({ status }) => status !== 'pass');
  if (loss !== undefined) return `${loss.id} ${loss.status}: ${loss.reason}`;
  const drawn = exercise?.pictures.map(({ title }) => title) ?? [];
  const lacking = manifest.pictures?.find(({ title }) => !drawn.includes(title));
  return lacking === undefined
    ? null
    : `the picture "${lacking.title}" cannot be drawn; is its probe in probes.ts, and are the outputs in "with"?`;
}
