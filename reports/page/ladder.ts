import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';
import { type Hints, hintsOf, lessonFile } from '../words/hints.ts';
import { outcomeInWords } from '../words/student.ts';
import { codeAnchor } from './anchors.ts';

/** The hints of a check with links to what they speak of. */
export interface Ladder extends Omit<Hints, 'lesson'> {
  /** Link to the lines of `place` further down. */
  readonly code: string | null;
  readonly lesson: Lesson | null;
}

/** The lesson of an exercise: its file in the course, and a link where the page knows one. */
export interface Lesson {
  readonly file: string;
  readonly link: string | null;
}

/** The ladder of a check that is not right, or `null` where there is nothing to hint at. */
export function ladderOf(
  check: CheckResult,
  exercise: ExerciseResult,
  lesson: Lesson,
): Ladder | null {
  const hints = hintsOf(check, exercise);
  if (hints === null) return null;
  const isWritten = hints.place !== null && check.reason !== 'not-written';
  return {
    ...hints,
    code: isWritten ? codeAnchor(exercise) : null,
    lesson: hints.lesson === null ? null : lesson,
  };
}

/** @param courseAt where the course lies as seen from the page */
export function lessonOf(exercise: ExerciseResult, courseAt: string | null): Lesson {
  const file = lessonFile(exercise);
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
