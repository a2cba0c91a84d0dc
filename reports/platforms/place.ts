import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { oneLine } from '../words/plain.ts';

/** A place in a student's repository, as platforms link to it. */
export interface Place {
  /** From the root of the repository, with `/`. */
  readonly file: string;
  /** From 1; `null` where the file as a whole is meant. */
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * Where a check looks: at the place it names, else at the first function it calls.
 *
 * @param submissionAt where the submission lies in its repository
 */
export function placeOf(
  { got, tried }: CheckResult,
  exercise: ExerciseResult,
  submissionAt = '',
): Place {
  const file = fileOf(exercise, submissionAt);
  // Places of a result may be 0; those of files begin with 1.
  if (got?.place != null && got.place.line > 0) {
    return { file, line: got.place.line, column: got.place.column || null };
  }
  const named = [...(got?.names ?? []), ...tried.functions];
  const lines = new Map(exercise.facts?.exports.map(({ name, line }) => [name, line]));
  const [line = null] = named.flatMap((name) => lines.get(name) ?? []);
  return { file, line, column: null };
}

/** The student's file; where there is none, the place at which it belongs. */
export function fileOf({ path, slug, file }: ExerciseResult, submissionAt = ''): string {
  return oneLine(
    `${submissionAt}/${path || `exercises/${slug}/${file}`}`
      .split('/')
      // No path of a result leads out of the submission.
      .filter((part) => !/^\.{0,2}$/.test(part))
      .join('/'),
  );
}
