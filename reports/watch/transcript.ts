import { causeOf } from './cause.ts';
import { exerciseLines, rungLines } from './exercise-view.ts';
import { type Line, painted } from './line.ts';
import { progressLine } from './progress.ts';
import { currentOf, type Scene } from './scene.ts';

// For a terminal that shows one line after the other, or for a file: no escape
// sequences, nothing that is written over.

/** The exercise that is worked on, and how far all are. */
export function transcript(scene: Scene, columns: number): string {
  return `${inWords(exerciseLines(scene, columns))}\n${progressLine(scene, columns)}\n`;
}

/** The hint that was opened last, or nothing. */
export function hintInWords(scene: Scene, columns: number): string {
  const { result } = currentOf(scene);
  const rungs = result === null ? [] : (causeOf(result)?.rungs ?? []);
  return inWords(
    rungs.slice(scene.opened - 1, scene.opened).flatMap((each) => rungLines(each, columns)),
  );
}

function inWords(lines: readonly Line[]): string {
  return lines.map((each) => `${painted(each, false).trimEnd()}\n`).join('');
}
