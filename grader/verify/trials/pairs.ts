import { exerciseOf } from '../../solutions.ts';
import type { Bench } from '../bench.ts';
import type { PairsFinding } from '../finding.ts';
import { tallyPairs } from '../pairs.ts';
import { FIRST_SEED, type Task } from '../task.ts';

/** Pairs of mistakes that are sampled of one exercise. */
const MOST_PAIRS = 50;

/** Makes two mistakes at once, a sample of all pairs. */
export async function tryPairs(
  { slug }: Extract<Task, { kind: 'pairs' }>,
  bench: Bench,
): Promise<readonly PairsFinding[]> {
  const sample = { most: MOST_PAIRS, seed: FIRST_SEED };
  const tally = await tallyPairs(exerciseOf(bench.tools.course, slug), sample, bench);
  return [{ kind: 'pairs', slug, tally }];
}
