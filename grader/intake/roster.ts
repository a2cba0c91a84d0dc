import { ID_KINDS, type IdKind, type Student } from '../contract/class.ts';
import { quoted } from './quoted.ts';
import { brokenRoster } from './roster/broken-roster.ts';
import { type Columns, columnsOf, ID_FIELDS } from './roster/columns.ts';
import { rosterText } from './roster/roster-text.ts';
import { type Row, rowsOf } from './roster/table.ts';

/**
 * Reads who is in a class, from a CSV file with a header: one written by hand, or what
 * Canvas, Moodle, Gradescope, Brightspace or GitHub Classroom export. Columns that say
 * nothing of a student are passed over.
 *
 * @returns in the order of the file
 * @throws Refusal with the line of what is wrong
 */
export async function readRoster(file: string): Promise<readonly Student[]> {
  const [header, ...rows] = rowsOf(await rosterText(file), file);
  if (header === undefined) {
    throw brokenRoster(`${file} is empty`, 'Give a CSV file with a header and a line per student.');
  }
  const columns = columnsOf(header.cells, `${file}, line ${header.line}`);
  const students: Student[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    if (/^points possible\b/i.test(row.cells[0] ?? '')) continue;
    const where = `${file}, line ${row.line}`;
    assertWhole(row, header, where);
    const student = studentIn(row, columns, where);
    const before = lines.get(student.id);
    if (before !== undefined) {
      throw brokenRoster(`${where}: the id ${quoted(student.id)} is that of line ${before}`);
    }
    lines.set(student.id, row.line);
    students.push(student);
  }
  return students;
}

function assertWhole({ cells }: Row, header: Row, where: string): void {
  const [own, due] = [cells.length, header.cells.length];
  if (own === due) return;
  const remedy = 'Mend the line; a cell with the delimiter in it stands in quotes.';
  throw brokenRoster(`${where}: ${own} ${own === 1 ? 'cell' : 'cells'} instead of ${due}`, remedy);
}

function studentIn({ cells }: Row, columns: Columns, where: string): Student {
  const cell = (field: (typeof ID_FIELDS)[number] | 'name' | 'first' | 'last' | 'section') => {
    const index = columns.get(field);
    const text = index === undefined ? '' : (cells[index] ?? '');
    return text === '' ? null : text;
  };
  const ids: Partial<Record<IdKind, string>> = {};
  for (const kind of ID_KINDS) {
    const text = cell(kind);
    if (text !== null) ids[kind] = bare(kind, text);
  }
  const field = ID_FIELDS.find((each) => cell(each) !== null);
  const isKind = (name: string | undefined): name is IdKind =>
    ID_KINDS.some((kind) => kind === name);
  const id = isKind(field) ? ids[field] : field === undefined ? undefined : cell(field);
  if (id === undefined || id === null) throw brokenRoster(`${where}: the student has no id`);
  if (/\p{Cc}/u.test(id)) throw brokenRoster(`${where}: the id ${quoted(id)} is not of one line`);
  const parts = [cell('first'), cell('last')].filter((part) => part !== null);
  return {
    id,
    name: cell('name') ?? (parts.length === 0 ? null : parts.join(' ')),
    email: cell('email'),
    section: cell('section'),
    ids,
  };
}

/** An id without what platforms put around it: `#jdoe` of Brightspace, `Participant 12` of Moodle. */
function bare(kind: IdKind, text: string): string {
  if (kind === 'moodle-participant') return /^\D+\s(\d+)$/u.exec(text)?.[1] ?? text;
  return kind === 'org-defined-id' || kind === 'username' ? text.replace(/^#/, '') : text;
}
