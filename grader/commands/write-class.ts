import path from 'node:path';
import { type ClassMark, renderClass } from '../../reports/class/page.ts';
import type { Grade } from '../contract/class.ts';
import type { Result } from '../contract/result.ts';
import { loadReport } from '../load.ts';
import { courseSeenFrom } from './since.ts';
import { writeWhole } from './write.ts';

/** Where the pages of a class go, and where its course lies, for links to lessons. */
export interface ClassPlace {
  readonly out: string;
  readonly course?: string;
}

/** The files of one submission, from the folder of the class, with `/`. */
export const filesOf = (name: string) => ({
  page: `students/${name}.html`,
  instructorPage: `instructor/${name}.html`,
  result: `instructor/${name}.json`,
});

/** Texts of a submission's files: the page that is handed out, the instructor's view, the result. */
export async function submissionTexts(
  result: Result,
  name: string,
  place: ClassPlace,
): Promise<Readonly<Record<string, string>>> {
  const json = await loadReport('json');
  return {
    ...(await pageTexts(result, name, place, null)),
    [path.join(place.out, filesOf(name).result)]: json.render(result, { colour: false }),
  };
}

/**
 * Texts of its pages alone.
 *
 * @param grade the mark that they show, or `null` where there is none to show
 */
export async function pageTexts(
  result: Result,
  name: string,
  { course, out }: ClassPlace,
  grade: Grade | null,
): Promise<Readonly<Record<string, string>>> {
  const [html, instructor] = await Promise.all([loadReport('html'), loadReport('instructor')]);
  const { page, instructorPage } = filesOf(name);
  const options = (file: string) => ({
    colour: false,
    ...(grade === null ? {} : { grade }),
    ...(course === undefined ? {} : courseSeenFrom(path.dirname(path.join(out, file)), course)),
  });
  return {
    [path.join(out, page)]: html.render(result, options(page)),
    [path.join(out, instructorPage)]: instructor.render(result, options(instructorPage)),
  };
}

/**
 * Writes the page of a class, `index.html`, and returns where.
 *
 * @param remedy what to do where it cannot be written, instead of choosing another place
 */
export async function writeIndex(
  members: readonly { readonly result: Result; readonly name: string }[],
  {
    out,
    ...options
  }: { readonly out: string; readonly title: string; readonly marks?: readonly ClassMark[] },
  remedy?: string,
): Promise<string> {
  const index = path.join(out, 'index.html');
  const listed = members.map(({ result, name }) => {
    const { page, instructorPage } = filesOf(name);
    return { result, page, instructorPage };
  });
  await writeWhole({ [index]: renderClass(listed, options) }, remedy);
  return index;
}

/**
 * Writes the pages of a class: `index.html` for the instructor, `students/` with the
 * pages that are handed out, and `instructor/` with the instructor's view of each
 * and its result.
 *
 * @returns the class page
 */
export async function writeClass(
  results: readonly Result[],
  place: ClassPlace & { readonly title: string },
): Promise<string> {
  const names = fileNames(results.map(({ submission }) => submission));
  const members = results.map((result, nth) => ({ result, name: names[nth] ?? '' }));
  for (const { result, name } of members) {
    await writeWhole(await submissionTexts(result, name, place));
  }
  const { out, title } = place;
  return writeIndex(members, { out, title });
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
