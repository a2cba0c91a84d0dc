import type { Evidence } from './contract/evidence.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { ExerciseResult } from './contract/result.ts';
import { nameMistakes } from './diagnosis/name-mistakes.ts';
import { type MadePair, pairsToTry } from './diagnosis/pairs.ts';
import type { KeySource } from './make-key.ts';

/** What may explain the failures of a submission. */
export interface Explanations {
  /** Keys of the exercises in which something failed, with the mistakes. */
  readonly keys: ReadonlyMap<ExerciseSlug, KeyExercise>;
  /** What pairs of mistakes do, where no single one explains everything. */
  readonly pairs: ReadonlyMap<ExerciseSlug, readonly MadePair[]>;
}

/**
 * Runs the known mistakes that may explain what failed, singles first, and pairs of them
 * only where they are needed. Nothing of a student's runs.
 *
 * @param outcomes of this evidence, judged without any mistake
 */
export async function explanationsFor(
  evidence: Evidence,
  outcomes: readonly ExerciseResult[],
  source: KeySource,
): Promise<Explanations> {
  const keys = new Map<ExerciseSlug, KeyExercise>();
  const pairs = new Map<ExerciseSlug, readonly MadePair[]>();
  for (const { slug, checks } of outcomes) {
    const failed = checks.filter(({ status }) => status === 'fail');
    if (failed.length === 0) continue;
    const key = await source.withMistakes(slug);
    keys.set(slug, key);
    const shown = evidence.exercises.find((each) => each.slug === slug);
    if (shown === undefined) continue;
    const failing = new Set(failed.flatMap(({ tried }) => tried.probe ?? []));
    const named = nameMistakes(shown, key, failing);
    const isExplained = [...failing].every((probe) => named.get(probe)?.contradicted === 0);
    if (isExplained) continue;
    const made = await source.pairs(key, pairsToTry(shown, key, failing), shown);
    if (made.length > 0) pairs.set(slug, made);
  }
  return { keys, pairs };
}
