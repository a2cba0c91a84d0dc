import { CHARACTER } from './axis.ts';
import type { Compared } from './data.ts';
import { type Place, rounded } from './places.ts';

/** How the entries of an output lie on paper, in units of the viewBox. */
export interface Grid {
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** Where the frame around the entries begins, and its size. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cell: Size;
  readonly rows: readonly Index[];
  readonly columns: readonly Index[];
}

/** The number of a row or a column and the middle of it. */
interface Index {
  readonly at: number;
  readonly label: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Widest drawing: it fits a narrow screen unsqueezed, and three of them stand side by side on a wide one. */
const WIDEST = 262;
const LARGEST_CELL = 26;

/** Lower cells would be too small for a cross. */
const LOWEST_CELL = 20;
const TOP = 20;
const MARGIN = 3;

/** Lays out the entries that a comparison holds, whatever it says of rows and columns. */
export function gridOf({ rows, columns, from, yours }: Compared): Grid {
  const across = Math.min(columns, yours.length);
  const down = across === 0 ? 0 : Math.min(rows, Math.ceil(yours.length / across));
  const left = rounded(String(from.row + Math.max(0, down - 1)).length * CHARACTER + 10);
  const room = WIDEST - left - MARGIN;
  const size = rounded(Math.min(LARGEST_CELL, room / Math.max(1, across)));
  const cell = { width: size, height: Math.max(LOWEST_CELL, size) };
  return {
    fullWidth: rounded(left + across * cell.width + MARGIN),
    fullHeight: rounded(TOP + down * cell.height + MARGIN),
    left,
    top: TOP,
    width: rounded(across * cell.width),
    height: rounded(down * cell.height),
    cell,
    rows: indices(down, from.row, cell.height, 1),
    columns: indices(across, from.column, cell.width, stepOf(from.column + across, cell.width)),
  };
}

/** Middle of an entry inside the frame, by its place in row order; `null` where there is no such row. */
export function middleOf({ rows, columns }: Grid, at: number): Place | null {
  const row = rows[Math.floor(at / columns.length)];
  const column = columns[at % columns.length];
  return row === undefined || column === undefined ? null : { x: column.at, y: row.at };
}

/** Of labels that would touch each other only every second or third is written. */
function stepOf(last: number, size: number): number {
  return Math.max(1, Math.ceil((String(last).length * CHARACTER + 4) / size));
}

function indices(count: number, from: number, size: number, step: number): readonly Index[] {
  return Array.from({ length: count }, (_, nth) => ({
    at: rounded((nth + 0.5) * size),
    label: nth % step === 0 ? String(from + nth) : '',
  }));
}
