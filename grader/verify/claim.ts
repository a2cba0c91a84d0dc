import type { CourseExercise } from '../contract/course.ts';
import type { Finding } from './finding.ts';
import type { Proof } from './proof.ts';

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
