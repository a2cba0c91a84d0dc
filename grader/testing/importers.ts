import { parse } from 'csv-parse/sync';
import { shown } from '../../reports/gradebooks/table/cells.ts';
import type { Student } from '../contract/class.ts';

// How each platform reads a gradebook file, by its own rules and with its own traps:
// what these read is what would stand in the gradebook after an import.

/** What an import did: marks in thousandths by the student's id, `null` for none. */
export interface Imported {
  readonly marks: ReadonlyMap<string, number | 'excused' | null>;
  /** Rows that named nobody who is enrolled. */
  readonly strangers: readonly string[];
  /** The title that the importer took for that of the assignment, and its number. */
  readonly title: string;
  readonly column: string | null;
  /** What the assignment is worth, in thousandths, where the file says so. */
  readonly possible: number | null;
}

export type Importer = (text: string, enrolled: readonly Student[]) => Imported;

/** Cells of a file of RFC 4180; a row that is longer or shorter than the others is an error. */
export const cellsOf = (text: string): string[][] => parse(text);

/** @throws Error where a cell is no number that every program reads alike */
function thousandthsIn(cell: string): number {
  if (!/^\d+(\.\d{1,3})?$/.test(cell)) throw new Error(`"${cell}" is no number`);
  return Math.round(Number(cell) * 1000);
}

const markIn = (cell: string) => (cell === '' ? null : thousandthsIn(cell));

/** Adds up what rows say, each of one student or of a stranger. */
function collected(
  rows: readonly (readonly [
    student: Student | undefined,
    row: string,
    mark: number | 'excused' | null,
  ])[],
) {
  const marks = new Map<string, number | 'excused' | null>();
  const strangers: string[] = [];
  for (const [student, row, mark] of rows) {
    if (student === undefined) strangers.push(row);
    else marks.set(student.id, mark);
  }
  return { marks, strangers };
}

/** Numbers with separators are put right before anything is looked at. */
function converted(cell: string): string {
  if (!/^-?[0-9.,]+%?$/.test(cell)) return cell;
  const parts = cell.split(/[,.]/);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join('')}.${last}`;
}

const NOT_ASSIGNMENTS =
  /Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|Override Score|Override Grade|Override Status/;

const canvas: Importer = (text, enrolled) => {
  const [header = [], ...rows] = cellsOf(text).map((row) => row.map(converted));
  const [student = '', id = '', user = '', login = '', section = ''] = header;
  if (!student.includes('Student') || !id.includes('ID')) throw new Error('Invalid header row');
  if (
    !/SIS\s+User\s+ID/.test(user) ||
    !/SIS\s+Login\s+ID/.test(login) ||
    !section.includes('Section')
  ) {
    throw new Error('Invalid header row');
  }
  const titles = header.slice(5).filter((title) => !NOT_ASSIGNMENTS.test(title));
  const [title] = titles;
  if (title === undefined || titles.length > 1) throw new Error('There is not one assignment');
  // The first column of that title, whichever it is.
  const at = header.indexOf(title);
  let possible: number | null = null;
  const read = rows.flatMap((row) => {
    const [name = '', canvasId = '', sisUser = '', sisLogin = ''] = row;
    const cell = (row[at] ?? '').trim();
    if (name.includes('Points Possible')) {
      possible = thousandthsIn(cell);
      return [];
    }
    const found =
      enrolled.find(({ ids }) => ids['canvas-id'] === String(Number.parseInt(canvasId, 10))) ??
      enrolled.find(({ ids }) => sisUser !== '' && ids['sis-user-id'] === sisUser) ??
      enrolled.find(({ ids }) => sisLogin !== '' && ids['sis-login-id'] === sisLogin) ??
      enrolled.find((each) => each.name === name);
    const mark = /^ex$/i.test(cell) ? ('excused' as const) : markIn(cell);
    return [[found, row.join(), mark] as const];
  });
  const named = /^(.*)\s\((\d+)\)$/s.exec(title);
  return {
    ...collected(read),
    title: named?.[1] ?? title,
    column: named?.[2] ?? null,
    possible,
  };
};

const moodle: Importer = (text, enrolled) => {
  const [header = [], ...rows] = cellsOf(text).map((row) => row.map((cell) => cell.trim()));
  const [mapped = '', title = ''] = header;
  const of: Readonly<Record<string, (student: Student) => string | null | undefined>> = {
    'Email address': ({ email }) => email,
    Username: ({ ids }) => ids.username,
    'ID number': ({ ids }) => ids['student-id'],
  };
  // Who was found last stays found: a blank in the column is skipped.
  let found: Student | undefined;
  const read = rows.map((row) => {
    const [value = '', cell = ''] = row;
    if (value !== '' && value !== '0') {
      const all = enrolled.filter((each) => of[mapped]?.(each) === value);
      if (all.length !== 1) throw new Error(`User mapping error: ${mapped} "${value}"`);
      found = all[0];
    }
    // The column is a new one: a blank would be a zero in it.
    return [found, row.join(), cell === '-' ? null : thousandthsIn(cell)] as const;
  });
  return { ...collected(read), title, column: null, possible: null };
};

const brightspace: Importer = (text, enrolled) => {
  const [header = [], ...rows] = cellsOf(text);
  const [org, username, item = '', end] = header;
  if (org !== 'OrgDefinedId' || username !== 'Username' || end !== 'End-of-Line Indicator') {
    throw new Error('Invalid header row');
  }
  const read = rows.map((row) => {
    const [orgId = '', user = '', cell = '', last] = row;
    if (last !== '#') throw new Error('A line has no end');
    const found =
      enrolled.find(
        ({ ids }) => orgId !== '' && `#${ids['org-defined-id']?.replace(/^#/, '')}` === orgId,
      ) ??
      enrolled.find(({ ids }) => user !== '' && `#${ids.username?.replace(/^#/, '')}` === user);
    return [found, row.join(), markIn(cell)] as const;
  });
  const title = /^(.*) Points Grade$/s.exec(item)?.[1];
  if (title === undefined) throw new Error('There is no column of points');
  return { ...collected(read), title, column: null, possible: null };
};

