import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { followsInWords } from '../words/follows.ts';
import { hintsOf, type Rung, rungsOf } from '../words/hints.ts';
import { firstToDo, outcomeInWords, unwrittenNames } from '../words/student.ts';
import { wholeOf } from '../words/whole.ts';

/** The one thing to do in an exercise that is not right. */
export interface Cause {
  /** The same for the same cause after another save. */
  readonly id: string;
  /** The check, or `null` where it is about the whole file. */
  readonly title: string | null;
  readonly words: string;
  /** Whether nothing of the exercise is written yet. */
  readonly untouched: boolean;
  readonly looksLike: string | null;
  /** Hints to open one by one. */
  readonly rungs: readonly Rung[];
  readonly follows: string | null;
}

/** The first cause of an exercise that was judged, or `null` where it is right. */
export function causeOf(exercise: ExerciseResult): Cause | null {
  const check = firstCheck(exercise);
  if (check === null) return null;
  const whole = wholeOf(exercise);
  const hints = hintsOf(check, exercise);
  const failed = check.status === 'fail';
  return {
    id: idOf(check, exercise),
    title: whole === null ? check.title : null,
    words: whole?.words ?? outcomeInWords(check, exercise),
    untouched: unwrittenNames(exercise) !== null,
    looksLike: hints?.looksLike ?? null,
    rungs: hints === null ? [] : rungsOf(hints),
    follows: whole === null && failed ? followsInWords(check, exercise) : null,
  };
}

/**
 * The first cause as far as it is certain before all was judged, without the hints;
 * else `null`.
 *
 * @param complete whether all checks but those of the source are in it
 */
export function glimpsedCause(exercise: ExerciseResult, complete = false): Cause | null {
  const first = firstToDo([exercise]);
  // How much is not written is not certain before the end.
  if (first === null || (!complete && unwrittenNames(exercise) !== null)) return null;
  const whole = complete || exercise.module.state !== 'loaded' ? wholeOf(exercise) : null;
  return {
    id: idOf(first.check, exercise),
    title: whole === null ? first.check.title : null,
    words: whole?.words ?? outcomeInWords(first.check, exercise),
    untouched: false,
    looksLike: null,
    rungs: [],
    follows: null,
  };
}

/** What failed goes before what could not be judged or waits. */
function firstCheck(exercise: ExerciseResult): CheckResult | null {
  const { checks } = exercise;
  return (
    firstToDo([exercise])?.check ??
    checks.find(({ status }) => status === 'error') ??
    checks.find(({ status }) => status === 'skip') ??
    null
  );
}

function idOf({ id, reason }: CheckResult, { slug }: ExerciseResult): string {
  return `${slug}/${id}/${reason}`;
}
