import { group, max } from 'd3-array';
import { scaleQuantize } from 'd3-scale';
import { schemeRdBu } from 'd3-scale-chromatic';
import { type SymbolType, symbolTimes } from 'd3-shape';
import { short } from '../words/numbers.ts';
import { type LegendEntry, type Shape, scaleSwatch, shape, symbolSwatch } from './frame.ts';
import { type Grid, middleOf } from './heat-grid.ts';
import type { Place } from './places.ts';
import { stamped } from './stamp.ts';

/** One side of a comparison as numbers; `null` where nothing is to be coloured. */
export type Numbers = readonly (number | null)[];

/** Colours of numbers, the same to both sides of 0. */
export interface Colours {
  /** The number that has the strongest colour. */
  readonly strongest: number;
  of(number: number): string;
}

/** From red for what is negative over white to blue. */
export const TINTS = schemeRdBu[9] ?? [];

/** Larger numbers have the strongest colour too; twice as much would not be a number. */
const LARGEST = 1e300;

const CROSS_SIZE = 60;

/** A scale of colours that all of these numbers fit in. */
export function coloursOf(numbers: Numbers): Colours {
  const sizes = numbers.filter((number) => number !== null).map(Math.abs);
  const strongest = max(sizes.filter(Number.isFinite)) || 1;
  const scale = scaleQuantize<string>()
    .domain([-Math.min(strongest, LARGEST), Math.min(strongest, LARGEST)])
    .range(TINTS);
  return { strongest, of: scale };
}

/** A matrix as paths: all cells of one colour, what is no finite number, and what is wrong. */
export function mapShapes(
  numbers: Numbers,
  wrong: readonly boolean[],
  grid: Grid,
  colours: Colours,
): readonly Shape[] {
  const places = [...numbers.keys()];
  const finite = places.filter((at) => Number.isFinite(numbers[at]));
  const byColour = group(finite, (at) => colours.of(numbers[at] ?? 0));
  const strange = places.filter((at) => numbers[at] !== null && !Number.isFinite(numbers[at]));
  const crossed = places.filter((at) => wrong[at]);
  const crosses = stamped(symbolTimes, CROSS_SIZE, middlesOf(crossed, grid));
  return [
    ...[...byColour].flatMap(([fill, cells]) =>
      shape('cell', stamped(full(grid), 0, middlesOf(cells, grid))).map((cell) => ({
        ...cell,
        fill,
      })),
    ),
    ...shape('strange', stamped(hatched(grid), 0, middlesOf(strange, grid))),
    // A cross is seen on the darkest cell too: it lies on a pale one.
    ...shape('cross-ground', crosses),
    ...shape('cross', crosses),
  ];
}

function middlesOf(entries: readonly number[], grid: Grid): readonly Place[] {
  return entries.map((at) => middleOf(grid, at)).filter((place) => place !== null);
}

/** The whole of a cell. */
function full({ cell: { width, height } }: Grid): SymbolType {
  return { draw: (context) => context.rect(-width / 2, -height / 2, width, height) };
}

/** Slanted lines over a cell: no colour stands for what is no finite number. */
function hatched({ cell: { width, height } }: Grid): SymbolType {
  const [x, y] = [width / 2, height / 2];
  return {
    draw(context) {
      context.moveTo(-x, 0);
      context.lineTo(0, -y);
      context.moveTo(-x, y);
      context.lineTo(x, -y);
      context.moveTo(0, y);
      context.lineTo(x, 0);
    },
  };
}

/** The colours of some maps, and which numbers they stand for. */
export function coloursEntry({ strongest }: Colours, whose: string): LegendEntry {
  const text = `${whose}: from ${short(-strongest)} (red) over 0 to ${short(strongest)} (blue)`;
  // Every second one is enough to see which way the scale runs.
  return { shapes: scaleSwatch(TINTS.filter((_, nth) => nth % 2 === 0)), text };
}

/** What a cross stands for. */
export const CROSS_ENTRY: LegendEntry = {
  shapes: [symbolSwatch('cross', symbolTimes, CROSS_SIZE)],
  text: 'outside the tolerance',
};

/** What hatching stands for. */
export const HATCHED_ENTRY: LegendEntry = {
  shapes: shape('strange', 'M4,8L10,2M4,14L16,2M10,14L22,2M16,14L28,2M22,14L28,8'),
  text: 'no finite number (NaN, Infinity)',
};
