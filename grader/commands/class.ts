import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';
import type { Result } from '../contract/result.ts';
import { readResult } from '../intake/documents.ts';
import { writeClass } from './write-class.ts';

/**
 * `chainrule class`: writes the pages of a class from results that are there
 * already; nothing is graded.
 */
export async function classCommand(
  places: readonly string[],
  options: { readonly out: string; readonly title?: string; readonly course?: string },
): Promise<number> {
  const found = (await Promise.all(places.map(resultsAt))).flat();
  // Files that two of the places lead to are one result.
  const files = [...new Set(found.map((file) => path.normalize(file)))].sort();
  const results: Result[] = [];
  for (const file of files) results.push(await readResult(file));
  const courses = [...new Set(results.map(({ course }) => course))].sort();
  const [course = 'class', other] = courses;
  if (other !== undefined) {
    throw new Refusal(
      'bad-argument',
      `The results are of more than one course: ${courses.join(', ')}`,
      'Give those of one course.',
    );
  }
  const index = await writeClass(results, { ...options, title: options.title ?? course });
  process.stdout.write(
    `${results.length === 1 ? '1 result' : `${results.length} results`}: open ${index} in a browser. The pages to hand out are in ${path.join(options.out, 'students')}.\n`,
  );
  return 0;
}

/** How many folders down a `result.json` is looked for: `class/ada/feedback/result.json`. */
const DEEPEST = 2;

/** A file itself; of a folder every `.json` in it, and every `result.json` a little further down. */
async function resultsAt(place: string): Promise<readonly string[]> {
  const there = await stat(place).catch(() => null);
  if (there === null) {
    throw new Refusal(
      'bad-argument',
      `There is nothing at ${place}`,
      'Give result.json files, or folders with them.',
    );
  }
  if (!there.isDirectory()) return [place];
  const found = await resultsIn(place, 0);
  if (found.length > 0) return found;
  throw new Refusal(
    'bad-argument',
    `There is no result in ${place}`,
    'Give a folder with result.json files, or with folders that have one each.',
  );
}

async function resultsIn(folder: string, depth: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, each.name);
    const isResult = depth === 0 ? each.name.endsWith('.json') : each.name === 'result.json';
    if (each.isDirectory() && depth < DEEPEST) found.push(...(await resultsIn(file, depth + 1)));
    else if (each.isFile() && isResult) found.push(file);
  }
  return found;
}
