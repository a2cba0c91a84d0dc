import { scaleLinear } from 'd3-scale';
import { percent, short } from '../words/numbers.ts';
import { capital, counted } from '../words/phrases.ts';
import type { Surface } from './data.ts';

/** What a network predicts over the plane, with its numbers. */
export function surfaceInWords(picture: Surface): string {
  const { x1, x2, explained, test } = picture;
  return [
    `The plane from x1 ${short(x1.from)} to ${short(x1.to)} and from x2 ${short(x2.from)} to ${short(x2.to)}, coloured by the value that the network predicts.`,
    extremesInWords(picture),
    explainedInWords(explained, test),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** What a look at the picture would leave open, and how many points it leaves out. */
export function surfaceNotes(
  { grid, explained, test, counts }: Surface,
  outside: number,
): readonly string[] {
  const [only, ...others] = new Set(grid.values);
  return [
    explainedInWords(explained, test),
    ...(only !== undefined && others.length === 0
      ? [`The network predicts ${short(only)} everywhere in this picture.`]
      : []),
    ...(test === null || test.length >= counts.test
      ? []
      : [`Of the ${counts.test} new points ${test.length} are drawn.`]),
    ...(outside === 0
      ? []
      : [`${capital(counted(outside, 'point lies', 'points lie'))} outside of the picture.`]),
  ];
}

/** Which numbers the colours stand for. */
export function scaleInWords(low: number, high: number): string {
  return low === high
    ? `value: ${short(low)}`
    : `value, predicted or due: from ${short(low)} at the left to ${short(high)} at the right`;
}

/** Where the predictions are lowest and highest. */
function extremesInWords({ x1, x2, grid }: Surface): string {
  const [low, high] = [lowestAt(grid.values, 1), lowestAt(grid.values, -1)];
  if (low === null || high === null) return '';
  const along = ({ from, to }: Surface['x1'], nth: number, count: number) =>
    short(scaleLinear([0, count - 1], [from, to])(nth));
  const place = (at: number) =>
    `at x1 ${along(x1, at % grid.columns, grid.columns)} and x2 ${along(x2, Math.floor(at / grid.columns), grid.rows)}`;
  const value = (at: number) => short(grid.values[at] ?? 0);
  return `It is lowest, ${value(low)}, ${place(low)}, and highest, ${value(high)}, ${place(high)}.`;
}

/** The first place of the lowest number, or of the highest where they are turned round. */
function lowestAt(values: readonly number[], turned: 1 | -1): number | null {
  return values.reduce<number | null>(
    (best, value, at) =>
      best === null || turned * value < turned * (values[best] ?? 0) ? at : best,
    null,
  );
}

function explainedInWords({ train, test }: Surface['explained'], points: Surface['test']): string {
  const unseen = points === null ? 'new points, which are not shown' : 'new points';
  return `The predictions explain ${percent(train)} of the variance of the training points and ${percent(test)} of that of ${unseen}.`;
}
