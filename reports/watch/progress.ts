import { sumPoints } from '../../grader/contract/identity.ts';
import { score } from '../words/student.ts';
import { fitted } from './cells.ts';
import { isRight, type Scene } from './scene.ts';

const LONGEST_BAR = 30;

/** How far all exercises are: `[####----] 2/6  31 of 60 points`, by the points. */
export function progressLine({ exercises }: Pick<Scene, 'exercises'>, columns: number): string {
  const right = exercises.filter(isRight).length;
  const earned = sumPoints(exercises.flatMap(({ result }) => result?.points.earned ?? []));
  const possible = sumPoints(exercises.map((each) => each.possible));
  // A number that is not whole yet says so.
  const open = exercises.some(({ result, defect }) => result === null && defect === null);
  const words = `${right}/${exercises.length}  ${score({ earned, possible })}${open ? ' …' : ''}`;
  const room = Math.min(LONGEST_BAR, columns - words.length - 4);
  if (room < 4) return fitted(words, columns);
  const full = possible === 0 ? 0 : Math.floor((earned / possible) * room);
  return `[${'#'.repeat(full)}${'-'.repeat(room - full)}] ${words}`;
}
