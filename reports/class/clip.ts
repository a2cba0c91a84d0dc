import { oneLine } from '../words/plain.ts';

/**
 * A text in one line and of a bearable length: a class page has a row for
 * everybody, and nobody's row may be a screen of its own.
 *
 * @param most characters that are shown
 */
export function clipped(text: string, most: number): string {
  const line = oneLine(text).trim();
  // By code points, which are the same in every version of Unicode; graphemes are not.
  const characters = [...line.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : line;
}

/** The name of a submission as it is shown; a link without any text could not be followed. */
export function nameInWords(submission: string): string {
  const name = clipped(submission, 60);
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(name) ? name : '(no name)';
}

/** The title of a check, an exercise or a mistake as it is shown. */
export function titleInWords(title: string): string {
  return clipped(title, 160);
}
