import type { Gradebook } from '../words/gradebook.ts';
import { possibleIn, titled } from './table/assignment.ts';
import { mark, shown } from './table/cells.ts';
import { namesOf } from './table/names.ts';
import { found } from './table/students.ts';
import { table } from './table/table.ts';

/** What "Upload grades" of Blackboard reads: by the username, into the column whose number stands after the `|`. */
export const gradebook: Gradebook = {
  file: 'blackboard.csv',
  render(grades, options) {
    const { rows, leftOut } = found(grades, [{ words: 'username', of: ({ ids }) => ids.username }]);
    const column =
      options.column !== undefined && /^\d+$/.test(options.column) ? options.column : null;
    const { title, notes } = titled(options.title, (words) => words.replaceAll('|', '/'));
    const header = `${title} [Total Pts: ${possibleIn(grades)} Score]`;
    const text = table(
      [
        [
          'Last Name',
          'First Name',
          'Username',
          'Student ID',
          column === null ? header : `${header} |${column}`,
        ],
        ...rows.map(({ grade, ids: [username = ''] }) => [
          shown(namesOf(grade.student).last),
          shown(namesOf(grade.student).first),
          username,
          shown(grade.student.ids['student-id'] ?? null),
          mark(grade),
        ]),
      ],
      { quoted: true },
    );
    const note = 'Without the number of a column Blackboard makes a new one for these marks.';
    return { text, leftOut, notes: column === null ? [...notes, note] : notes };
  },
};
