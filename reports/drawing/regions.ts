import { contours } from 'd3-contour';
import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, line } from 'd3-shape';
import { bends, type Place } from './places.ts';

/** Numbers at `columns` places across and `rows` places up, row by row from the lowest. */
interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly numbers: readonly number[];
}

/** The places where a number is at least so much, as one path. */
interface Region {
  readonly from: number;
  readonly d: string;
}

/**
 * Regions of a plane, each within the one before it; of a threshold that is reached nowhere
 * there is none. They reach over the edges, where a template cuts them off.
 *
 * @param thresholds from the lowest up
 * @param size width and height in units of the viewBox
 */
export function regionsOf(
  { columns, rows, numbers }: Field,
  thresholds: readonly number[],
  [width, height]: readonly [width: number, height: number],
): readonly Region[] {
  // Contours have the first place of the grid at 0.5 and reach half a step over its edges.
  const across = scaleLinear([0.5, columns - 0.5], [0, width]);
  const up = scaleLinear([0.5, rows - 0.5], [height, 0]);
  const path = line<Place>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveLinearClosed)
    .digits(1);
  const values = Array.from({ length: columns * rows }, (_, at) => numbers[at] ?? 0);
  const areas = contours()
    .size([columns, rows])
    .thresholds([...thresholds])(values);
  return areas.flatMap(({ value, coordinates }) => {
    const rings = coordinates.flat().map((ring) => {
      return path(bends(ring.map(([x = 0, y = 0]) => ({ x: across(x), y: up(y) }))));
    });
    const d = rings.join('');
    return d === '' ? [] : [{ from: value, d }];
  });
}
