import type { Static, TSchema } from '@sinclair/typebox';
import type { Facts } from './facts.ts';
import type { Frozen } from './identity.ts';
import type { KeyCase } from './key.ts';
import type { ErrorReason, FailReason, Got, Tried } from './result.ts';
import type { Value } from './value.ts';

/** One case in which both the student's code and the reference returned. */
export interface JudgedCase {
  readonly input: Value;
  readonly truth: Value | null;
  readonly slopes: KeyCase['slopes'];
  /** What the reference returned. */
  readonly expected: Value;
  /** What the student's code returned. */
  readonly returned: Value;
  /** Inputs that changed, or `null` when the probe is not watched. */
  readonly changed: readonly string[] | null;
  readonly repeats: boolean | null;
}

/** What a check is put to. */
export interface Question<Settings> {
  readonly settings: Settings;
  readonly cases: readonly JudgedCase[];
  readonly facts: Facts | null;
}

/** What a kind of check makes of its question; what it does not say of `got` is `null`. */
export type Finding =
  | { readonly status: 'pass'; readonly got: Partial<Got> }
  | { readonly status: 'fail'; readonly reason: FailReason; readonly got: Partial<Got> }
  | { readonly status: 'error'; readonly reason: ErrorReason; readonly got: Partial<Got> };

/** What programs get that have learned nothing, on the scale of a threshold. */
export interface Guesses {
  /** The least by which two outcomes can differ: one example's worth. */
  readonly step: number;
  /** What is measured of each, by a name that authors read. */
  readonly measured: Readonly<Record<string, number>>;
}

/**
 * A kind of graded question: a file in `grader/checks` that exports one as `kind`.
 * It sees data alone; missing files, thrown errors and time limits have been dealt
 * with before it is asked.
 */
export interface CheckKind<Schema extends TSchema = TSchema> {
  /** Schema of `with` in the manifest. */
  readonly settings: Schema;
  /** What is tried, before anything is known of the outcome. */
  tried(settings: Frozen<Static<Schema>>): Pick<Tried, 'against'> & Partial<Tried>;
  judge(question: Question<Frozen<Static<Schema>>>): Finding;
  /**
   * Of a kind with a threshold: what a program gets by guessing, which authors have to set
   * the threshold above. `null` where the cases are not fit to say.
   */
  guesses?(question: Question<Frozen<Static<Schema>>>): Guesses | null;
}
