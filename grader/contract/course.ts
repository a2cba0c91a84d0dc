import type { Equivalent } from './equivalents.ts';
import type { Exercise, Limits } from './exercise.ts';
import type { ExerciseSlug } from './identity.ts';

/** What only authors and instructors have of an exercise: TypeScript text, run behind the wall alone, and what they say of it. */
export interface Solution {
  readonly source: string;
  /** Text of `mistakes.ts`. */
  readonly mistakes: string;
  /** Mutants of it that rightly lose no points. */
  readonly equivalents: readonly Equivalent[];
}

/** One exercise as read from a course: its manifest and the texts that go with it. */
export interface CourseExercise {
  readonly slug: ExerciseSlug;
  readonly manifest: Exercise;
  readonly limits: Limits;
  /** Text of the stub as students receive it. */
  readonly stub: string;
  /** Text of `probes.ts`. */
  readonly probes: string;
  /** `null` where the course carries none, as in a student's repository. */
  readonly solution: Solution | null;
  /** Fingerprint of manifest and probes: a key made from others does not fit. */
  readonly digest: string;
}

/** A course: its exercises in the order of their numbers. */
export interface Course {
  readonly id: string;
  readonly exercises: readonly CourseExercise[];
}
