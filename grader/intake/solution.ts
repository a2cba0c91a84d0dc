import path from 'node:path';
import type { Alternative, Solution } from '../contract/course.ts';
import { EquivalentsSchema } from '../contract/equivalents.ts';
import { parsed } from '../contract/validator.ts';
import { allOf } from './all-of.ts';
import { namesIn, textOrNull } from './author-files.ts';

/**
 * Reads what only authors have of an exercise: the solution, its mistakes, and other
 * right ways to write it.
 *
 * @param home the folder `solutions/NN-slug`
 * @returns `null` where there is no solution
 * @throws Refusal where something is there and cannot be read
 */
export async function readSolution(home: string): Promise<Solution | null> {
  const source = await textOrNull(path.join(home, 'solution.ts'));
  if (source === null) return null;
  const mistakes =
    (await textOrNull(path.join(home, 'mistakes.ts'))) ?? 'export const mistakes = [];';
  return {
    source,
    mistakes,
    alternatives: await readAlternatives(path.join(home, 'alternatives')),
    equivalents: await readEquivalents(path.join(home, 'equivalents.json')),
  };
}

async function readEquivalents(file: string): Promise<Solution['equivalents']> {
  return parsed(EquivalentsSchema, (await textOrNull(file)) ?? '[]', {
    code: 'broken-course',
    what: file.split(path.sep).slice(-3).join('/'),
    remedy: 'Give a list of { from, to, reason }.',
  });
}

/** Hidden files and tests are the author's own. */
async function readAlternatives(folder: string): Promise<readonly Alternative[]> {
  const files = (await namesIn(folder))
    .filter((name) => /^[^.].*\.ts$/.test(name) && !name.endsWith('.test.ts'))
    .sort();
  return allOf(files, async (file) => ({
    name: file.replace(/\.ts$/, ''),
    source: (await textOrNull(path.join(folder, file))) ?? '',
  }));
}
