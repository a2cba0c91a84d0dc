import type { Analyst } from '../analysis/analyst.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { Kinds } from '../contract/kinds.ts';
import type { Sessions } from '../sandbox/sessions.ts';

/** What must hold of every exercise, in the order in which it is told. */
export const CLAIMS = [
  'solution',
  'alternatives',
  'stub',
  'mistakes',
  'thresholds',
  'fixtures',
  'same bytes',
  'drift',
] as const;

/** One thing that must hold of a course, and whether it does. */
export interface Proof {
  readonly slug: ExerciseSlug;
  readonly claim: (typeof CLAIMS)[number];
  readonly holds: boolean;
  /** What was tried, or the first breach. */
  readonly detail: string;
}

/** What verification works with. */
export interface Verification {
  readonly course: Course;
  readonly kinds: Kinds;
  readonly analyst: Pick<Analyst, 'analyse' | 'close'>;
  readonly sessions: Sessions;
  readonly exercises: readonly CourseExercise[];
  /** How many seeds the solutions and their alternatives are tried on. */
  readonly seeds: number;
  /** Called after each step, with what is done. */
  readonly progress: (done: string) => void;
}
