import type { CheckResult, ExerciseResult, Got } from '../../../grader/contract/result.ts';

/** What came back, in words for the student. */
export type Sentence = (check: CheckResult, exercise: ExerciseResult) => string;

// A result may leave out whatever its schema lets it: no sentence relies on more than its reason.

/** "in case 2 of 3", or nothing where there is one case. */
export function inCase({ got, tried }: CheckResult): string {
  if (got === null || got.case === null || tried.cases < 2) return '';
  return ` in case ${got.case + 1} of ${tried.cases}`;
}

/** The output that a sentence is about. */
export const name = ({ got, tried }: CheckResult): string =>
  got?.names[0] ?? tried.output ?? 'your output';

/** What came back instead. */
export const came = ({ got }: CheckResult): string => got?.words ?? 'something else';

/** "TypeError: X.matmul is not a function", as far as it is known. */
export function errorInWords({ name, message }: NonNullable<Got['thrown']>): string {
  return [name, message].filter(Boolean).join(': ');
}

/** ": TypeError: X.matmul is not a function", where there are words for it. */
export const thrown = ({ got }: CheckResult): string => {
  const words = got?.thrown == null ? '' : errorInWords(got.thrown);
  return words && `: ${words}`;
};

/** " (line 3, column 5)", as far as it is known. */
export const at = ({ got }: CheckResult): string => {
  if (got?.place == null) return '';
  const { line, column } = got.place;
  return column === null ? ` (line ${line})` : ` (line ${line}, column ${column})`;
};
