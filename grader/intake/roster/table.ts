import { CsvError, parse } from 'csv-parse/sync';
import { brokenRoster } from './broken-roster.ts';

/** A row and the line of the file on which it begins, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rows of a table of any delimiter that spreadsheets write. Rows in which nothing
 * stands are left out.
 *
 * @throws Refusal where quotes do not fit
 */
export function rowsOf(text: string, label: string): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (cells: readonly string[], { lines }) => {
        const row = { line, cells: cells.map((cell) => cell.trim()) };
        if (row.cells.some((cell) => cell !== '')) rows.push(row);
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = WRONG[error.code] ?? 'cannot be read as CSV';
    throw brokenRoster(`${label}, line ${line}: ${why}`);
  }
  return rows;
}

const WRONG: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote',
};

/** The one that the header has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n');
  const header = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((most, each) => (count(each) > count(most) ? each : most));
}
