import { describe, expect, test } from 'vitest';
import { among, chance, compared, mapped, scalar, tensor } from '../../testing/signatures.ts';
import { ratio } from './ratio.ts';

const due = chance(1, 3, 5);
const times = (factor: number) => mapped(due, (entry) => entry * factor);
const X = { X: chance(2, 7, 3) };

/** The factor that is found, or `null`. */
const factorIn = (...given: Parameters<typeof ratio>) => {
  const found = ratio(...given);
  return found?.kind === 'ratio' ? found.factor : null;
};

describe('a factor is found', () => {
  test('and named where a size of what was given has its value', () => {
    expect(factorIn(compared([times(7), due]), among([X]))).toEqual({
      number: 7,
      quantities: [{ is: 'rows', of: 'X' }],
      inverse: false,
      negative: false,
    });
  });

  test('and named where 1 divided by a size has its value', () => {
    const found = factorIn(compared([times(-1 / 7), due]), among([X]));
    expect(found).toMatchObject({ number: -1 / 7, inverse: true, negative: true });
  });

  test('and named by both where two things have its value', () => {
    const found = factorIn(compared([times(7), due]), among([{ ...X, steps: scalar(7) }]));
    expect(found?.quantities).toEqual([
      { is: 'rows', of: 'X' },
      { is: 'value', of: 'steps' },
    ]);
  });

  test('without a name where more than two things have its value', () => {
    const given = { ...X, steps: scalar(7), lambda: scalar(7) };
    expect(factorIn(compared([times(7), due]), among([given]))?.quantities).toEqual([]);
  });

  test('where it is the number that each case was given', () => {
    const cases = [0.3, 0.7].map((rate) => ({ rate: scalar(rate) }));
    const found = factorIn(compared([times(0.3), due], [times(0.7), due]), among(cases));
    expect(found).toMatchObject({ number: null, quantities: [{ is: 'value', of: 'rate' }] });
  });

  test.each([-1, 2, 0.5, 0.318])('where it is a plain number: %d', (number) => {
    expect(factorIn(compared([times(number), due]), among([X]))).toMatchObject({ number });
  });

  test('where entries are zero on both sides', () => {
    const sparse = mapped(due, (entry, at) => (at % 3 === 0 ? 0 : entry));
    const yours = mapped(sparse, (entry) => entry * 7);
    expect(factorIn(compared([yours, sparse]), among([X]))).toMatchObject({ number: 7 });
  });

  test('although sums in another order left other last digits', () => {
    const yours = mapped(due, (entry, at) => entry * 7 * (1 + (at % 2 === 0 ? 4e-15 : -4e-15)));
    expect(ratio(compared([yours, due]), among([X]))).toMatchObject({ exact: true });
  });

  test('of very large and of very small numbers', () => {
    const [large, small] = [1e200, 1e-200].map((size) => mapped(due, (entry) => entry * size));
    for (const each of [large, small]) {
      const yours = each && mapped(each, (entry) => entry * 7);
      expect(yours && each && factorIn(compared([yours, each]), among([X]))?.number).toBe(7);
    }
  });
});

test('a factor that holds to six digits and no more is not called exact', () => {
  const yours = mapped(due, (entry, at) => entry * 7 * (1 + (at % 2 === 0 ? 1e-7 : -1e-7)));
  expect(ratio(compared([yours, due]), among([X]))).toMatchObject({ exact: false });
});

describe('there is no factor', () => {
  test.each([
    ['where the numbers have nothing to do with each other', chance(9, 3, 5), due],
    [
      'where one entry is another multiple',
      mapped(times(7), (e, at) => (at === 4 ? 2 * e : e)),
      due,
    ],
    ['where nothing is wrong', due, due],
    ['where all is zero', times(0), due],
    ['where the shape is wrong', tensor([7, 14, 21]), tensor([1], [2], [3])],
    ['where all that is due is one and the same', tensor([2, 2, 2]), tensor([1, 1, 1])],
    ['where labels are due', tensor([2, 0, 2]), tensor([1, 0, 1])],
    ['where a single number is all there is', scalar(14), scalar(2)],
    ['where a zero became a number', tensor([7, 14, 21, 1]), tensor([1, 2, 3, 0])],
  ])('%s', (_, yours, wanted) => {
    expect(ratio(compared([yours, wanted]), among([X]))).toBeNull();
  });

  test('where it differs from case to case and the entries are too few to tell', () => {
    const cases = compared([scalar(3), scalar(1.5)], [scalar(5), scalar(0.7)]);
    expect(ratio(cases, among([X, X]))).toBeNull();
  });
});
