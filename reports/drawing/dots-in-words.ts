import { toFloat } from '../../grader/contract/value.ts';
import { short } from '../words/numbers.ts';
import { counted, listed } from '../words/phrases.ts';
import type { Dots } from './data.ts';

type Dot = Dots['dots'][number];

/** More numbers in one sentence would not be listened to; they stand in the table. */
const MOST_NAMED = 6;

/** Whether a number is not where the limit asks it to be; NaN never is. */
export function isOutside({ yours }: Dot, limit: Dots['limit']): boolean {
  return limit !== null && !(toFloat(yours) <= limit.at);
}

/** A dot plot with its numbers. */
export function dotsInWords({ dots, axis, limit }: Dots): string {
  const named = dots
    .slice(0, MOST_NAMED)
    .map(({ name, yours, reference }) =>
      reference === null
        ? `${name} ${short(yours)}`
        : `${name} ${short(yours)} (the reference ${short(reference)})`,
    );
  const more = dots.length - named.length;
  const rest = more === 0 ? [] : [`${counted(more, 'more', 'more')} in the table`];
  const numbers =
    named.length === 0
      ? 'There are no numbers to show.'
      : `Yours, as ${axis.label}: ${listed([...named, ...rest])}.`;
  return [numbers, ...limitInWords(dots, limit)].join(' ');
}

/** How many of the numbers are on the right side of the limit; nothing where there is none. */
export function limitInWords(dots: readonly Dot[], limit: Dots['limit']): readonly string[] {
  if (limit === null || dots.length === 0) return [];
  const outside = dots.filter((dot) => isOutside(dot, limit));
  const line = `${short(limit.at)} (${limit.words})`;
  if (outside.length === 0) return [`None is beyond the line at ${line}.`];
  const names = listed(outside.slice(0, MOST_NAMED).map(({ name }) => name));
  const more = outside.length > MOST_NAMED ? ', among others' : '';
  return [
    `${outside.length} of ${dots.length} ${outside.length === 1 ? 'is' : 'are'} beyond the line at ${line}: ${names}${more}.`,
  ];
}
