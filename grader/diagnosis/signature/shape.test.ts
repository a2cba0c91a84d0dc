import { expect, test } from 'vitest';
import { among, chance, compared, list, mapped } from '../../testing/signatures.ts';
import { shape } from './shape.ts';

const given = among([{ X: chance(1, 7, 3) }]);

test('an axis that is as long as what was given is told by what that is', () => {
  const found = shape(compared([chance(2, 7, 5), chance(3, 1, 5)]), given);
  expect(found).toMatchObject({
    axis: 'rows',
    size: 7,
    quantities: [{ is: 'rows', of: 'X' }],
    folds: null,
  });
});

test.each([
  ['sum', 1],
  ['mean', 7],
] as const)('that the %s along it is what is due is told, too', (folds, factor) => {
  const yours = chance(2, 7, 5);
  const sums = {
    shape: [1, 5],
    data: [0, 1, 2, 3, 4].map((column) => totalOf(yours.data, column)),
  };
  const due = mapped(sums, (entry) => entry / factor);
  expect(shape(compared([yours, due]), given)).toMatchObject({ folds });
});

test.each([
  ['both axes are wrong', chance(2, 7, 4), chance(3, 1, 5)],
  ['nothing is as long', chance(2, 6, 5), chance(3, 1, 5)],
  ['a list is due', list(1, 2, 3, 4, 5, 6, 7), list(1, 2, 3)],
  ['the shape is right', chance(2, 3, 5), chance(3, 3, 5)],
])('nothing is said where %s', (_, yours, due) => {
  expect(shape(compared([yours, due]), given)).toBeNull();
});

function totalOf(data: readonly number[], column: number): number {
  return data.filter((_, at) => at % 5 === column).reduce((sum, entry) => sum + entry, 0);
}
