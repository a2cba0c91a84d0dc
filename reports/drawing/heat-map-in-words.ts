import { max, min } from 'd3-array';
import { toReal } from '../../grader/contract/value.ts';
import { entry, shape, short } from '../words/numbers.ts';
import { capital, counted, listed } from '../words/phrases.ts';
import type { Compared } from './data.ts';

/** More entries in one sentence would not be listened to; they stand in the tables. */
const MOST_NAMED = 6;

/** One matrix with its numbers; `said` is how one says what a wrong entry is. */
export function mapInWords(
  { rows, columns, from, wrong }: Compared,
  numbers: readonly number[],
  name: string,
  said: string | null,
): string {
  const finite = numbers.filter(Number.isFinite);
  const [low, high] = [min(finite), max(finite)];
  const size = `Drawn is ${shape(rows === 1 ? [columns] : [rows, columns])}`;
  const span =
    low === undefined || high === undefined
      ? ', without a finite number'
      : `, from ${short(low)} to ${short(high)}`;
  const strange = numbers.length - finite.length;
  const lacking =
    strange === 0 ? [] : [`${capital(counted(strange, 'entry is', 'entries are'))} not finite.`];
  const outside = [...wrong.keys()].filter((at) => said !== null && wrong[at]);
  const named = outside.slice(0, MOST_NAMED).map((at) => {
    const place = [from.row + Math.floor(at / columns), from.column + (at % columns)];
    const index = rows === 1 ? place.slice(1) : place;
    return `${entry(name, index)} ${said} ${short(toReal(numbers[at] ?? Number.NaN))}`;
  });
  const more = outside.length - named.length;
  const rest = more === 0 ? [] : [`${counted(more, 'more', 'more')} in the table`];
  const marked =
    outside.length === 0 ? [] : [`Outside the tolerance: ${listed([...named, ...rest])}.`];
  return [`${size}${span}.`, ...lacking, ...marked].join(' ');
}

/** What a look at the maps would leave open. */
export function mapNotes(compared: Compared): readonly string[] {
  const { rows, columns, from, cut, expected, wrong, yours } = compared;
  return [
    outsideInWords(wrong.filter(Boolean).length, yours.length),
    ...(expected === null
      ? []
      : ['In the difference, entries inside the tolerance are left blank.']),
    ...(cut
      ? [
          `This is only a part of it: ${placesInWords('row', from.row, rows)} and ${placesInWords('column', from.column, columns)}.`,
        ]
      : []),
  ];
}

function placesInWords(word: string, from: number, count: number): string {
  return count === 1 ? `${word} ${from}` : `${word}s ${from} to ${from + count - 1}`;
}

function outsideInWords(count: number, of: number): string {
  if (count === 0) return 'Every entry shown is inside the tolerance.';
  if (of === 1) return 'The only entry is outside the tolerance.';
  return `${count} of ${of} entries shown ${count === 1 ? 'is' : 'are'} outside the tolerance.`;
}
