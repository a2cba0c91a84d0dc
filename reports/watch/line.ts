import picocolors from 'picocolors';
import { oneLine } from '../words/plain.ts';
import { cells, fitted, wrapped } from './cells.ts';

/** How a part of a line looks, where colours are understood; no meaning is in the colour alone. */
export type Look = 'bold' | 'dim' | 'right' | 'wrong' | 'error' | 'waits' | 'hint' | 'chosen';

/** A part of a line that looks one way. */
export interface Part {
  readonly text: string;
  readonly look?: Look;
}

/** One line of the screen. */
export type Line = readonly Part[];

export const EMPTY: Line = [];

/** A line that looks one way. */
export function line(text: string, look?: Look): Line {
  return [look === undefined ? { text } : { text, look }];
}

/** Words in as many lines as they need and no others, each indented. */
export function block(words: string, columns: number, indent: number, look?: Look): Line[] {
  const room = Math.max(1, columns - indent);
  return wrapped(oneLine(words), room).map((text) => line(`${' '.repeat(indent)}${text}`, look));
}

/** A line whose last part stands at the right edge; the part before it is cut where there is no room. */
export function ends(start: Line, middle: Part, end: string, columns: number): Line {
  const taken = start.reduce((sum, { text }) => sum + cells(text), 0);
  const room = columns - taken - cells(end) - 2;
  // On a very narrow terminal the words matter more than what stands at the edge.
  if (room < 8) return [...start, { ...middle, text: fitted(middle.text, columns - taken) }];
  const text = fitted(middle.text, room);
  return [...start, { ...middle, text }, { text: `${' '.repeat(room - cells(text) + 2)}${end}` }];
}

/** A line as the terminal is to have it. */
export function painted(parts: Line, colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const looks: Readonly<Record<Look, (text: string) => string>> = {
    bold: paint.bold,
    dim: paint.dim,
    right: paint.green,
    wrong: paint.red,
    error: paint.magenta,
    waits: paint.yellow,
    hint: paint.cyan,
    chosen: paint.inverse,
  };
  return parts
    .map(({ text, look }) => (look === undefined || text === '' ? text : looks[look](text)))
    .join('');
}

/** The same lines, all of them faint: what they tell is about to change. */
export function faint(lines: readonly Line[]): Line[] {
  return lines.map((parts) => parts.map(({ text }) => ({ text, look: 'dim' as const })));
}
