import { writeIndex } from '../write-class.ts';
import { GO_ON } from './files.ts';
import type { ClassGraded } from './grade-class.ts';
import type { Journal } from './journal.ts';
import { marksOf, withPages, writeGradebooks } from './marks.ts';
import type { Prepared } from './prepared.ts';
import { showMarks } from './show-marks.ts';
import { summaryOf } from './summary.ts';

/**
 * Makes the marks and has the pages show them, writes what is of the whole class, and says
 * what came of it.
 *
 * @returns exit code: 0 all graded, 2 something could not be graded
 */
export async function finish(
  { asked, found, conditions, marking, gradebooks }: Prepared,
  graded: ClassGraded,
  journal: Journal,
  out: string,
): Promise<number> {
  const marks = marksOf(found, graded, marking);
  const place = { out, course: asked.course };
  const done = await showMarks(found, graded, marks.grades, journal, place);
  const members = done.entries.map(({ brief, name }) => ({ result: brief, name }));
  const title = asked.title ?? conditions.course.id;
  const shown = { out, title, marks: withPages(marks, found, done) };
  const index = await writeIndex(members, shown, GO_ON);
  const { policy } = marking.rules;
  const options = { out, title, column: asked.column };
  const told = await writeGradebooks(marks, policy, gradebooks, options);
  await journal.tidy(found.handIns.map(({ id }) => id));
  process.stdout.write(summaryOf(found, done, told, index));
  const unjudged = done.entries.some(({ brief }) => brief.status === 'error');
  return unjudged || done.problems.length + found.problems.length > 0 ? 2 : 0;
}