const blackboard: Importer = (text, enrolled) => {
  const [header = [], ...rows] = cellsOf(text);
  const at = header.indexOf('Username');
  if (at === -1) throw new Error('Invalid header row');
  const named = /^(.*) \[Total Pts: (\S+) Score\](?: \|(\d+))?$/s.exec(header.at(-1) ?? '');
  if (named === null) throw new Error('There is no column of points');
  const read = rows.map((row) => {
    const found = enrolled.find(({ ids }) => ids.username === row[at]);
    return [found, row.join(), markIn(row.at(-1) ?? '')] as const;
  });
  const [, title = '', possible = '', column = null] = named;
  return { ...collected(read), title, column, possible: thousandthsIn(possible) };
};

const nbgrader: Importer = (text, enrolled) => {
  const [header = '', ...lines] = text.trimEnd().split(/[\n\r\u2028\u2029\u0085\v\f]/);
  const names = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length || line.includes('"'))
      throw new Error(`Broken line: ${line}`);
    return Object.fromEntries(names.map((name, nth) => [name, cells[nth] ?? '']));
  });
  const read = rows.map((row) => {
    const score = markIn(row.score ?? '');
    const [raw, penalty] = ['raw_score', 'late_submission_penalty'].map((name) =>
      markIn(row[name] ?? ''),
    );
    if (score !== null && score !== (raw ?? 0) - (penalty ?? 0)) throw new Error('Scores disagree');
    const found = enrolled.find(({ id }) => id === row.student_id);
    return [found, JSON.stringify(row), score] as const;
  });
  const [first] = rows;
  return {
    ...collected(read),
    title: first?.assignment ?? '',
    column: null,
    possible: first === undefined ? null : thousandthsIn(first.max_score ?? ''),
  };
};

const classroom50: Importer = (text, enrolled) => {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
  const read = rows.map((row) => {
    const found = enrolled.find(({ ids }) => ids.github === row.username);
    return [found, JSON.stringify(row), markIn(row.score ?? '')] as const;
  });
  const possible = rows.find((row) => row.max_score !== '')?.max_score;
  return {
    ...collected(read),
    title: '',
    column: null,
    possible: possible === undefined ? null : thousandthsIn(possible),
  };
};

/** Whatever reads our own file: by the id, in the way that the file shows it. */
const gradebook: Importer = (text, enrolled) => {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
  const read = rows.map((row) => {
    const found = enrolled.find((each) => shown(each.id) === row.id);
    const earned = markIn(row.earned ?? '');
    return [found, JSON.stringify(row), row.status === 'excused' ? 'excused' : earned] as const;
  });
  const [first] = rows;
  return {
    ...collected(read),
    title: '',
    column: null,
    possible: first === undefined ? null : thousandthsIn(first.possible ?? ''),
  };
};

/** The importer of every gradebook format, by its name. */
export const IMPORTERS: Readonly<Record<string, Importer>> = {
  blackboard,
  brightspace,
  canvas,
  classroom50,
  gradebook,
  moodle,
  nbgrader,
};
