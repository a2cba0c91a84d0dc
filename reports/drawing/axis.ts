import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { short } from '../words/numbers.ts';
import type { Curves } from './data.ts';
import { rounded } from './places.ts';

/** How an axis is laid out and what it measures. */
export type AxisWords = Curves['x'];

/** Smallest and largest number of an axis. */
export type Domain = readonly [low: number, high: number];

/** Where a number stands on an axis, and how it is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** An axis as its template draws it. */
export interface AxisView {
  readonly label: string;
  readonly ticks: readonly Tick[];
}

/** An axis, and where each number lies along it: NaN where it has no place. */
export interface Axis extends AxisView {
  /** What it reaches from and to. */
  readonly domain: Domain;
  place(number: number): number;
}

/** Room that one character of a label takes, in the larger type of narrow screens. */
export const CHARACTER = 9.6;

/** Room between two labels. */
const GAP = { across: 10, up: 20 };

/** Beyond these, differences of two numbers are no longer numbers. */
const LARGEST = 1e300;
const SMALLEST = 1e-300;

/** Steps between closer numbers would be too small to be numbers, or to be told apart. */
const LEAST_SPAN = 1e-280;
const LEAST_SHARE = 1e-12;

/** Longer labels would not fit beside a picture. */
const LONGEST_LABEL = 9;

/** Whether a number has a place on an axis: on a logarithmic one only what is above 0 has. */
export function fits(number: number, scale: AxisWords['scale']): boolean {
  const above = scale === 'linear' ? -LARGEST : SMALLEST;
  return number >= above && number <= LARGEST;
}

/** What is far too small to be told from 0 is 0. */
function settled(number: number): number {
  return Math.abs(number) < SMALLEST ? 0 : number;
}

/** From the smallest to the largest of the numbers that have a place; `null` without any. */
export function domainOf(numbers: readonly number[], scale: AxisWords['scale']): Domain | null {
  const [low, high] = extent(numbers.filter((number) => fits(number, scale)).map(settled));
  if (low === undefined || high === undefined) return null;
  // D3 has no ticks between numbers that are all but the same.
  const least = Math.max(LEAST_SPAN, LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high)));
  return high - low < least ? [low, low] : [low, high];
}

/**
 * Lays numbers along an axis.
 *
 * @param range where its first and its last number stand, in units of the viewBox
 * @param round whether the axis may reach a little further, to round numbers
 */
export function axisOf(
  { label, scale }: AxisWords,
  domain: Domain | null,
  range: readonly [from: number, to: number],
  round: boolean,
): Axis {
  const [low, high] = domain ?? (scale === 'linear' ? [0, 1] : [0.1, 1]);
  const numbers = (scale === 'linear' ? scaleLinear() : scaleLog()).domain([low, high]);
  if (round) numbers.nice();
  numbers.range(range);
  const place = (number: number) => (fits(number, scale) ? numbers(number) : Number.NaN);
  const length = Math.abs(range[1] - range[0]);
  const across = range[1] > range[0];
  let ticks: readonly Tick[] = [];
  for (const count of [5, 4, 3, 2, 1]) {
    const format = numbers.tickFormat(count, scale === 'linear' ? undefined : 'e');
    // D3 has no words for the finer ticks of a logarithmic axis.
    const named = numbers.ticks(count).filter((tick) => format(tick) !== '');
    ticks = labelled(named, format).map(({ number, words }) => ({
      at: rounded(place(number)),
      label: words,
    }));
    if (room(ticks, across) <= length) break;
  }
  const [from = low, to = high] = numbers.domain();
  return { label, domain: [from, to], ticks: ticks.filter(({ at }) => Number.isFinite(at)), place };
}

/** Room that the labels of an axis take. */
function room(ticks: readonly Tick[], across: boolean): number {
  return across ? ticks.length * (widest(ticks) * CHARACTER + GAP.across) : ticks.length * GAP.up;
}

/** Characters of the longest label. */
export function widest(ticks: readonly Tick[]): number {
  return Math.max(0, ...ticks.map(({ label }) => label.length));
}

/** Labels in our way of writing numbers, or in that of D3 where ours would be long or two alike. */
function labelled(ticks: readonly number[], format: (tick: number) => string) {
  const brief = ticks.map((number) => ({ number, words: short(number) }));
  const long = ticks.map((number) => ({ number, words: format(number).replace('−', '-') }));
  const distinct = new Set(brief.map(({ words }) => words)).size === brief.length;
  if (distinct) return brief.map((each, at) => briefer(each, long[at] ?? each));
  if (long.every(({ words }) => words.length <= LONGEST_LABEL)) return long;
  return brief.filter(({ words }, at) => words !== brief[at - 1]?.words);
}

/** 0.00001 is 1e-5 on a logarithmic axis. */
function briefer<Label extends { readonly words: string }>(one: Label, other: Label): Label {
  return other.words.length < one.words.length ? other : one;
}
