import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_COMPARED } from '../contract/result.ts';
import { sideBySide } from './side-by-side.ts';

const tensorOf = (rows: number, columns: number) => ({
  shape: [rows, columns],
  data: Array.from({ length: rows * columns }, (_, at) => at),
});

test('a small matrix is shown whole', () => {
  const tensor = tensorOf(2, 3);
  const wrong = [false, false, true, false, false, false];
  expect(sideBySide(tensor, tensor, wrong, [0, 2])).toEqual({
    rows: 2,
    columns: 3,
    from: { row: 0, column: 0 },
    cut: false,
    yours: [0, 1, 2, 3, 4, 5],
    expected: [0, 1, 2, 3, 4, 5],
    wrong,
  });
});

test.each([
  ['a number', [], [1, 1]],
  ['a list', [5], [1, 5]],
  ['a list that is empty', [0], [1, 0]],
])('%s is one row', (_, shape, [rows, columns]) => {
  const tensor = { shape, data: Array.from({ length: (rows ?? 1) * (columns ?? 1) }, () => 1) };
  expect(sideBySide(tensor, tensor, [], [])).toMatchObject({ rows, columns, cut: false });
});

test('of a large one the part around the entry is shown, and no more than the contract allows', () => {
  const size = fc.integer({ min: 1, max: 60 });
  const place = fc
    .tuple(size, size)
    .chain(([rows, columns]) =>
      fc.tuple(fc.constant(rows), fc.constant(columns), fc.nat(rows - 1), fc.nat(columns - 1)),
    );
  fc.assert(
    fc.property(place, ([rows, columns, row, column]) => {
      const tensor = tensorOf(rows, columns);
      const { yours, cut } = sideBySide(tensor, tensor, [], [row, column]);
      expect(yours).toContain(row * columns + column);
      expect(yours.length).toBeLessThanOrEqual(MOST_COMPARED);
      expect(cut).toBe(yours.length < rows * columns);
    }),
  );
});
