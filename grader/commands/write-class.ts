import path from 'node:path';
import { renderClass } from '../../reports/class/page.ts';
import type { Course } from '../contract/course.ts';
import type { Result } from '../contract/result.ts';
import { loadReport } from '../load.ts';
import { courseSeenFrom } from './since.ts';
import { writeWhole } from './write.ts';

/**
 * Writes the pages of a class: `index.html`, and for each submission the student's
 * page, the instructor's view of it and its result.
 *
 * @returns the class page
 */
export async function writeClass(
  results: readonly Result[],
  course: Course,
  options: { readonly course: string; readonly out: string },
): Promise<string> {
  const [html, instructor, json] = await Promise.all([
    loadReport('html'),
    loadReport('instructor'),
    loadReport('json'),
  ]);
  const behind = path.join(options.out, 'instructor');
  for (const result of results) {
    const { submission } = result;
    const view = (folder: string) => ({ colour: false, ...courseSeenFrom(folder, options.course) });
    await writeWhole({
      [path.join(options.out, `${submission}.html`)]: html.render(result, view(options.out)),
      [path.join(behind, `${submission}.html`)]: instructor.render(result, view(behind)),
      [path.join(behind, `${submission}.json`)]: json.render(result, view(behind)),
    });
  }
  const index = path.join(options.out, 'index.html');
  const members = results.map((result) => ({
    result,
    page: `${result.submission}.html`,
    instructorPage: `instructor/${result.submission}.html`,
  }));
  await writeWhole({ [index]: renderClass(members, { title: course.id }) });
  return index;
}
