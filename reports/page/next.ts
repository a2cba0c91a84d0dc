import type { Result } from '../../grader/contract/result.ts';
import { followsInWords } from '../words/follows.ts';
import { firstToDo, outcomeInWords } from '../words/student.ts';
import { wholeOf } from '../words/whole.ts';
import { checkAnchor, exerciseAnchor } from './anchors.ts';
import { ladderOf, lessonOf } from './ladder.ts';

/** The one thing to do first, with its hints; `null` where nothing failed. */
export function nextView({ exercises }: Result, courseAt: string | null) {
  const first = firstToDo(exercises);
  if (first === null) return null;
  const { exercise, check } = first;
  const whole = wholeOf(exercise);
  const title = `${exercise.slug.slice(0, 2)} ${exercise.title}`;
  return {
    anchor: whole === null ? checkAnchor(check, exercise) : exerciseAnchor(exercise),
    title: whole === null ? `${title}: ${check.title}` : title,
    words: whole?.words ?? outcomeInWords(check, exercise),
    ladder: ladderOf(check, exercise, lessonOf(exercise, courseAt)),
    follows: whole === null ? followsInWords(check, exercise) : null,
  };
}
