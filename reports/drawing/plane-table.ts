import { scaleLinear } from 'd3-scale';
import { short } from '../words/numbers.ts';
import type { Boundary } from './data.ts';
import type { Table } from './frame.ts';
import { sampled } from './places.ts';

/** A picture of the plane with a number for each place of its grid. */
interface Plane extends Pick<Boundary, 'title' | 'x1' | 'x2'> {
  readonly grid: { readonly columns: number; readonly rows: number };
  /** Row by row from the lowest x2. */
  readonly numbers: readonly number[];
}

/** Rows and columns: enough to follow how the numbers go over the plane. */
const MOST_NUMBERS = 7;

/** Some of the numbers over a plane, with the largest x2 on top. */
export function planeTable({ title, x1, x2, grid, numbers }: Plane, said: string): Table {
  const columns = sampled([...Array(grid.columns).keys()], MOST_NUMBERS);
  const rows = sampled([...Array(grid.rows).keys()], MOST_NUMBERS).toReversed();
  const place = ({ from, to }: Boundary['x1'], nth: number, count: number) =>
    short(scaleLinear([0, count - 1], [from, to])(nth));
  return {
    caption: `${title}: ${said}`,
    corner: 'x2 \\ x1',
    columns: columns.map((column) => place(x1, column, grid.columns)),
    rows: rows.map((row) => ({
      head: place(x2, row, grid.rows),
      cells: columns.map((column) => short(numbers[row * grid.columns + column] ?? 0)),
    })),
  };
}
