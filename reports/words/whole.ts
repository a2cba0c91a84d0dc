import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { outcomeInWords, unwrittenNames } from './student.ts';

/** The one thing that is to be said of an exercise whose file did not run or is untouched. */
export interface Whole {
  /** Any check of the exercise: their outcomes are all the same. */
  readonly check: CheckResult;
  readonly words: string;
}

/** What all checks of an exercise have in common, or `null` where each has something of its own. */
export function wholeOf(exercise: ExerciseResult): Whole | null {
  const { module, checks } = exercise;
  const [check] = checks;
  if (check === undefined) return null;
  const [first, ...others] = unwrittenNames(exercise) ?? [];
  if (first !== undefined) {
    const names = [first, ...others].join(', ');
    return { check, words: `Not written yet: ${names}. Begin with ${first}.` };
  }
  const same = checks.every(({ reason }) => reason === check.reason);
  return module.state !== 'loaded' && same
    ? { check, words: outcomeInWords(check, exercise) }
    : null;
}
