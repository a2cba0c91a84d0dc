import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ownPackage from '../../package.json' with { type: 'json' };
import {
  GRADER_VERSION,
  isExerciseSlug,
  SEED_PATTERN,
  sumPoints,
  type Thousandths,
  thousandths,
} from './identity.ts';

test('documents carry the version of the package', () => {
  expect(GRADER_VERSION).toBe(ownPackage.version);
});

/** Amounts that a manifest may state: at most three decimals. */
const amount = fc.integer({ min: 0, max: 1_000_000 });

describe('points are exact', () => {
  test('three decimals become whole thousandths', () => {
    fc.assert(
      fc.property(amount, (whole) => {
        expect(thousandths(Number(`${whole}e-3`))).toBe(whole);
      }),
    );
  });

  test('a tenth and two tenths are three tenths', () => {
    expect(sumPoints([thousandths(0.1), thousandths(0.2)])).toBe(thousandths(0.3));
  });

  test('no points are zero', () => {
    expect(sumPoints([])).toBe(0);
  });

  test('the order in which points are added makes no difference', () => {
    fc.assert(
      fc.property(fc.array(amount), (whole) => {
        const amounts = whole.map((each) => thousandths(each / 1000));
        expect(sumPoints([...amounts].reverse())).toBe(sumPoints(amounts));
      }),
    );
  });

  test('the sum is that of the integers', () => {
    fc.assert(
      fc.property(fc.array(amount), (whole) => {
        const exact = whole.reduce((sum, each) => sum + BigInt(each), 0n);
        // Brand: integers drawn as thousandths.
        expect(BigInt(sumPoints(whole as Thousandths[]))).toBe(exact);
      }),
    );
  });
});

describe('the name of a folder is a slug', () => {
  test.each(['01-forward-pass', '00-x', '99-a1-b2'])('%s is one', (name) => {
    expect(isExerciseSlug(name)).toBe(true);
  });

  test.each([
    '1-forward',
    '01forward',
    '01-',
    '01-Forward',
    '01-forward-',
    '01--forward',
    '01-forward\n',
    ' 01-forward',
    '01-forward/..',
    '001-forward',
    '',
  ])('%j is none', (name) => {
    expect(isExerciseSlug(name)).toBe(false);
  });
});

describe('a seed survives every shell and file name', () => {
  const seed = new RegExp(SEED_PATTERN);

  test.each(['42', 'week-3', 'v1.2_final'])('%s is one', (text) => {
    expect(seed.test(text)).toBe(true);
  });

  test.each(['', 'two words', 'a/b', '$HOME', 'ä', 'x'.repeat(65)])('%j is none', (text) => {
    expect(seed.test(text)).toBe(false);
  });
});
