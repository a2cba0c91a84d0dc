import { capital } from '../words/phrases.ts';
import { fitted } from './cells.ts';
import { exerciseLines } from './exercise-view.ts';
import { footerLines } from './footer.ts';
import { block, EMPTY, type Line, line, painted } from './line.ts';
import { listLines } from './list-view.ts';
import { progressLine } from './progress.ts';
import type { Scene } from './scene.ts';
import { statusInWords } from './status.ts';

/** The terminal that a screen is for. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  readonly colour: boolean;
}

/** Longer lines are hard to read. */
const WIDEST = 100;

/**
 * The whole screen, line by line from the top: progress, the exercise or the list,
 * what is going on, and the keys at the bottom. No line is wider than the terminal,
 * and there are never more than its rows.
 */
export function screen(scene: Scene, terminal: Terminal): readonly string[] {
  const columns = Math.min(terminal.columns, WIDEST);
  const top = [line(` ${progressLine(scene, columns - 2)}`), EMPTY];
  const status = capital(statusInWords(scene));
  const bottom = [
    EMPTY,
    ...(status === ''
      ? [EMPTY]
      : block(status, columns, 1, scene.trouble === null ? 'dim' : 'wrong')),
    ...footerLines(scene, columns),
  ];
  const room = Math.max(1, terminal.rows - top.length - bottom.length);
  const middle =
    scene.cursor === null
      ? cut(exerciseLines(scene, columns), room, columns)
      : listLines(scene, columns, room);
  const filled = [...middle, ...Array<Line>(Math.max(0, room - middle.length)).fill(EMPTY)];
  return [...top, ...filled, ...bottom]
    .slice(0, terminal.rows)
    .map((each) => painted(each, terminal.colour));
}

/** As many lines as there is room for; that there are more is said in the last of them. */
function cut(lines: readonly Line[], room: number, columns: number): readonly Line[] {
  if (lines.length <= room) return lines;
  const more = lines.length - room + 1;
  const words = ` … ${more} more lines: make the window higher, or press o for the report`;
  return [...lines.slice(0, room - 1), line(fitted(words, columns), 'waits')];
}
