import type { ExerciseResult } from '../../grader/contract/result.ts';

/** A line of the course's checklist, and how far a student has come with it. */
export interface Progress {
  readonly deliverable: string;
  readonly done: boolean;
  readonly exercises: readonly ExerciseResult[];
  /** "done", "2 of 5 exercises", "not yet". */
  readonly words: string;
}

/**
 * The checklist of a course in the order of its exercises. Exercises that say the same words
 * are one line, and it is done when all of those that were graded are right.
 */
export function progressOf(exercises: readonly ExerciseResult[]): readonly Progress[] {
  const lines = new Map<string, ExerciseResult[]>();
  for (const exercise of exercises) {
    if (exercise.deliverable === undefined) continue;
    const line = lines.get(exercise.deliverable) ?? [];
    line.push(exercise);
    lines.set(exercise.deliverable, line);
  }
  return [...lines].map(([deliverable, parts]) => {
    const right = parts.filter(({ status }) => status === 'pass').length;
    const done = right === parts.length;
    return { deliverable, done, exercises: parts, words: inWords(right, parts.length) };
  });
}

function inWords(right: number, all: number): string {
  if (right === all) return 'done';
  return right === 0 ? 'not yet' : `${right} of ${all} exercises`;
}
