import { axisOf, domainOf } from './axis.ts';
import type { Surface } from './data.ts';
import { type Frame, type Shape, scaleSwatch } from './frame.ts';
import { planeTable } from './plane-table.ts';
import { leftOf, type Plot, plotOf, widthOf } from './plot.ts';
import { regionsOf } from './regions.ts';
import { THRESHOLDS, TINTS, valuesOf } from './surface-colours.ts';
import { scaleInWords, surfaceInWords, surfaceNotes } from './surface-in-words.ts';
import { pointsLegend, pointsShapes, pointsWithin } from './surface-points.ts';

/** What a network predicts over the plane, as the template draws it. */
export interface SurfaceView extends Frame {
  readonly draw: 'surface';
  readonly plot: Plot;
  /** Colour of the lowest places, over which the bands lie. */
  readonly ground: string;
  /** The bands of values, each over the one before it. */
  readonly bands: readonly Shape[];
  /** The points. */
  readonly shapes: readonly Shape[];
}

const HEIGHT = 230;

/** Draws the predicted value over the plane, with the points that it is about. */
export function surfaceView(picture: Surface): SurfaceView {
  const { title, words, x1, x2, grid } = picture;
  const values = valuesOf(picture);
  const ends = (side: Surface['x1']) => domainOf([side.from, side.to], 'linear');
  const y = axisOf({ label: 'x2', scale: 'linear' }, ends(x2), [HEIGHT, 0], false);
  const width = widthOf(leftOf(y));
  const x = axisOf({ label: 'x1', scale: 'linear' }, ends(x1), [0, width], false);
  const points = pointsWithin(picture, x, y);
  const shown = points.train.length + (points.test?.length ?? 0);
  const all = picture.train.length + (picture.test?.length ?? 0);
  // Shares of the way are small numbers, whatever the values are.
  const field = { ...grid, numbers: grid.values.map(values.share) };
  const regions = regionsOf(field, THRESHOLDS, [width, HEIGHT]);
  return {
    draw: 'surface',
    title,
    words,
    description: surfaceInWords(picture),
    notes: surfaceNotes(picture, all - shown),
    plot: plotOf(x, y, HEIGHT),
    ground: TINTS[0] ?? '',
    bands: regions.map(({ from, d }) => {
      return { style: 'tint', fill: TINTS[1 + THRESHOLDS.indexOf(from)] ?? null, d };
    }),
    shapes: pointsShapes(points, values, x, y),
    legend: [
      ...pointsLegend(points),
      { shapes: scaleSwatch(TINTS), text: scaleInWords(values.low, values.high) },
    ],
    numbers: planeTable({ ...picture, numbers: grid.values }, 'predicted value'),
    tinted: true,
  };
}
