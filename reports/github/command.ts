import { oneLine } from '../words/plain.ts';

/** What a workflow shows of a line: an error, a warning or a notice. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Place in the repository, with `/`; `null` where the note is about no file. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
}

/** Characters: a longer message is cut by the runner, wherever that is. */
const LONGEST = 4000;
const LONGEST_TITLE = 200;

/**
 * The workflow command that makes an annotation. Whatever its texts are, it is one line
 * and one command.
 *
 * A column without a line is not understood, and neither is one on another line.
 */
export function command({ level, file, line, column, title, message }: Annotation): string {
  const properties = [
    `title=${property(cut(inOneLine(title), LONGEST_TITLE))}`,
    ...(file === null ? [] : [`file=${property(inOneLine(file))}`]),
    ...(file === null || line === null ? [] : [`line=${line}`]),
    ...(file === null || line === null || column === null ? [] : [`col=${column}`]),
  ];
  return `::${level} ${properties.join(',')}::${data(cut(inOneLine(message), LONGEST))}`;
}

/** One line for every reader of lines, and without the older form of a command, `##[name]`. */
function inOneLine(raw: string): string {
  return oneLine(raw)
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(/##(?=\[)/g, '#\u2060#\u2060');
}

/** Never within a character. */
function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// The percent sign first: the others are escaped with it.

function data(line: string): string {
  return line.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(line: string): string {
  return data(line).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
