import { short } from '../words/numbers.ts';
import { type AxisView, CHARACTER } from './axis.ts';
import type { Dots } from './data.ts';
import { dotAxisOf } from './dot-places.ts';
import { type EdgeWords, edgeWordsOf, legendOf, shapesOf, signsOf } from './dot-shapes.ts';
import { dotsInWords, isOutside, limitInWords } from './dots-in-words.ts';
import type { Frame, Shape, Table } from './frame.ts';
import { rounded } from './places.ts';
import { PICTURE_WIDTH } from './plot.ts';
import type { Sign } from './sign.ts';

/** Numbers of a few things, one row each, as the template draws them. */
export interface DotsView extends Frame {
  readonly draw: 'dots';
  /** Of the whole drawing and of the field in it. */
  readonly fullHeight: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly axis: AxisView;
  readonly rows: readonly { readonly y: number; readonly name: string }[];
  readonly limit: LimitView | null;
  readonly shapes: readonly Shape[];
  /** Yours where the axis has no place for it. */
  readonly signs: readonly Sign[];
  readonly edgeWords: readonly EdgeWords[];
}

interface LimitView {
  readonly x: number;
  /** Where its words begin or end. */
  readonly wordsAt: number;
  readonly anchor: 'start' | 'end';
  readonly words: string;
}

const ROW = 30;

/** Room above the first row, for the words of the limit, and below the last, for the axis. */
const ROOM = { above: 26, below: 46 };

/** Longer names are cut; the table has them whole. */
const LONGEST_NAME = 16;

/** Room to the right of the field. */
const RIGHT = 14;

/** Between the line of the limit and its words. */
const GAP = 2;

/** Draws one number for each of a few things. */
export function dotsView(picture: Dots): DotsView {
  const { title, words, dots, limit } = picture;
  const names = dots.map(({ name }) => cut(name));
  const longest = Math.max(3, ...names.map((name) => name.length));
  const left = rounded(longest * CHARACTER + 22);
  const width = rounded(PICTURE_WIDTH - left - RIGHT);
  const height = Math.max(1, dots.length) * ROW;
  const axis = dotAxisOf(picture, width);
  const rows = dots.map((dot, at) => ({
    y: at * ROW + ROW / 2,
    yours: axis.placeOf(dot.yours),
    reference: dot.reference === null ? null : axis.placeOf(dot.reference),
    outside: isOutside(dot, limit),
  }));
  return {
    draw: 'dots',
    title,
    words,
    description: dotsInWords(picture),
    notes: limitInWords(dots, limit),
    fullHeight: ROOM.above + height + ROOM.below,
    left,
    width,
    height,
    axis: { label: axis.label, ticks: axis.ticks },
    rows: rows.map(({ y }, at) => ({ y, name: names[at] ?? '' })),
    limit: limit === null ? null : limitView(limit, axis.placeOf(limit.at).x, left, width),
    shapes: shapesOf(rows),
    signs: rows.flatMap(signsOf),
    edgeWords: rows.flatMap(edgeWordsOf),
    legend: legendOf(picture, rows),
    numbers: numbersOf(picture),
    tinted: false,
  };
}

/** A row is as wide as the picture: long names would leave no room for numbers. */
function cut(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function limitView(
  limit: NonNullable<Dots['limit']>,
  x: number,
  left: number,
  width: number,
): LimitView {
  const [before, after] = [left + x, width + RIGHT - x];
  const line = `${limit.words} ${short(limit.at)}`;
  const fits = line.length * CHARACTER <= Math.max(before, after) - GAP;
  return {
    x: rounded(x),
    wordsAt: rounded(before > after ? x + GAP : x - GAP),
    anchor: before > after ? 'end' : 'start',
    // All of it stands in the legend.
    words: fits ? line : short(limit.at),
  };
}

function numbersOf({ title, dots }: Dots): Table {
  const references = dots.some(({ reference }) => reference !== null);
  return {
    caption: title,
    corner: 'of',
    columns: references ? ['yours', 'the reference'] : ['yours'],
    rows: dots.map(({ name, yours, reference }) => ({
      head: name,
      cells: [short(yours), ...(references ? [reference === null ? '–' : short(reference)] : [])],
    })),
  };
}
