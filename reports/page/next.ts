import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';
import { firstToDo, outcomeInWords } from '../words/student.ts';
import { checkAnchor, exerciseAnchor } from './anchors.ts';
import { ladderOf, lessonOf } from './ladder.ts';
import { wholeOf } from './whole.ts';

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

/** Later failures of one exercise are often the first one seen again. */
function followsInWords(check: CheckResult, { checks }: ExerciseResult): string | null {
  const { mistake } = check.means;
  const others = checks.filter(
    (each) => each !== check && each.status === 'fail' && each.means.mistake === mistake,
  ).length;
  if (others === 0) return null;
  const [more, shows, is, them] =
    others === 1
      ? ['One more check', 'shows', 'is', 'it']
      : [`${others} more checks`, 'show', 'are', 'them'];
  return mistake !== null
    ? `${more} of this exercise ${shows} the same.`
    : `${more} of this exercise ${is} not right yet; what is wrong here may be behind ${them}.`;
}
