import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf, domainOf } from './axis.ts';

const linear = { label: 'step', scale: 'linear' } as const;
const logarithmic = { label: 'error', scale: 'logarithmic' } as const;
const labels = (axis: ReturnType<typeof axisOf>) => axis.ticks.map(({ label }) => label);

/** Of any size, and some of them next to each other. */
const numbersNearby = fc
  .array(fc.tuple(fc.double(), fc.constantFrom(0, 1, -1, 5, 1000)), { maxLength: 5 })
  .map((some) =>
    some.flatMap(([number, steps]) => [number, number * (1 + steps * Number.EPSILON)]),
  );

describe('an axis', () => {
  test('has round numbers from one end to the other', () => {
    const axis = axisOf(linear, [0, 99], [0, 270], true);
    expect(axis.ticks).toEqual([
      { at: 0, label: '0' },
      { at: 54, label: '20' },
      { at: 108, label: '40' },
      { at: 162, label: '60' },
      { at: 216, label: '80' },
      { at: 270, label: '100' },
    ]);
  });

  test('has powers of ten where it is logarithmic', () => {
    expect(labels(axisOf(logarithmic, [3e-9, 0.02], [170, 0], true))).toEqual([
      '1e-8',
      '1e-6',
      '1e-4',
      '0.01',
    ]);
  });

  test('has as many digits as it takes to tell two ticks apart', () => {
    const written = labels(axisOf(linear, [0.6501, 0.65011], [170, 0], true));
    expect(written).toContain('0.650102');
    expect(new Set(written).size).toBe(written.length);
  });

  test('has fewer ticks where long labels would touch each other', () => {
    const short = axisOf(linear, [0, 1], [0, 270], false).ticks.length;
    expect(axisOf(linear, [0, 0.0001], [0, 270], false).ticks.length).toBeLessThan(short);
  });

  test('has a single number in its middle where all numbers are the same', () => {
    const axis = axisOf(linear, [0.5, 0.5], [170, 0], true);
    expect(axis.ticks).toEqual([{ at: 85, label: '0.5' }]);
    expect(axis.place(0.5)).toBe(85);
  });

  test('is there without any number too', () => {
    expect(labels(axisOf(linear, null, [170, 0], true))).toContain('0.2');
    expect(labels(axisOf(logarithmic, null, [170, 0], true))).toContain('0.1');
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'that is logarithmic has no place for %d',
    (number) => {
      expect(axisOf(logarithmic, [1e-3, 1], [0, 100], true).place(number)).toBeNaN();
    },
  );

  test('has a place for every tick, whatever numbers it is for', () => {
    fc.assert(
      fc.property(
        numbersNearby,
        fc.constantFrom(linear, logarithmic),
        fc.boolean(),
        (numbers, words, round) => {
          const domain = domainOf(numbers, words.scale);
          const axis = axisOf(words, domain, [0, 200], round);
          for (const { at, label } of axis.ticks) {
            expect(at).toBeGreaterThanOrEqual(-0.01);
            expect(at).toBeLessThanOrEqual(200.01);
            expect(label).not.toContain('NaN');
          }
          for (const end of domain ?? []) expect(axis.place(end)).not.toBeNaN();
        },
      ),
    );
  });
});
