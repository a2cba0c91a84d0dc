import type { CourseExercise } from '../contract/course.ts';
import type { ClaimTable } from '../contract/verification.ts';
import type { Finding } from './finding.ts';

/** Something that must hold of every exercise. */
export interface Claim {
  readonly name: string;
  /** What must hold, for somebody who does not know the course. */
  readonly sentence: string;
  /**
   * Whether it holds, by what was found of this exercise, in the order of the tasks;
   * `null` where nothing was tried that could tell.
   */
  prove(exercise: CourseExercise, findings: readonly Finding[]): Proof | null;
}

/** Whether a claim holds of one exercise. */
export interface Proof {
  readonly holds: boolean;
  /** What was tried, or what is the matter. */
  readonly detail: string;
  /** What a page shows of it beside that. */
  readonly tables?: readonly ClaimTable[];
}

/** A claim that holds unless there is a breach. */
export function provedUnless(breaches: readonly string[], detail: string): Proof {
  const holds = breaches.length === 0;
  return { holds, detail: holds ? detail : breaches.join('; ') };
}
