import { writeIndex } from '../write-class.ts';
import { GO_ON } from './files.ts';
import type { ClassGraded } from './grade-class.ts';
import type { Journal } from './journal.ts';
import { writeMarks } from './marks.ts';
import type { Prepared } from './prepared.ts';
import { summaryOf } from './summary.ts';

/**
 * Writes what is of the whole class, and says what came of it.
 *
 * @returns exit code: 0 all graded, 2 something could not be graded
 */
export async function finish(
  { asked, found, conditions, marking, gradebooks }: Prepared,
  done: ClassGraded,
  journal: Journal,
  out: string,
): Promise<number> {
  const members = done.entries.map(({ brief, name }) => ({ result: brief, name }));
  const title = asked.title ?? conditions.course.id;
  const index = await writeIndex(members, { out, title }, GO_ON);
  const place = { out, title, column: asked.column };
  const told = await writeMarks(found, done, marking, gradebooks, place);
  await journal.tidy(found.handIns.map(({ id }) => id));
  process.stdout.write(summaryOf(found, done, told, index));
  const unjudged = done.entries.some(({ brief }) => brief.status === 'error');
  return unjudged || done.problems.length + found.problems.length > 0 ? 2 : 0;
}
