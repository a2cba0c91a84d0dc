import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thousandths } from '../../grader/contract/identity.ts';
import { entry, percent, points, shape, short } from './numbers.ts';

describe('points', () => {
  test.each([
    [12.5, '12.5'],
    [10, '10'],
    [0, '0'],
    [0.001, '0.001'],
    [0.3, '0.3'],
  ])('%d are shown without needless zeros', (amount, text) => {
    expect(points(thousandths(amount))).toBe(text);
  });

  test('are shown as they were stated', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (whole) => {
        const stated = Number(`${whole}e-3`);
        expect(points(thousandths(stated))).toBe(String(stated));
      }),
    );
  });
});

describe('a number in short', () => {
  test.each([
    [0.37371234, '0.3737'],
    [0.5, '0.5'],
    [1, '1'],
    [100, '100'],
    [1000, '1000'],
    [1234, '1234'],
    [-0.25, '-0.25'],
    [1.25e-9, '1.25e-9'],
    [1e-7, '1e-7'],
    [1e-5, '1e-5'],
    [0.0001, '0.0001'],
    [-0.00002345, '-2.345e-5'],
    [1e-10, '1e-10'],
    [1.234e-10, '1.234e-10'],
    [2.5e20, '2.5e+20'],
    [1.234e10, '1.234e+10'],
  ])('%d is %s', (number, text) => {
    expect(short(number)).toBe(text);
  });

  test.each(['NaN', 'Infinity', '-Infinity'] as const)('%s is a word', (real) => {
    expect(short(real)).toBe(real);
  });

  // The very smallest have fewer digits themselves, and the very largest round to infinity.
  const anySize = fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -290, max: 290 }))
    .map(([digits, power]) => digits * 10 ** power);

  test('is right to four digits, whatever its size', () => {
    fc.assert(
      fc.property(anySize, (number) => {
        expect(Math.abs(Number(short(number)) - number)).toBeLessThanOrEqual(
          5.001e-4 * Math.abs(number),
        );
      }),
    );
  });

  test('has no more than four digits before its exponent', () => {
    fc.assert(
      fc.property(anySize, (number) => {
        const [digits = ''] = short(number)
          .replace(/^-?(0\.0*)?/, '')
          .split('e');
        expect(digits.replace('.', '').length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('a share', () => {
  test.each([
    [0.8266, '82.7 %'],
    [0.8, '80 %'],
    [1, '100 %'],
    [0, '0 %'],
    [0.9333333, '93.3 %'],
  ])('%d is %s', (part, text) => {
    expect(percent(part)).toBe(text);
  });
});

describe('a shape', () => {
  test.each([
    [[], 'a single number'],
    [[5], 'a list of 5 numbers'],
    [[1], 'a list of one number'],
    [[7, 3], 'a 7 x 3 matrix'],
  ])('%j is %s', (sizes, text) => {
    expect(shape(sizes)).toBe(text);
  });
});

describe('an entry', () => {
  test.each([
    [[], 'loss'],
    [[3], 'loss[3]'],
    [[1, 2], 'loss.get(1, 2)'],
  ])('at %j is read as %s', (index, text) => {
    expect(entry('loss', index)).toBe(text);
  });
});
