import { median } from 'd3-array';
import { percent } from '../../../reports/words/numbers.ts';
import { oneLine } from '../../../reports/words/plain.ts';
import type { HandedIn } from '../../contract/class.ts';
import type { ClassGraded } from './grade-class.ts';

/**
 * What a run over a class came to, for a terminal: what needs a person first.
 *
 * @param ofMarks what is to be known of marks and gradebooks, each in one line
 */
export function summaryOf(
  found: HandedIn,
  graded: ClassGraded,
  ofMarks: readonly string[],
  index: string,
): string {
  const { entries, problems, unchanged } = graded;
  const unjudged = entries.filter(({ brief }) => brief.status === 'error');
  const lines = [
    ...problems.map(({ id, what, remedy }) => `${id}: ${what}. ${remedy}`),
    ...found.problems.map(({ what, remedy }) => `${what}. ${remedy}`),
    ...unjudged.map(({ id }) => `${id}: something of it could not be judged; see ${index}.`),
    ...found.unknown.map(({ id }) => `${id} is not on the roster.`),
    ...found.absent.map(({ id }) => `${id} is on the roster and handed nothing in.`),
    ...ofMarks,
  ].map(oneLine);
  const scores = entries.flatMap(({ brief: { points } }) =>
    points.possible > 0 ? [points.earned / points.possible] : [],
  );
  const middle = median(scores);
  const counts = [
    `${entries.length} of ${found.handIns.length} graded`,
    ...(unchanged > 0 ? [`${unchanged} of them unchanged since the last run`] : []),
    ...(middle === undefined ? [] : [`median ${percent(middle)}`]),
  ];
  return [
    ...(lines.length > 0 ? [...lines, ''] : []),
    `${counts.join(', ')}.`,
    `Open ${index} in a browser: the class, and from there a page for each.`,
    '',
  ].join('\n');
}
