import { tryMutants } from '../../mutation.ts';
import { exerciseOf } from '../../solutions.ts';
import type { Bench } from '../bench.ts';
import type { MutantsFinding } from '../finding.ts';
import type { Task } from '../task.ts';

/** Tries a share of the mutants of an exercise's solution. */
export async function tryShare(
  { slug, share }: Extract<Task, { kind: 'mutants' }>,
  bench: Bench,
): Promise<readonly MutantsFinding[]> {
  const mutants = await tryMutants(exerciseOf(bench.tools.course, slug), share, bench);
  return [{ kind: 'mutants', slug, of: share.of, mutants }];
}
