import type { Grade } from '../../../grader/contract/class.ts';
import { points } from '../../words/numbers.ts';
import { oneLine } from '../../words/plain.ts';

/** What spreadsheets take for the beginning of a formula, and Japanese ones in full width too. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/**
 * A text for people to read: in one line, and with an apostrophe before what a
 * spreadsheet would work out. Never for a number, and never for an id by which
 * an importer finds somebody.
 */
export function shown(text: string | null): string {
  const line = inLine(text ?? '').trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

/** Whether a text stays what it is in a cell: what an importer finds somebody by is written as it is, or not at all. */
export function isExact(id: string): boolean {
  return isOneLine(id) && !FORMULA.test(id);
}

/** The same where something before the text keeps a spreadsheet from working it out. */
export function isOneLine(id: string): boolean {
  return id !== '' && inLine(id) === id && id.trim() === id;
}

/** The points of a grade; nothing where there is no mark yet, because nobody has earned a zero by that. */
export function mark(grade: Grade): string {
  return grade.status === 'graded' ? points(grade.earned) : '';
}

/** What instructors wrote to a student, in one text, each with the exercise that it is about. */
export function commentOf({ comments }: Grade): string {
  return comments
    .map(({ exercise, words }) => (exercise === null ? words : `${exercise}: ${words}`))
    .join('\n');
}

/** Some programs end a line at these two as well. */
function inLine(text: string): string {
  return oneLine(text).replace(/[\u2028\u2029]/g, ' ');
}
