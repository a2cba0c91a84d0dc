import type { Compared } from '../contract/result.ts';
import { type Tensor, toReal } from '../contract/value.ts';

/** What fits on a page and into the contract: rows times columns stay below 144. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 12;
const MOST_IN_A_LIST = 24;

/**
 * Two tensors of one size beside each other, entry by entry; of large ones the
 * part around one entry.
 *
 * @param outside whether each entry is outside of its tolerance, in row order
 * @param around index of the entry that has to be seen
 */
export function sideBySide(
  yours: Tensor,
  expected: Tensor,
  outside: readonly boolean[],
  around: readonly number[],
): Compared {
  const [rows, columns] = asMatrix(expected.shape);
  const [row, column] = around.length === 2 ? around : [0, around[0]];
  const down = excerpt(rows, row ?? 0, MOST_ROWS);
  const across = excerpt(columns, column ?? 0, rows === 1 ? MOST_IN_A_LIST : MOST_COLUMNS);
  const cells = down.places.flatMap((r) => across.places.map((c) => r * columns + c));
  const entries = ({ data }: Tensor) => cells.map((at) => toReal(data[at] ?? Number.NaN));
  return {
    rows: down.places.length,
    columns: across.places.length,
    from: { row: down.from, column: across.from },
    cut: cells.length < rows * columns,
    yours: entries(yours),
    expected: entries(expected),
    wrong: cells.map((at) => outside[at] ?? false),
  };
}

function asMatrix(shape: readonly number[]): readonly [rows: number, columns: number] {
  const [first, second] = shape;
  if (first === undefined) return [1, 1];
  return second === undefined ? [1, first] : [first, second];
}

/** At most so many neighbours of a place, with the place about in their middle. */
function excerpt(length: number, around: number, most: number) {
  const size = Math.min(length, most);
  const from = Math.max(0, Math.min(length - size, around - Math.floor(size / 2)));
  return { from, places: Array.from({ length: size }, (_, at) => from + at) };
}
