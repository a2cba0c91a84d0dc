import type { CheckResult, ExerciseResult, Points, Status } from '../../grader/contract/result.ts';
import { points } from './numbers.ts';
import { SENTENCES } from './outcomes/sentences.ts';
import { type Clue, clueIn } from './signatures.ts';

// All that a student reads about outcomes, in every format, is worded here and in `outcomes/`.

/** An outcome as a word and a sign: never colour alone. */
export const OUTCOMES: Readonly<Record<Status, { readonly word: string; readonly sign: string }>> =
  {
    pass: { word: 'right', sign: '✔' },
    fail: { word: 'not yet', sign: '✘' },
    error: { word: 'could not be judged', sign: '!' },
    skip: { word: 'waits', sign: '…' },
  };

/** "12.5 of 20 points". */
export function score(earned: Points): string {
  return `${share(earned)} points`;
}

/** The same where it is plain what is counted: "12.5 of 20". */
export function share({ earned, possible }: Points): string {
  return `${points(earned)} of ${points(possible)}`;
}

/** What came back, in a sentence or two; for a check that passed, nothing. */
export function outcomeInWords(check: CheckResult, exercise: ExerciseResult): string {
  const words = SENTENCES[check.reason](check, exercise)
    .trimEnd()
    .replace(/^your /, 'Your ');
  // What a compiler or an error says need not end as sentences do.
  return words === '' || /[.?!]$/.test(words) ? words : `${words}.`;
}

/** The check to look at first: the first that failed, in the order of the course. */
export function firstToDo(
  exercises: readonly ExerciseResult[],
): { readonly exercise: ExerciseResult; readonly check: CheckResult } | null {
  for (const exercise of exercises) {
    const check = exercise.checks.find(({ status }) => status === 'fail');
    if (check !== undefined) return { exercise, check };
  }
  return null;
}

/** Title and hint of the known mistake that a check looks like, or of what its numbers look like, or `null`. */
export function clueOf({ means }: CheckResult, { mistakes }: ExerciseResult): Clue | null {
  const [first, second] = [means.mistake, means.and].map((wanted) =>
    mistakes.find(({ id }) => id === wanted),
  );
  if (first === undefined) return clueIn(means.signatures ?? []);
  if (second === undefined) return first;
  return {
    title: `${first.title}; and at the same time ${second.title}`,
    hint: `These are two things; begin with the first. ${first.hint}`,
  };
}

/** Names of the functions that lack, when that is all that an untouched exercise lacks; else `null`. */
export function unwrittenNames({ checks }: ExerciseResult): readonly string[] | null {
  if (checks.some(({ reason }) => reason !== 'not-written')) return null;
  return [...new Set(checks.flatMap(({ got }) => got?.names ?? []))];
}

/** What is to be said of checks that are neither right nor wrong; nothing where there are none. */
export function unjudgedInWords(checks: readonly CheckResult[]): string | null {
  const count = (status: CheckResult['status']) =>
    checks.filter((check) => check.status === status).length;
  const [errors, waiting] = [count('error'), count('skip')];
  const words = [
    ...(errors === 0
      ? []
      : [
          `${errors === 1 ? 'One check' : `${errors} checks`} could not be judged. That is not your mistake: your teacher has to look at it.`,
        ]),
    ...(waiting === 0
      ? []
      : [
          `${waiting === 1 ? 'One check waits' : `${waiting} checks wait`} for an earlier exercise and will be judged as soon as that is right.`,
        ]),
  ];
  return words.length === 0 ? null : words.join(' ');
}
