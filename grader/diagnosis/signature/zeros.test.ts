import { expect, test } from 'vitest';
import { chance, compared, mapped, tensor } from '../../testing/signatures.ts';
import { zeros } from './zeros.ts';

const due = chance(1, 4, 5);
const gated = mapped(due, (entry) => Math.max(0, entry));

test.each([
  ['nothing but zeros', mapped(due, () => 0), due, { kind: 'zero', where: 'everywhere' }],
  ['zeros where none should be', gated, due, { kind: 'zero', where: 'somewhere' }],
  ['none where zeros should be', due, gated, { kind: 'not-zero' }],
])('%s are found', (_, yours, wanted, found) => {
  expect(zeros(compared([yours, wanted]))).toMatchObject(found);
});

test.each([
  ['something else is wrong as well', mapped(gated, (entry) => 2 * entry), due],
  ['nothing is wrong', due, due],
  ['a single entry is zero', mapped(due, (entry, at) => (at === 3 ? 0 : entry)), due],
  ['labels are due', tensor([1, 0, 0, 0, 0]), tensor([1, 1, 0, 1, 0])],
  ['the shape is wrong', tensor([0], [0]), tensor([1, 2])],
])('nothing is said where %s', (_, yours, wanted) => {
  expect(zeros(compared([yours, wanted]))).toBeNull();
});

test('what is right in one case is not called zero everywhere', () => {
  const cases = compared([mapped(due, () => 0), due], [due, due]);
  expect(zeros(cases)).not.toMatchObject({ where: 'everywhere' });
});
