import { expect, test } from 'vitest';
import { chance, compared, mapped, tensor } from '../../testing/signatures.ts';
import { onlyAt } from './only-at.ts';

const due = chance(1, 4, 5);
const wrongAt = (holds: (row: number, column: number) => boolean) =>
  mapped(due, (entry, at) => (holds(Math.floor(at / 5), at % 5) ? entry + 1 : entry));

test.each([
  ['first row', wrongAt((row) => row === 0)],
  ['last row', wrongAt((row) => row === 3)],
  ['first column', wrongAt((_, column) => column === 0)],
  ['last column', wrongAt((_, column) => column === 4)],
])('that only the %s is wrong is found', (place, yours) => {
  expect(onlyAt(compared([yours, due]))).toMatchObject({ place });
});

test.each([
  ['a row in the middle is wrong', wrongAt((row) => row === 2), due],
  ['a part of the row is right', wrongAt((row, column) => row === 3 && column > 0), due],
  ['all is wrong', wrongAt(() => true), due],
  ['there are two rows', tensor([1, 2, 3], [5, 6, 7]), tensor([1, 2, 3], [4, 5, 6])],
])('nothing is said where %s', (_, yours, wanted) => {
  expect(onlyAt(compared([yours, wanted]))).toBeNull();
});

test('it has to be the same place in every case', () => {
  const cases = compared([wrongAt((row) => row === 0), due], [wrongAt((row) => row === 3), due]);
  expect(onlyAt(cases)).toBeNull();
});
