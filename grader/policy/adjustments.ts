import { CsvError, parse } from 'csv-parse/sync';
import type { Adjustment, ExerciseWorth } from './adjustment.ts';
import { COLUMNS, type Column, read } from './row.ts';

/** What a document of adjustments says. */
export interface Adjustments {
  /** In the order of their lines. */
  readonly adjustments: readonly Adjustment[];
  /** What could not be taken as it stands, each with its line; none of these rows is applied in part. */
  readonly problems: readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The adjustments in a CSV document with the columns student, exercise, points, extension,
 * excused, comment, by and why, in any order, between commas, semicolons or tabs:
 *
 *     student,exercise,points,by,why
 *     ada,03,7.5,Prof. Hopper,"oral exam on 3 March"
 *
 * @param exercises those of the course
 */
export function parseAdjustments(text: string, exercises: readonly ExerciseWorth[]): Adjustments {
  const rows = rowsIn(text);
  if (typeof rows === 'string') return { adjustments: [], problems: [rows] };
  const [header, ...others] = rows;
  if (header === undefined) return { adjustments: [], problems: [] };
  const names = withoutBlanks(header.cells).map((cell) => cell.toLowerCase());
  const trouble = headerTrouble(names);
  if (trouble !== null) {
    return { adjustments: [], problems: [`line ${header.line}: ${trouble}`] };
  }
  const adjustments: Adjustment[] = [];
  const problems: string[] = [];
  for (const { line, cells: all } of others) {
    const cells = withoutBlanks(all);
    const found = read(line, valuesOf(names, cells), exercises);
    const again = found.adjustment === null ? null : secondTime(found.adjustment, adjustments);
    const wrong = [
      ...(cells.length > names.length
        ? [
            `it has ${cells.length} cells, but there are ${names.length} columns; does a text with a separator need quotes?`,
          ]
        : found.problems),
      ...(again === null ? [] : [again]),
    ];
    problems.push(...wrong.map((words) => `line ${line}: ${words}`));
    if (wrong.length === 0 && found.adjustment !== null) adjustments.push(found.adjustment);
  }
  return { adjustments, problems };
}

/** Spreadsheets write separators to the end of their widest row. */
function withoutBlanks(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

interface Found {
  readonly record: readonly string[];
  readonly raw: string;
  /** `lines`: that on which the record ends. */
  readonly info: { readonly lines: number };
}

/** Rows with the lines on which they begin; in words what keeps the text from being CSV. */
function rowsIn(text: string): readonly Row[] | string {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      // With `info` and `raw`, each record comes with where and as what it was found.
    }) as unknown as readonly Found[];
    return records.map(({ record, raw, info }) => ({
      line: info.lines - (raw.trim().match(/\r\n|[\r\n]/g)?.length ?? 0),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `line ${String(error.lines)}: the quotes are not those of CSV; a text with quotes stands in quotes, and those in it are doubled`;
  }
}

/** Spreadsheets of some countries write semicolons. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/);
  const count = (separator: string) => first.split(separator).length;
  const others = [';', '\t'] as const;
  return others.reduce<string>((best, each) => (count(each) > count(best) ? each : best), ',');
}

function headerTrouble(names: readonly string[]): string | null {
  const known: readonly string[] = COLUMNS;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return `there is no column "${unknown}"; choose from ${COLUMNS.join(', ')}`;
  }
  const twice = names.find((name, nth) => names.indexOf(name) !== nth);
  if (twice !== undefined) return `the column "${twice}" is there twice`;
  const lacking = ['student', 'by', 'why'].find((name) => !names.includes(name));
  return lacking === undefined ? null : `the column "${lacking}" is missing`;
}

function valuesOf(names: readonly string[], cells: readonly string[]): Record<Column, string> {
  const of = (name: Column) => cells[names.indexOf(name)] ?? '';
  return {
    student: of('student'),
    exercise: of('exercise'),
    points: of('points'),
    extension: of('extension'),
    excused: of('excused'),
    comment: of('comment'),
    by: of('by'),
    why: of('why'),
  };
}

/** Of two rows for the same points nobody could say which is meant. */
function secondTime(own: Adjustment, earlier: readonly Adjustment[]): string | null {
  if (own.points === null) return null;
  const first = earlier.find(
    ({ student, exercise, points }) =>
      points !== null && student === own.student && exercise === own.exercise,
  );
  if (first === undefined) return null;
  return `line ${first.line} already sets the points of "${own.student}"${own.exercise === null ? '' : ` for ${own.exercise}`}`;
}
