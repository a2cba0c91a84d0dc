import { interpolatePuOr } from 'd3-scale-chromatic';
import { axisOf, type Domain, domainOf } from './axis.ts';
import { boundaryInWords, boundaryNotes } from './boundary-in-words.ts';
import { leftOut, pointsLegend, pointsShapes, pointsWithin } from './boundary-points.ts';
import type { Boundary } from './data.ts';
import { type Frame, lineSwatch, type Shape, scaleSwatch, shape } from './frame.ts';
import { planeTable } from './plane-table.ts';
import { leftOf, type Plot, plotOf, widthOf } from './plot.ts';
import { regionsOf } from './regions.ts';

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

/** Draws the probability of class 1 over the plane, with the points that it is about. */
export function boundaryView(picture: Boundary): BoundaryView {
  const { title, words, x1, x2 } = picture;
  const y = axisOf({ label: 'x2', scale: 'linear' }, ends(x2), [HEIGHT, 0], false);
  const width = widthOf(leftOf(y));
  const x = axisOf({ label: 'x1', scale: 'linear' }, ends(x1), [0, width], false);
  const regions = regionsIn(picture.grid, width);
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
    numbers: planeTable(
      { ...picture, numbers: picture.grid.probabilities },
      'probability of class 1',
    ),
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

type Regions = ReturnType<typeof regionsOf>;

/** Regions of grids as they were last drawn: a student's page and the instructor's have the same. */
const drawn = new WeakMap<object, { readonly width: number; readonly regions: Regions }>();

/** Where the probability is at least so much, for each threshold. */
function regionsIn(grid: Boundary['grid'], width: number): Regions {
  const known = drawn.get(grid);
  if (known?.width === width) return known.regions;
  const field = { ...grid, numbers: grid.probabilities };
  const regions = regionsOf(field, THRESHOLDS, [width, HEIGHT]);
  drawn.set(grid, { width, regions });
  return regions;
}
