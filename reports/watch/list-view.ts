import { OUTCOMES } from '../words/student.ts';
import { headOf } from './exercise-view.ts';
import type { Line } from './line.ts';
import { nameOf, type Scene } from './scene.ts';

/**
 * All exercises, the one that the cursor is at marked; where they are more than the
 * room has lines, those around the cursor.
 */
export function listLines(
  { exercises, cursor }: Scene,
  columns: number,
  room: number,
): readonly Line[] {
  const at = cursor ?? 0;
  const from = Math.max(0, Math.min(at - Math.floor(room / 2), exercises.length - room));
  return exercises.slice(from, from + Math.max(1, room)).map((item, nth): Line => {
    const chosen = from + nth === at;
    const head = headOf(item, columns - 2, chosen ? 'chosen' : undefined);
    return [{ text: chosen ? ' >' : '  ' }, ...head];
  });
}

/** The list as lines of text, for a terminal that shows one line after the other. */
export function listInWords({ exercises, current }: Scene): readonly string[] {
  return exercises.map((item) => {
    const { slug, result, work } = item;
    const word =
      result === null || work !== 'none' ? 'not judged yet' : OUTCOMES[result.status].word;
    return `${slug === current ? '>' : ' '} ${nameOf(item)}: ${word}`;
  });
}
