import { expect, test } from 'vitest';
import { chance, compared, mapped, tensor, turned } from '../../testing/signatures.ts';
import { transposed } from './transposed.ts';

const due = chance(1, 3, 5);

test.each([
  ['other shape', due],
  ['same shape', chance(2, 4, 4)],
])('rows and columns in each other’s place are found: %s', (_, wanted) => {
  expect(transposed(compared([turned(wanted), wanted]))).toMatchObject({ exact: true });
});

test('it has to hold in every case that is wrong', () => {
  const cases = compared([turned(due), due], [turned(chance(3, 3, 5)), due]);
  expect(transposed(cases)).toBeNull();
});

test.each([
  ['the turned shape holds other numbers', mapped(turned(due), (entry) => entry + 1), due],
  ['the shape is another one', chance(1, 5, 4), due],
  [
    'nothing is wrong, because both sides are alike',
    tensor([1, 2], [2, 3]),
    tensor([1, 2], [2, 3]),
  ],
  ['labels are due', tensor([1], [0], [1]), tensor([1, 0, 1])],
])('nothing is said where %s', (_, yours, wanted) => {
  expect(transposed(compared([yours, wanted]))).toBeNull();
});
