import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { placesOf } from './places.ts';
import { questionAbout } from './questions.ts';
import { clueOf } from './student.ts';

/** Hints from the gentlest to the plainest; each is opened by itself, and none holds the repair. */
export interface Hints {
  /** What it looks like: a known mistake that does the same, or a relation that holds for its numbers. */
  readonly looksLike: string | null;
  readonly question: string | null;
  /** Where to look: `backward in backward.ts, lines 31 to 48`. */
  readonly place: string | null;
  /** File of the lesson, where an example that can be followed by hand may help. */
  readonly lesson: string | null;
}

/** Whether an example with other numbers can help: not where the program does not run at all. */
const BEFORE_ANY_NUMBER = new Set(['syntax-error', 'file-missing', 'file-refused']);

/** The hints at a check that is not right, or `null` where there is nothing to hint at. */
export function hintsOf(check: CheckResult, exercise: ExerciseResult): Hints | null {
  if (check.status !== 'fail') return null;
  const clue = clueOf(check, exercise);
  const hints = {
    looksLike: clue?.title ?? null,
    question: clue?.hint ?? questionAbout(check),
    place: placeOf(check, exercise),
    lesson: BEFORE_ANY_NUMBER.has(check.reason) ? null : lessonFile(exercise),
  };
  return Object.values(hints).every((rung) => rung === null) ? null : hints;
}

/** A hint that is opened by itself: what it is, and what it says. */
export interface Rung {
  readonly title: string;
  readonly words: string;
}

/** The hints that are opened one by one, the gentlest first; what it looks like is told at once. */
export function rungsOf({ question, place, lesson }: Hints): readonly Rung[] {
  const rungs = [
    { title: 'A question that may help', words: question },
    { title: 'Where to look', words: place },
    {
      title: 'An example with other numbers',
      words:
        lesson &&
        `The lesson follows a small example by hand, number by number: ${lesson}. Give your function the same numbers and compare step by step.`,
    },
  ];
  return rungs.flatMap(({ title, words }) => (words === null ? [] : [{ title, words }]));
}

/** The lesson of an exercise in its course. */
export function lessonFile({ slug }: Pick<ExerciseResult, 'slug'>): string {
  return `exercises/${slug}/README.md`;
}

/** Where to look: the line at fault, or the first function behind the check. */
function placeOf(check: CheckResult, exercise: ExerciseResult): string | null {
  const { file } = exercise;
  if (check.got?.place != null) return `${file}, line ${check.got.place.line}`;
  const [first] = placesOf(check.tried.functions, exercise);
  if (first === undefined || exercise.module.state !== 'loaded') return null;
  const { name, line, last } = first;
  return `${name} in ${file}, ${line === last ? `line ${line}` : `lines ${line} to ${last}`}`;
}
