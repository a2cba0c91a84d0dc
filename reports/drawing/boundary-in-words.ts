import { mean } from 'd3-array';
import { percent, short } from '../words/numbers.ts';
import { capital, counted } from '../words/phrases.ts';
import type { Boundary } from './data.ts';

/** What a network makes of the plane, with its numbers. */
export function boundaryInWords(picture: Boundary): string {
  const { x1, x2, grid, accuracy, test } = picture;
  const share = mean(grid.probabilities, (probability) => (probability >= 0.5 ? 1 : 0)) ?? 0;
  return [
    `The plane from x1 ${short(x1.from)} to ${short(x1.to)} and from x2 ${short(x2.from)} to ${short(x2.to)}, coloured by the probability of class 1.`,
    `The network says class 1 in ${percent(share)} of it.`,
    accuracyInWords(accuracy, test),
  ].join(' ');
}

/** What a look at the picture would leave open, and how many points it leaves out. */
export function boundaryNotes(
  { grid, accuracy, test, counts }: Boundary,
  outside: number,
): readonly string[] {
  const classes = new Set(grid.probabilities.map((probability) => (probability >= 0.5 ? 1 : 0)));
  const [only] = classes;
  return [
    accuracyInWords(accuracy, test),
    ...(classes.size === 1 ? [`The network says class ${only} everywhere in this picture.`] : []),
    ...(test === null || test.length >= counts.test
      ? []
      : [`Of the ${counts.test} new points ${test.length} are drawn.`]),
    ...(outside === 0
      ? []
      : [`${capital(counted(outside, 'point lies', 'points lie'))} outside of the picture.`]),
  ];
}

function accuracyInWords({ train, test }: Boundary['accuracy'], points: Boundary['test']): string {
  const unseen = points === null ? 'new points, which are not shown' : 'new points';
  return `The network gets ${percent(train)} of its training points right and ${percent(test)} of ${unseen}.`;
}
