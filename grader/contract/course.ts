import type { Equivalent } from './equivalents.ts';
import type { Exercise, Limits } from './exercise.ts';
import type { ExerciseSlug } from './identity.ts';

/** Another right way to write a solution, as a student might hand it in: it earns as much. */
export interface Alternative {
  /** Says the style: name of its file in `alternatives/`, without `.ts`. */
  readonly name: string;
  readonly source: string;
}

/** What only authors and instructors have of an exercise: TypeScript text, run behind the wall alone, and what they say of it. */
export interface Solution {
  readonly source: string;
  /** Text of `mistakes.ts`. */
  readonly mistakes: string;
  /** Other right ways, in the order of their names; none where nobody wrote any. */
  readonly alternatives: readonly Alternative[];
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
