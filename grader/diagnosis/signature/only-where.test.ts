import { describe, expect, test } from 'vitest';
import { among, chance, compared, mapped } from '../../testing/signatures.ts';
import { onlyWhere } from './only-where.ts';

const Z = chance(1, 6, 5);
const signAt = (at: number) => Math.sign(Z.data[at] ?? 0);
const due = mapped(Z, (entry) => Math.max(0.3 * entry, entry));
const wrongWhere = (sign: number) =>
  mapped(due, (entry, at) => (signAt(at) === sign ? entry + 1 + at : entry));

describe('that all is wrong where a matrix has one sign is found', () => {
  test.each([
    ['negative', -1],
    ['positive', 1],
  ] as const)('%s', (sign, wrong) => {
    const found = onlyWhere(compared([wrongWhere(wrong), due]), among([{ Z }]));
    expect(found).toMatchObject({ sign, of: 'Z' });
  });

  test('zero', () => {
    const planted = mapped(Z, (entry, at) => (at < 3 ? 0 : entry));
    const yours = mapped(due, (entry, at) => (at < 3 ? 1 : entry));
    expect(onlyWhere(compared([yours, due]), among([{ Z: planted }]))).toMatchObject({
      sign: 'zero',
    });
  });

  test('in what the reference returned beside it', () => {
    const found = onlyWhere(compared([wrongWhere(-1), due]), among([{}], [{ Z1: Z, dW1: due }]));
    expect(found).toMatchObject({ of: 'Z1' });
  });

  test('by the first name, where two matrices have the same signs', () => {
    const twice = mapped(Z, (entry) => 2 * entry);
    const found = onlyWhere(compared([wrongWhere(-1), due]), among([{ Z, twice }]));
    expect(found).toMatchObject({ of: 'Z' });
  });
});

describe('nothing is said', () => {
  test.each([
    ['where all is wrong', mapped(due, (entry) => entry + 1)],
    [
      'where one entry of the other sign is wrong, too',
      mapped(wrongWhere(-1), (e, at) => (at === Z.data.findIndex((z) => z > 0) ? 9 : e)),
    ],
    [
      'where few entries are wrong',
      mapped(due, (e, at) => (at === Z.data.findIndex((z) => z < 0) ? 9 : e)),
    ],
    ['where nothing is wrong', due],
  ])('%s', (_, yours) => {
    expect(onlyWhere(compared([yours, due]), among([{ Z }]))).toBeNull();
  });

  test('where so few entries are sorted by their sign that chance may have done it', () => {
    // Six of six negative entries among twelve: chance does that once in 924 times.
    const signs = mapped(chance(1, 2, 6), (_, at) => (at % 2 === 0 ? 1 : -1));
    const few = mapped(signs, (sign, at) => (sign < 0 ? 1 + at : 0));
    const right = mapped(signs, () => 0);
    expect(onlyWhere(compared([few, right]), among([{ Z: signs }]))).toBeNull();
  });

  test('where no matrix has the shape', () => {
    expect(onlyWhere(compared([wrongWhere(-1), due]), among([{ Z: chance(1, 5, 6) }]))).toBeNull();
  });
});
