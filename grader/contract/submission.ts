import type { ExerciseSlug } from './identity.ts';

/** The closed set of reasons for which intake declines one file. */
export const REFUSED_FILE_REASONS = [
  'symbolic-link',
  'not-a-file',
  'too-large',
  'binary',
  'not-utf8',
  'ambiguous',
] as const;
export type RefusedFileReason = (typeof REFUSED_FILE_REASONS)[number];

/** What intake found at the place where a stub belongs. */
export type SubmittedFile =
  | { readonly state: 'read'; readonly path: string; readonly text: string }
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly path: string; readonly why: RefusedFileReason };

/** A student's declared files and nothing else of their folder. */
export interface Submission {
  readonly id: string;
  readonly files: ReadonlyMap<ExerciseSlug, SubmittedFile>;
}
