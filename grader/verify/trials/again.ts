import { grade } from '../../grade.ts';
import { KeyMaker } from '../../make-key.ts';
import type { Bench } from '../bench.ts';
import type { AgainFinding } from '../finding.ts';
import { solutionsOf } from '../submission.ts';
import { FIRST_SEED, type Task } from '../task.ts';
import { saidOf } from './right.ts';

/** Grades the solutions on the first seed with a key, processes and an analyst that nobody used before. */
export async function tryAgain(
  { slugs }: Extract<Task, { kind: 'again' }>,
  { tools }: Bench,
): Promise<readonly AgainFinding[]> {
  // The analyst would remember what it has read.
  await tools.analyst.close();
  const keys = new KeyMaker(tools.course, FIRST_SEED);
  const grading = { ...tools, keys, only: new Set(slugs) };
  const { result } = await grade(grading, solutionsOf(tools.course)).finally(() => keys.close());
  return slugs.map((slug) => ({ kind: 'again', slug, said: saidOf(result, slug) }));
}
