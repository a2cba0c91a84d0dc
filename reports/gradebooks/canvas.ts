import type { Student } from '../../grader/contract/class.ts';
import type { Gradebook, GradebookOptions } from '../words/gradebook.ts';
import { possibleIn, titled } from './table/assignment.ts';
import { isExact, mark, shown } from './table/cells.ts';
import { found, type IdColumn } from './table/students.ts';
import { table } from './table/table.ts';

/** A number with separators is put right by Canvas before it looks at the column: "1.2.3" becomes "12.3". */
const isRewritten = (text: string) => /^-?[\d.,]+%?$/.test(text) && /,|\..*\./.test(text);
/** A row whose first cell has these words says what assignments are worth. */
const POINTS_ROW = /Points Possible/gi;

const stays = (id: string) => isExact(id) && !isRewritten(id);

/** In the order in which Canvas tries them. */
const IDS: readonly IdColumn[] = [
  {
    words: 'Canvas ID',
    of: ({ ids }) => ids['canvas-id'],
    fits: (id) => /^[1-9]\d{0,17}$/.test(id),
  },
  { words: 'SIS user ID', of: ({ ids }) => ids['sis-user-id'], fits: stays },
  { words: 'SIS login ID', of: ({ ids }) => ids['sis-login-id'], fits: stays },
  {
    words: 'name',
    of: ({ name }) => name,
    fits: (name) => stays(name) && name.search(POINTS_ROW) === -1,
  },
];

/** What the gradebook of Canvas imports; a blank takes a score away that is there already. */
export const gradebook: Gradebook = {
  file: 'canvas.csv',
  render(grades, options) {
    const { rows, leftOut } = found(grades, IDS);
    const { title, notes } = columnOf(options);
    const text = table([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title],
      ['    Points Possible', '', '', '', '', possibleIn(grades)],
      ...rows.map(({ grade, ids: [id = '', user = '', login = '', name = ''] }) => [
        name || otherName(grade.student),
        id,
        user,
        login,
        shown(grade.student.section),
        grade.status === 'excused' ? 'EX' : mark(grade),
      ]),
    ]);
    return { text, leftOut, notes };
  },
};

/**
 * The name of somebody who has to be found by an id. Canvas goes by the name where it does not
 * know the id: of two with one name, whoever left the course would be taken for the other.
 */
function otherName({ id, name }: Student): string {
  const words = isExact(name ?? '') ? `${name} (${id})` : name;
  return shown(words).replace(POINTS_ROW, 'Points-Possible');
}

/** Titles that Canvas would take for one of its own columns. */
const SUMS = /\b(Current|Final|Override) (Score|Points|Grade|Status)/gi;
const STUDENT_COLUMNS =
  /^(Student|LastName|FirstName|ID|SIS User ID|SIS Login ID|Section|Integration ID|Root Account)$/i;

function columnOf({ title: asked, column }: GradebookOptions) {
  const { title, notes } = titled(asked, (words) => {
    const apart = words.replace(SUMS, '$1: $2');
    return STUDENT_COLUMNS.test(apart) || isRewritten(apart) ? `Assignment ${apart}` : apart;
  });
  if (column !== undefined && /^\d+$/.test(column)) {
    return { title: `${title} (${column})`, notes };
  }
  if (/ \(\d+\)$/.test(title)) return { title, notes };
  const note = `Canvas looks for an assignment with the very title "${title}", and creates it where there is none.`;
  return { title, notes: [...notes, note] };
}
