import path from 'node:path';
import { renderClass } from '../../reports/class/page.ts';
import type { Result } from '../contract/result.ts';
import { loadReport } from '../load.ts';
import { courseSeenFrom } from './since.ts';
import { writeWhole } from './write.ts';

/**
 * Writes the pages of a class: `index.html` for the instructor, `students/` with the
 * pages that are handed out, and `instructor/` with the instructor's view of each
 * and its result.
 *
 * @param course folder of the course, for links to its lessons
 * @returns the class page
 */
export async function writeClass(
  results: readonly Result[],
  {
    course,
    out,
    title,
  }: { readonly course?: string; readonly out: string; readonly title: string },
): Promise<string> {
  const [html, instructor, json] = await Promise.all([
    loadReport('html'),
    loadReport('instructor'),
    loadReport('json'),
  ]);
  const [handedOut, kept] = [path.join(out, 'students'), path.join(out, 'instructor')];
  const view = (folder: string) => ({
    colour: false,
    ...(course === undefined ? {} : courseSeenFrom(folder, course)),
  });
  const names = fileNames(results.map(({ submission }) => submission));
  for (const [nth, result] of results.entries()) {
    await writeWhole({
      [path.join(handedOut, `${names[nth]}.html`)]: html.render(result, view(handedOut)),
      [path.join(kept, `${names[nth]}.html`)]: instructor.render(result, view(kept)),
      [path.join(kept, `${names[nth]}.json`)]: json.render(result, view(kept)),
    });
  }
  const index = path.join(out, 'index.html');
  const members = results.map((result, nth) => ({
    result,
    page: `students/${names[nth]}.html`,
    instructorPage: `instructor/${names[nth]}.html`,
  }));
  await writeWhole({ [index]: renderClass(members, { title }) });
  return index;
}

/** Longer names of files are refused by some systems. */
const LONGEST = 80;

/**
 * Names of files for submissions: each its own, whatever the submissions are called,
 * and none that leads out of its folder or differs from another in its case alone.
 */
export function fileNames(submissions: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return submissions.map((submission) => {
    const letters = submission.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
    const plain = [...letters.replace(/^[.-]+|[.-]+$/g, '')].slice(0, LONGEST).join('');
    const base = plain === '' ? 'submission' : plain;
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
