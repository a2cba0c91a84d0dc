import type { Question } from './contract/exercise.ts';
import type { ExerciseResult } from './contract/result.ts';

/** A question is about code, and a line of a student's may be of any length. */
const LONGEST_LINE = 500;

/**
 * The first question of an exercise that fits a line of the student's own, or `null`.
 * A line that stands in the stub is nobody's own.
 */
export function questionFor(
  questions: readonly Question[],
  source: string | null,
  stub: string,
): ExerciseResult['question'] {
  const lines = linesOf(source ?? '');
  const given = new Set(linesOf(stub).map((line) => line.trim()));
  for (const { line, ask } of questions) {
    const wanted = new RegExp(line, 'u');
    const at = lines.findIndex(
      (text) => isCode(text) && !given.has(text.trim()) && wanted.test(text),
    );
    if (at >= 0) return { line: at + 1, ask };
  }
  return null;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((line) => line.slice(0, LONGEST_LINE));
}

function isCode(line: string): boolean {
  return !/^\s*(\/\/|\/?\*)/.test(line);
}
