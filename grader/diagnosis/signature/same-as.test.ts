import { expect, test } from 'vitest';
import { among, chance, compared, tensor } from '../../testing/signatures.ts';
import { sameAs } from './same-as.ts';

const [due, given, other] = [chance(1, 3, 5), chance(2, 3, 5), chance(3, 3, 5)];

test('what is still as it was given is found', () => {
  const found = sameAs(compared([given, due]), among([{ 'parameters.W1': given }]));
  expect(found).toMatchObject({ whose: 'given', others: ['parameters.W1'] });
});

test('what is due under another name is found', () => {
  const found = sameAs(compared([other, due]), among([{ W: given }], [{ dW1: due, dV: other }]));
  expect(found).toMatchObject({ whose: 'due', others: ['dV'] });
});

test('of several names for the same numbers the one that ends alike is told', () => {
  const found = sameAs(compared([given, due]), among([{ first: given, 'old.dW1': given }]));
  expect(found).toMatchObject({ others: ['old.dW1'] });
});

test('nothing is said where one case is otherwise', () => {
  const cases = compared([given, due], [other, due]);
  expect(sameAs(cases, among([{ W: given }, { W: given }]))).toBeNull();
});

test('nothing is said of labels, which meet by chance', () => {
  const labels = tensor([1, 0, 1, 1]);
  const found = sameAs(compared([labels, tensor([0, 0, 1, 1])]), among([{ Y: labels }]));
  expect(found).toBeNull();
});
