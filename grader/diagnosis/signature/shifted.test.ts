import { expect, test } from 'vitest';
import { compared, list } from '../../testing/signatures.ts';
import { shifted } from './shifted.ts';

const due = list(0.9, 0.7, 0.6, 0.55, 0.5);

test.each([
  ['one later', list(0.7, 0.6, 0.55, 0.5, 0.48)],
  ['one earlier', list(1.2, 0.9, 0.7, 0.6, 0.55)],
  ['one more at the start', list(1.2, 0.9, 0.7, 0.6, 0.55, 0.5)],
  ['one more at the end', list(0.9, 0.7, 0.6, 0.55, 0.5, 0.48)],
  ['the first lacks', list(0.7, 0.6, 0.55, 0.5)],
  ['the last lacks', list(0.9, 0.7, 0.6, 0.55)],
])('a list is found that is as due but for its beginning or end: %s', (by, yours) => {
  expect(shifted(compared([yours, due]))).toMatchObject({ by });
});

test.each([
  ['it holds other numbers', list(0.8, 0.65, 0.6, 0.5, 0.4), due],
  ['it is right', due, due],
  ['it stands still', list(1, 1, 1, 1, 2), list(2, 1, 1, 1, 1)],
  ['it is two shorter', list(0.9, 0.7, 0.6), due],
])('nothing is said of a list where %s', (_, yours, wanted) => {
  expect(shifted(compared([yours, wanted]))).toBeNull();
});
