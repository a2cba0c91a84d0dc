import type { ExerciseSlug } from '../contract/identity.ts';
import { judgeMistakes, type Keyed } from './as-if-run.ts';
import { type Judged, type Measured, measuredIn } from './margins.ts';
import { type MistakeTrial, trialsOf } from './mistakes.ts';
import { type Twins, twinsIn } from './told-apart.ts';

/** What the key of one exercise says of its mistakes with one seed. Plain data. */
export interface KeyFindings {
  readonly slug: ExerciseSlug;
  readonly seed: string;
  readonly mistakes: readonly MistakeTrial[];
  readonly twins: readonly Twins[];
  readonly measured: readonly Measured[];
}

/**
 * Looks into a key with all of its mistakes; nothing runs.
 *
 * @param right what became of the solution and its alternatives with the same seed
 */
export function findInKey(keyed: Keyed, right: Judged): KeyFindings {
  const { exercise, key, seed } = keyed;
  const { slug } = exercise;
  const judged = judgeMistakes(keyed);
  return {
    slug,
    seed,
    mistakes: trialsOf(seed, judged),
    twins: twinsIn(key, seed),
    measured: measuredIn(exercise, seed, right, judged),
  };
}
