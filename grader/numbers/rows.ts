import { type Tensor, toTensor, type Value } from '../contract/value.ts';

/** Rows as words, in their order: two are equal where all of their numbers are. */
export type Rows = readonly string[];

/** The matrix that a value is, or those of a list; `null` where it is neither. */
export function matricesIn(value: Value): readonly Tensor[] | null {
  const whole = toTensor(value);
  const parts = whole === null && value.kind === 'list' ? value.items.map(toTensor) : [whole];
  const matrices = parts.filter((part) => part !== null);
  return matrices.length < parts.length ? null : matrices;
}

/** The rows of matrices of one width, one matrix after the other. */
export function rowsOf(matrices: readonly Tensor[], width: number): Rows {
  return matrices.flatMap(({ data }) =>
    Array.from({ length: data.length / width }, (_, row) =>
      data.slice(row * width, (row + 1) * width).join(' '),
    ),
  );
}

/** Rows that belong together, each as one. */
export function sideBySide(columns: readonly Rows[]): Rows {
  const [first = []] = columns;
  return first.map((_, row) => columns.map((column) => column[row] ?? '').join(' | '));
}

/** Places of the rows that others do not have as often. */
export function leftOver(rows: Rows, others: Rows): readonly number[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.flatMap((row, at) => {
    const count = counts.get(row) ?? 0;
    counts.set(row, count - 1);
    return count > 0 ? [] : [at];
  });
}
