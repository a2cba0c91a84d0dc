import type { Question } from './contract/exercise.ts';
import type { ExerciseResult } from './contract/result.ts';

/** A question is about code, and a line of a student's may be of any length. */
const LONGEST_LINE = 500;

/** The first question of an exercise that fits a line of the student's own, or `null`. */
export function questionFor(
  questions: readonly Question[],
  source: string | null,
): ExerciseResult['question'] {
  const lines = (source ?? '').split(/\r\n?|\n/).map((line) => line.slice(0, LONGEST_LINE));
  for (const { line, ask } of questions) {
    const wanted = new RegExp(line, 'u');
    const at = lines.findIndex((text) => !/^\s*(\/\/|\/?\*)/.test(text) && wanted.test(text));
    if (at >= 0) return { line: at + 1, ask };
  }
  return null;
}
