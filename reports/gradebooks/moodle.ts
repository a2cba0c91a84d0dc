import type { Grade } from '../../grader/contract/class.ts';
import type { Gradebook } from '../words/gradebook.ts';
import { titled } from './table/assignment.ts';
import { commentOf, isExact, mark, shown } from './table/cells.ts';
import { found, type IdColumn } from './table/students.ts';
import { table } from './table/table.ts';

/** Moodle takes "0" for nobody, and gives the mark to whoever stands in the row before. */
const fits = (id: string) => isExact(id) && id !== '0';

const COLUMNS: readonly (IdColumn & { readonly header: string })[] = [
  { header: 'Email address', words: 'email address', of: ({ email }) => email, fits },
  { header: 'Username', words: 'username', of: ({ ids }) => ids.username, fits },
  { header: 'ID number', words: 'ID number', of: ({ ids }) => ids['student-id'], fits },
];

/**
 * What "Import: CSV file" of Moodle's gradebook reads. It finds students by one column
 * alone, and one that it does not know ends the whole import.
 */
export const gradebook: Gradebook = {
  file: 'moodle.csv',
  render(grades, options) {
    const { header, rows, leftOut } = byOneColumn(grades);
    const { title, notes } = titled(options.title);
    // Feedback without a mark would take away the mark that is there.
    const said = (grade: Grade) => (grade.status === 'graded' ? shown(commentOf(grade)) : '');
    const hasFeedback = rows.some(({ grade }) => said(grade) !== '');
    const text = table([
      [header, title, ...(hasFeedback ? [`${title} feedback`] : [])],
      ...rows.map(({ grade, ids: [id = ''] }) => [
        id,
        // A blank is no mark in a column that is there, and a zero in a new one.
        mark(grade) || '-',
        ...(hasFeedback ? [said(grade)] : []),
      ]),
    ]);
    const map = `Map from "${header}" to "${header}" when Moodle asks how students are identified.`;
    return { text, leftOut, notes: [...notes, map, ...tooLarge(grades)] };
  },
};

/** The column by which most students are found; of those that are as good, the first. */
function byOneColumn(grades: readonly Grade[]) {
  const [first, ...others] = COLUMNS.map((column) => ({
    header: column.header,
    ...found(grades, [column]),
  }));
  if (first === undefined) throw new Error('Moodle has columns');
  return others.reduce((best, each) => (each.rows.length > best.rows.length ? each : best), first);
}

function tooLarge(grades: readonly Grade[]): readonly string[] {
  return grades.some(({ status, earned }) => status === 'graded' && earned > 100_000)
    ? ['Moodle refuses marks above 100 unless its setting "unlimitedgrades" is on.']
    : [];
}
