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

/** A file itself; of a folder every `.json` in it and every `result.json` one or two folders down. */
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
  const found = (await readdir(place, { recursive: true })).filter((name) => {
    const steps = name.split(path.sep);
    return steps.length === 1
      ? name.endsWith('.json')
      : steps.length <= 3 && steps.at(-1) === 'result.json';
  });
  if (found.length > 0) return found.sort().map((name) => path.join(place, name));
  throw new Refusal(
    'bad-argument',
    `There is no result in ${place}`,
    'Give a folder with result.json files, or with folders that have one each.',
  );
}
