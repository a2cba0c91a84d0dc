import type { ExerciseResult } from '../../grader/contract/result.ts';
import { listed } from './phrases.ts';

/**
 * Where the reference stood in for earlier exercises, in a sentence; else nothing.
 * One that waited for another may have turned out right since: it is not named.
 */
export function linkedInWords(
  { linked }: ExerciseResult,
  exercises: readonly ExerciseResult[],
): string {
  if (linked.length === 0) return '';
  const open = linked.filter((slug) =>
    exercises.some((each) => each.slug === slug && each.status !== 'pass'),
  );
  return `${openInWords(open, linked)}, so this exercise was judged with the reference instead: a mistake is paid for once.`;
}

function openInWords(open: readonly string[], linked: readonly string[]): string {
  if (open.length > 0) return `${listed(open)} ${open.length === 1 ? 'is' : 'are'} not right yet`;
  // Where only some exercises were graded, the result does not say which of the others are right.
  return `${linked.length === 1 ? '' : 'At least one of '}${listed(linked)} is not right yet`;
}
