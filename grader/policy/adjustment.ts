import type { ExerciseSlug, Thousandths } from '../contract/identity.ts';

/** What an exercise is called and what it is worth. */
export interface ExerciseWorth {
  readonly slug: ExerciseSlug;
  readonly title: string;
  readonly possible: Thousandths;
}

/** More time: until an instant (milliseconds since 1970), or so many milliseconds more than the class has. */
export type Extension = { readonly until: number } | { readonly more: number };

/** What an instructor decided about one student. */
export interface Adjustment {
  /** In the document, from 1. */
  readonly line: number;
  /** The id of the student. */
  readonly student: string;
  /** `null` for the whole. */
  readonly exercise: ExerciseSlug | null;
  /** In the place of those that were graded. For the whole they are the mark, from which nothing is taken any more. */
  readonly points: Thousandths | null;
  readonly extension: Extension | null;
  readonly excused: boolean;
  /** Words to the student. */
  readonly comment: string | null;
  /** Who decided it. */
  readonly by: string;
  readonly why: string;
}
