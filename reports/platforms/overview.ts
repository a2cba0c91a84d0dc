import type { Result } from '../../grader/contract/result.ts';
import { linkedInWords } from '../words/linked.ts';
import { score, unjudgedInWords } from '../words/student.ts';
import { headingOf } from './tests.ts';

/** What is to be said of a submission as a whole: its points, and what they do not show. */
export function overviewOf({ points, exercises }: Result): string {
  const notes = exercises.map((exercise) => {
    const linked = linkedInWords(exercise, exercises);
    return linked === '' ? '' : `${headingOf(exercise)}: ${linked}`;
  });
  return [
    `${score(points)}.`,
    unjudgedInWords(exercises.flatMap(({ checks }) => checks)) ?? '',
    ...notes,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
