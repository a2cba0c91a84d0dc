import { expect, test } from 'vitest';
import { among, chance, compared, mapped } from '../../testing/signatures.ts';
import { difference } from './difference.ts';

const [due, W, other] = [chance(1, 3, 5), chance(2, 3, 5), chance(3, 3, 5)];
const plus = (factor: number) =>
  mapped(due, (entry, at) => entry + factor * (W.data[at] ?? Number.NaN));

test('a term that is one too many is found by what is in it', () => {
  expect(difference(compared([plus(0.1), due]), among([{ other, W }]))).toMatchObject({
    others: ['W'],
  });
});

test('the number may be another in every case, and 0 in one', () => {
  const cases = compared([plus(0.1), due], [plus(-2), due], [due, due]);
  expect(difference(cases, among([{ W }, { W }, { W }]))).not.toBeNull();
});

test('a row that is added to every row is found', () => {
  const b = chance(4, 1, 5);
  const yours = mapped(due, (entry, at) => entry - (b.data[at % 5] ?? Number.NaN));
  expect(difference(compared([yours, due]), among([{ b }]))).toMatchObject({ others: ['b'] });
});

test('nothing is said where two different things explain it', () => {
  const twin = mapped(W, (entry) => 2 * entry);
  expect(difference(compared([plus(0.1), due]), among([{ W, twin }]))).toBeNull();
});

test.each([
  ['the numbers have nothing to do with each other', chance(9, 3, 5)],
  ['nothing is wrong', due],
])('nothing is said where %s', (_, yours) => {
  expect(difference(compared([yours, due]), among([{ W, other }]))).toBeNull();
});
