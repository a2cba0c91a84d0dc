import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { questionAbout } from '../words/questions.ts';
import { mistakeOf, outcomeInWords } from '../words/student.ts';
import { codeAnchor } from './anchors.ts';
import { placesOf } from './code.ts';

/** Hints from the gentlest to the plainest; each is opened by itself, and none holds the repair. */
export interface Ladder {
  /** What it looks like, where a known mistake does the same. */
  readonly looksLike: string | null;
  readonly question: string | null;
  /** Where to look: `backward in backward.ts, lines 31 to 48`. */
  readonly place: string | null;
  /** Link to those lines further down. */
  readonly code: string | null;
  /** Whether the lesson has an example that can be followed by hand. */
  readonly lesson: Lesson | null;
}

/** The lesson of an exercise: its file in the course, and a link where the page knows one. */
export interface Lesson {
  readonly file: string;
  readonly link: string | null;
}

/** Whether an example with other numbers can help: not where the program does not run at all. */
const BEFORE_ANY_NUMBER = new Set(['syntax-error', 'file-missing', 'file-refused']);

/** The ladder of a check that is not right, or `null` where there is nothing to hint at. */
export function ladderOf(
  check: CheckResult,
  exercise: ExerciseResult,
  lesson: Lesson,
): Ladder | null {
  if (check.status !== 'fail') return null;
  const mistake = mistakeOf(check, exercise);
  const place = placeOf(check, exercise);
  const ladder = {
    looksLike: mistake?.title ?? null,
    question: mistake?.hint ?? questionAbout(check),
    place,
    code: place === null || check.reason === 'not-written' ? null : codeAnchor(exercise),
    lesson: BEFORE_ANY_NUMBER.has(check.reason) ? null : lesson,
  };
  return Object.values(ladder).every((rung) => rung === null) ? null : ladder;
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

/** @param courseAt where the course lies as seen from the page */
export function lessonOf({ slug }: ExerciseResult, courseAt: string | null): Lesson {
  const file = `exercises/${slug}/README.md`;
  return { file, link: courseAt === null ? null : `${courseAt}/${file}` };
}

/** The check of the same exercise at which the same hints stand already. */
export interface Told {
  readonly title: string;
  readonly anchor: string;
  readonly looksLike: string | null;
  readonly words: string;
}

/** The ladder of each check, and where it stands already: hints are told once. */
export function laddersOf(
  exercise: ExerciseResult,
  lesson: Lesson,
  anchorOf: (check: CheckResult) => string,
): readonly { readonly rungs: Ladder | null; readonly toldBy: Told | null }[] {
  const told = new Map<string, Told>();
  return exercise.checks.map((check) => {
    const rungs = ladderOf(check, exercise, lesson);
    if (rungs === null) return { rungs, toldBy: null };
    const cause = rungs.looksLike ?? `${rungs.question} ${rungs.place}`;
    const toldBy = told.get(cause) ?? null;
    const { looksLike } = rungs;
    const words = outcomeInWords(check, exercise);
    if (toldBy === null)
      told.set(cause, { title: check.title, anchor: anchorOf(check), looksLike, words });
    return { rungs, toldBy };
  });
}
