import type { Grade } from '../../../grader/contract/class.ts';
import { points } from '../../words/numbers.ts';
import { shown } from './cells.ts';

export interface Titled {
  readonly title: string;
  readonly notes: readonly string[];
}

/** The title of the assignment as a column has it, and a note where it had to become another. */
export function titled(
  asked: string,
  mended: (title: string) => string = (title) => title,
): Titled {
  const title = mended(shown(asked) || 'Assignment');
  if (title === asked) return { title, notes: [] };
  return {
    title,
    notes: [
      `The column has the title "${title}", because "${shown(asked)}" would not be read as it is.`,
    ],
  };
}

/** What the whole assignment is worth: the same for everybody in a class. */
export function possibleIn(grades: readonly Grade[]): string {
  const most = grades.reduce<Grade | null>(
    (best, grade) => (best === null || grade.possible > best.possible ? grade : best),
    null,
  );
  return most === null ? '0' : points(most.possible);
}
