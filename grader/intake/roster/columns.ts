import type { IdKind } from '../../contract/class.ts';
import { quoted } from '../quoted.ts';
import { brokenRoster } from './broken-roster.ts';

/** What a column of a roster tells. */
type Field = 'id' | 'name' | 'first' | 'last' | 'email' | 'section' | IdKind;

/** Where the fields of a roster stand, by the indices of their columns. */
export type Columns = ReadonlyMap<Field, number>;

/** Headers in small letters with spaces, as platforms and people write them. */
const HEADERS: Readonly<Record<string, Field>> = {
  id: 'id',
  identifier: 'id',
  'roster identifier': 'id',
  name: 'name',
  'full name': 'name',
  fullname: 'name',
  'student name': 'name',
  student: 'name',
  'first name': 'first',
  firstname: 'first',
  'given name': 'first',
  'last name': 'last',
  lastname: 'last',
  surname: 'last',
  'family name': 'last',
  email: 'email',
  'e mail': 'email',
  'email address': 'email',
  'e mail address': 'email',
  mail: 'email',
  section: 'section',
  sections: 'section',
  'section name': 'section',
  group: 'section',
  groups: 'section',
  'canvas id': 'canvas-id',
  'canvas user id': 'canvas-id',
  'sis user id': 'sis-user-id',
  'sis login id': 'sis-login-id',
  'moodle participant': 'moodle-participant',
  orgdefinedid: 'org-defined-id',
  'org defined id': 'org-defined-id',
  username: 'username',
  'user name': 'username',
  'student id': 'student-id',
  studentid: 'student-id',
  'student number': 'student-id',
  'id number': 'student-id',
  idnumber: 'student-id',
  sid: 'student-id',
  github: 'github',
  'github username': 'github',
  'github login': 'github',
};

/** By which column a student is known, the first of these that the row fills. */
export const ID_FIELDS = [
  'id',
  'student-id',
  'canvas-id',
  'sis-user-id',
  'org-defined-id',
  'username',
  'sis-login-id',
  'github',
  'moodle-participant',
  'email',
] as const satisfies readonly Field[];

/**
 * Finds the columns of a roster by their headers, in any order. Of two that tell the same
 * the first counts.
 *
 * @throws Refusal where no column says who a student is
 */
export function columnsOf(header: readonly string[], label: string): Columns {
  const plain = header.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[\s_-]+/gu, ' ')
      .trim(),
  );
  const meaning = new Map([...Object.entries(HEADERS), ...meaningIn(plain)]);
  const columns = new Map<Field, number>();
  plain.forEach((name, index) => {
    const field = meaning.get(name);
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  });
  if (ID_FIELDS.some((field) => columns.has(field))) return columns;
  const found = header.filter((cell) => cell !== '').map(quoted);
  throw brokenRoster(
    `${label}: no column says who a student is (found: ${found.join(', ') || 'nothing'})`,
    'Give it a header with "id", or export the roster from the platform anew.',
  );
}

/** What headers mean on one platform alone. */
function meaningIn(header: readonly string[]): readonly (readonly [string, Field])[] {
  const has = (name: string) => header.includes(name);
  // The number of Canvas itself stands under "ID", beside names and the ids of the school.
  const isCanvas = has('section') && has('id') && (has('student') || has('sis login id'));
  if (isCanvas) return [['id', 'canvas-id']];
  // The worksheet for offline grading in Moodle says "Participant 123" there.
  const isWorksheet = has('identifier') && has('full name') && has('grade');
  return isWorksheet ? [['identifier', 'moodle-participant']] : [];
}
