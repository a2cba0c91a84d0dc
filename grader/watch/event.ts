import type { ExerciseSlug } from '../contract/identity.ts';
import type { ExerciseResult } from '../contract/result.ts';
import type { WatchState } from './state.ts';

/** What the watch understands, whichever key or word it came as. */
export const KEYS = [
  'hint',
  'list',
  'next',
  'previous',
  'report',
  'again',
  'quit',
  'up',
  'down',
  'enter',
  'escape',
] as const;
export type Key = (typeof KEYS)[number];

interface OfJob {
  readonly slug: ExerciseSlug;
  readonly version: number;
}

/** What may happen to a watch. */
export type WatchEvent =
  /** The course was read anew; results of it start from nothing. */
  | { readonly what: 'course'; readonly start: WatchState }
  /** Files of these exercises are not what they were. */
  | { readonly what: 'changed'; readonly slugs: readonly ExerciseSlug[] }
  | ({ readonly what: 'started' } & OfJob)
  /** It has been running for long. */
  | ({ readonly what: 'slow' } & OfJob)
  /** It was given up for something that is wanted first. */
  | ({ readonly what: 'stopped' } & OfJob)
  | ({ readonly what: 'glimpsed'; readonly exercise: ExerciseResult } & OfJob)
  | ({ readonly what: 'judged'; readonly exercise: ExerciseResult } & OfJob)
  /** The grader itself went wrong. */
  | ({ readonly what: 'failed'; readonly words: string } & OfJob)
  | { readonly what: 'pressed'; readonly key: Key }
  | { readonly what: 'chosen'; readonly slug: ExerciseSlug }
  | { readonly what: 'told'; readonly words: string }
  /** Nothing can be judged for this reason, or `null` where all is well again. */
  | { readonly what: 'trouble'; readonly words: string | null };
