import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { laddersOf, lessonOf } from '../page/ladder.ts';
import { capital, counted } from '../words/phrases.ts';
import { placesOf } from '../words/places.ts';
import { questionAbout } from '../words/questions.ts';
import { clueOf, outcomeInWords, unwrittenNames } from '../words/student.ts';
import { wholeOf } from '../words/whole.ts';
import type { Annotation } from './command.ts';

/** A note on why checks of an exercise are not right. */
export interface Cause extends Annotation {
  /** Whether the student has begun with the exercise. */
  readonly begun: boolean;
}

/**
 * What there is to mend in an exercise: a note for each cause, at the first line that
 * has to do with it, however many checks it shows in.
 *
 * @param file of the student, in the repository
 */
export function causesIn(exercise: ExerciseResult, file: string | null): readonly Cause[] {
  const whole = wholeOf(exercise);
  if (whole !== null) return causeOf([whole.check], exercise, file, whole.words);
  const causes = new Map<string, CheckResult[]>();
  const ladders = laddersOf(exercise, lessonOf(exercise, null), ({ id }) => id);
  for (const [nth, check] of exercise.checks.entries()) {
    const rungs = ladders[nth]?.rungs;
    const cause = rungs?.looksLike ?? `${check.reason} ${rungs?.place}`;
    const same = causes.get(cause);
    if (same === undefined) causes.set(cause, [check]);
    else same.push(check);
  }
  return [...causes.values()].flatMap((checks) => causeOf(checks, exercise, file, null));
}

function causeOf(
  [first, ...others]: readonly CheckResult[],
  exercise: ExerciseResult,
  file: string | null,
  words: string | null,
): readonly Cause[] {
  if (first === undefined || (first.status !== 'fail' && first.status !== 'error')) return [];
  const clue = clueOf(first, exercise);
  const begun = unwrittenNames(exercise) === null;
  const number = exercise.slug.slice(0, 2);
  const sentences = [
    words ?? outcomeInWords(first, exercise),
    clue === null ? '' : `Looks like: ${clue.title}.`,
    first.status === 'fail' ? (clue?.hint ?? questionAbout(first) ?? '') : '',
    othersInWords(others.length, clue !== null),
  ];
  return [
    {
      level: first.status === 'error' ? 'warning' : begun ? 'error' : 'notice',
      file,
      ...placeOf(first, exercise),
      title: `${number} ${exercise.title}${words === null ? `: ${first.title}` : ''}`,
      message: sentences.filter((sentence) => sentence !== '').join(' '),
      begun,
    },
  ];
}

function othersInWords(count: number, sameMistake: boolean): string {
  if (count === 0) return '';
  const checks = capital(counted(count, 'more check', 'more checks'));
  const show = count === 1 ? 'shows' : 'show';
  return sameMistake ? `${checks} ${show} the same.` : `${checks} came out in the same way.`;
}

/** The line at fault, or that of the first function behind the check, or the first of the file. */
function placeOf(
  { got, tried }: CheckResult,
  exercise: ExerciseResult,
): Pick<Annotation, 'line' | 'column'> {
  if (got?.place != null) {
    const { line, column } = got.place;
    return { line: Math.max(1, line), column: column === null ? null : Math.max(1, column) };
  }
  const [first] = placesOf(tried.functions, exercise);
  return { line: first?.line ?? 1, column: null };
}
