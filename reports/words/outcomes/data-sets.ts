import type { Got, Reason } from '../../../grader/contract/result.ts';
import { toFloat } from '../../../grader/contract/value.ts';
import { short } from '../numbers.ts';
import { listed } from '../phrases.ts';
import type { Sentence } from './sentence.ts';

/** Why points are no data set, by the words of the check: with the name of what is meant, and its number. */
const NO_DATA_SET: Readonly<Record<string, (names: string, number: string) => string>> = {
  'too-few': (names, count) =>
    `${names} has ${count} ${count === '1' ? 'point' : 'points'}; that is too few for a line to fail on them.`,
  'too-many': (names, count) =>
    `${names} has ${count} points, which is more than the lesson allows. A few well-placed ones are enough.`,
  'too-far': (names, coordinate) =>
    `${names} is ${coordinate}, which is further out than the lesson allows.`,
  'other-label': (names, label) => `${names} is ${label}; every label should be 0 or 1.`,
  'one-class': (_, label) =>
    `All your points have the label ${label}. With one class alone there is nothing to tell apart.`,
  contradiction: (names) =>
    `${names} are the same place with two labels. No network can give one place both; can you move one of them a little?`,
};

/** What a line gets right of a student's own points. */
function lineInWords(got: Got | null): string {
  if (got?.wrong == null || got.measured === null)
    return 'No line fits your points: that is half of it.';
  const right = Math.round(toFloat(got.measured) * got.wrong.of);
  return `No line fits your points: the best one gets ${right} of ${got.wrong.of} right, and that is half of it.`;
}

/** What our own network makes of them. */
function networkInWords(got: Got | null): string {
  if (got?.wrong == null) return 'But our small network does not learn them all either.';
  const { entries, of, first } = got.wrong;
  const point =
    first[0] === undefined ? '' : `, the first of them in row ${first[0]} (counted from 0)`;
  return `But our small network of 6 hidden units does not learn them all either: it misses ${entries} of ${of}${point}. Do your classes lie in a few clear regions, or does the label change from each point to the next?`;
}

/** What is said of a data set of the student's own. */
export const OF_DATA_SETS = {
  'not-a-data-set': ({ got }) =>
    NO_DATA_SET[got?.words ?? '']?.(listed(got?.names ?? []), short(got?.measured ?? Number.NaN)) ??
    'What came back cannot be used as a data set.',
  'fits-a-line': ({ got }) =>
    `A straight line gets ${got?.wrong == null ? 'all' : `all ${got.wrong.of}`} of your points right, so a linear model fits them. Draw them on paper: where would that line run, and which point would be in its way with the other label?`,
  'no-network-fits': ({ got }) => `${lineInWords(got)} ${networkInWords(got)}`,
} satisfies Partial<Record<Reason, Sentence>>;
