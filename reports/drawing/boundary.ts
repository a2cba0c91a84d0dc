import { contours } from 'd3-contour';
import { scaleLinear } from 'd3-scale';
import { interpolatePuOr } from 'd3-scale-chromatic';
import { curveLinearClosed, line } from 'd3-shape';
import { short } from '../words/numbers.ts';
import { axisOf, type Domain, domainOf } from './axis.ts';
import { boundaryInWords, boundaryNotes } from './boundary-in-words.ts';
import { leftOut, pointsLegend, pointsShapes, pointsWithin } from './boundary-points.ts';
import type { Boundary } from './data.ts';
import { type Frame, lineSwatch, type Shape, scaleSwatch, shape, type Table } from './frame.ts';
import { bends, type Place, sampled } from './places.ts';
import { leftOf, type Plot, plotOf, widthOf } from './plot.ts';

/** What a network says of the plane, as the template draws it. */
export interface BoundaryView extends Frame {
  readonly draw: 'boundary';
  readonly plot: Plot;
  /** Colour of the least probable places, over which the bands lie. */
  readonly ground: string;
  /** The bands of probability, each over the one before it, and the line at 0.5. */
  readonly bands: readonly Shape[];
  /** The points. */
  readonly shapes: readonly Shape[];
}

const HEIGHT = 230;

/** Where a band of probability begins; below the first is the ground. */
const THRESHOLDS = [0.1, 0.3, 0.5, 0.7, 0.9];
const HALF = 0.5;

/** Rows and columns of the table: enough to follow the line between the classes. */
const MOST_NUMBERS = 7;

/** Draws the probability of class 1 over the plane, with the points that it is about. */
export function boundaryView(picture: Boundary): BoundaryView {
  const { title, words, x1, x2 } = picture;
  const y = axisOf({ label: 'x2', scale: 'linear' }, ends(x2), [HEIGHT, 0], false);
  const width = widthOf(leftOf(y));
  const x = axisOf({ label: 'x1', scale: 'linear' }, ends(x1), [0, width], false);
  const regions = regionsOf(picture.grid, width);
  const points = pointsWithin(picture, x, y);
  return {
    draw: 'boundary',
    title,
    words,
    description: boundaryInWords(picture),
    notes: boundaryNotes(picture, leftOut(picture, points)),
    plot: plotOf(x, y, HEIGHT),
    ground: tint(middleFrom(0)),
    bands: [
      ...regions.map(({ from, d }) => ({ style: 'tint', fill: tint(middleFrom(from)), d })),
      ...regions.flatMap(({ from, d }) => (from === HALF ? shape('half', d) : [])),
    ],
    shapes: pointsShapes(points, x, y),
    legend: [
      ...pointsLegend(points),
      { shapes: [lineSwatch('half')], text: 'probability 0.5: here the network cannot decide' },
      {
        shapes: scaleSwatch([0, ...THRESHOLDS].map((from) => tint(middleFrom(from)))),
        text: 'probability of class 1, from 0 to 1',
      },
    ],
    numbers: numbersOf(picture),
    tinted: true,
  };
}

function ends({ from, to }: Boundary['x1']): Domain | null {
  return domainOf([from, to], 'linear');
}

/** Middle of the band that begins here. */
function middleFrom(from: number): number {
  const next = THRESHOLDS.find((threshold) => threshold > from) ?? 1;
  return (from + next) / 2;
}

/** Pale, so that points stand out from it: from the colour of class 0 over white to that of class 1. */
function tint(probability: number): string {
  return interpolatePuOr(0.3 + 0.4 * probability);
}

type Regions = readonly { readonly from: number; readonly d: string }[];

/** Regions of grids as they were last drawn: a student's page and the instructor's have the same. */
const drawn = new WeakMap<object, { readonly width: number; readonly regions: Regions }>();

/** Where the probability is at least so much, for each threshold. */
function regionsOf(grid: Boundary['grid'], width: number): Regions {
  const known = drawn.get(grid);
  if (known?.width === width) return known.regions;
  const regions = drawRegions(grid, width);
  drawn.set(grid, { width, regions });
  return regions;
}

function drawRegions({ columns, rows, probabilities }: Boundary['grid'], width: number): Regions {
  // Contours have the first place of the grid at 0.5 and reach half a step over its edges.
  const across = scaleLinear([0.5, columns - 0.5], [0, width]);
  const up = scaleLinear([0.5, rows - 0.5], [HEIGHT, 0]);
  const path = line<Place>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveLinearClosed)
    .digits(1);
  const values = Array.from({ length: columns * rows }, (_, at) => probabilities[at] ?? 0);
  const areas = contours().size([columns, rows]).thresholds(THRESHOLDS)(values);
  return areas.flatMap(({ value, coordinates }) => {
    const rings = coordinates.flat().map((ring) => {
      return path(bends(ring.map(([x = 0, y = 0]) => ({ x: across(x), y: up(y) }))));
    });
    const d = rings.join('');
    return d === '' ? [] : [{ from: value, d }];
  });
}

function numbersOf({ x1, x2, grid, title }: Boundary): Table {
  const columns = sampled([...Array(grid.columns).keys()], MOST_NUMBERS);
  const rows = sampled([...Array(grid.rows).keys()], MOST_NUMBERS).toReversed();
  const place = ({ from, to }: Boundary['x1'], nth: number, count: number) =>
    short(scaleLinear([0, count - 1], [from, to])(nth));
  return {
    caption: `${title}: probability of class 1`,
    corner: 'x2 \\ x1',
    columns: columns.map((column) => place(x1, column, grid.columns)),
    rows: rows.map((row) => ({
      head: place(x2, row, grid.rows),
      cells: columns.map((column) => short(grid.probabilities[row * grid.columns + column] ?? 0)),
    })),
  };
}
