import type { Finding, JudgedCase } from '../contract/check-kind.ts';
import { sameShape, type Tensor, valueAt } from '../contract/value.ts';
import { describeValue } from './output.ts';
import { matricesIn, type Rows, rowsOf } from './rows.ts';

/** One output beside what its rows come from. */
export interface Column {
  readonly name: string;
  readonly place: string;
  readonly matrices: readonly Tensor[];
  readonly came: Rows;
  readonly due: Rows;
}

/**
 * Outputs whose rows belong together, up to the first of which no rows can be read.
 *
 * @param outputs each with the place in the input that its rows come from
 * @param at number of the case, for the finding
 */
export function readColumns(
  outputs: Readonly<Record<string, string>>,
  { input, returned }: JudgedCase,
  at: number,
): { readonly columns: readonly Column[]; readonly finding: Finding | null } {
  const columns: Column[] = [];
  for (const [name, place] of Object.entries(outputs)) {
    const given = valueAt(input, place);
    const source = given === null ? null : matricesIn(given);
    const width = source?.find(({ data }) => data.length > 0)?.shape[1];
    if (source === null || width === undefined) {
      const got = { case: at, names: [place] };
      return { columns, finding: { status: 'error', reason: 'reference-failed', got } };
    }
    const value = valueAt(returned, name);
    const matrices = value === null ? null : matricesIn(value);
    if (value === null || matrices === null) {
      const reason =
        value === null || value.kind === 'nothing' ? 'nothing-returned' : 'not-numbers';
      const got = { case: at, names: [name], words: describeValue(value) };
      return { columns, finding: { status: 'fail', reason, got } };
    }
    const shapes = (columns[0]?.matrices ?? matrices).map(({ shape: [rows = 1], data }) =>
      data.length === 0 ? [0, width] : [rows, width],
    );
    const misfit = firstMisfit(matrices, shapes, name, at);
    if (misfit !== null) return { columns, finding: misfit };
    const came = rowsOf(matrices, width);
    columns.push({ name, place, matrices, came, due: rowsOf(source, width) });
  }
  return { columns, finding: null };
}

/** The first matrix that has another shape than is due, or none where one is. */
function firstMisfit(
  matrices: readonly Tensor[],
  shapes: readonly (readonly number[])[],
  name: string,
  at: number,
): Finding | null {
  for (const [nth, { shape: yours, data }] of matrices.entries()) {
    const expected = shapes[nth];
    // What holds nothing has no width: beside nothing it is as good as any.
    if (data.length === 0 && expected?.[0] === 0) continue;
    if (expected !== undefined && sameShape(yours, expected)) continue;
    const shape = expected === undefined ? null : { yours: [...yours], expected: [...expected] };
    const names = [matrices.length === 1 ? name : `${name}[${nth}]`];
    return { status: 'fail', reason: 'wrong-shape', got: { case: at, names, shape } };
  }
  if (matrices.length === shapes.length) return null;
  return { status: 'fail', reason: 'wrong-shape', got: { case: at, names: [name] } };
}
