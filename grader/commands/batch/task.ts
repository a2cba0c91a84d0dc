import type { Isolation } from '../../contract/evidence.ts';
import type { Key } from '../../contract/key.ts';
import type { RefusalCode } from '../../contract/refusal.ts';
import type { Submission } from '../../contract/submission.ts';
import type { Entry } from './journal.ts';

/** What a worker is told once. */
export interface Orders {
  /** Folder of the course. */
  readonly course: string;
  /** Whether the solutions may stand in for an earlier exercise that fails. */
  readonly canLink: boolean;
  readonly key: Key;
  readonly isolation: Isolation;
  /** Folder of the class. */
  readonly out: string;
}

/** A hand-in whose turn it is. */
export interface Task {
  readonly submission: Submission;
  /** Milliseconds that reading it took. */
  readonly collected: number;
  /** What is told of it in the journal beside what comes of it. */
  readonly about: Pick<Entry, 'name' | 'submission' | 'conditions' | 'questions'>;
}

/** What a worker answers: what came of a hand-in, or why nothing can be written. */
export type Answer =
  | { readonly entry: Entry }
  | { readonly refused: { readonly code: RefusalCode; message: string; remedy: string } };
