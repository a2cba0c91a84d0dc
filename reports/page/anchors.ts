import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';

// Names of places on the page, for links within it. They begin with a letter, as not
// every reader of HTML takes one that begins with a number.

export function exerciseAnchor({ slug }: ExerciseResult): string {
  return `exercise-${slug}`;
}

/** By its place, because only a manifest promises that the ids of checks differ. */
export function checkAnchor(check: CheckResult, exercise: ExerciseResult): string {
  return `${exerciseAnchor(exercise)}-check-${exercise.checks.indexOf(check) + 1}`;
}

export function codeAnchor(exercise: ExerciseResult): string {
  return `${exerciseAnchor(exercise)}-code`;
}
