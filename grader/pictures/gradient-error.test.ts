import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kind as gradient } from '../checks/gradient.ts';
import type { JudgedCase } from '../contract/check-kind.ts';
import { toFloat, type Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, numbers, record } from '../testing/values.ts';
import { kind } from './gradient-error.ts';

const SETTINGS = { gradients: { dW: 'W' } };

const caseOf = (returned: Value, slope: Value, fine = slope): JudgedCase =>
  judgedCase({ returned: record({ dW: returned }), slopes: { W: { coarse: slope, fine } } });

const bothOf = (slope: Value) => ({ coarse: slope, fine: slope });

const errorOf = (...cases: readonly JudgedCase[]): number => {
  const painted = kind.paint(SETTINGS, cases);
  return painted?.draw === 'dots' ? toFloat(painted.dots[0]?.yours ?? 'NaN') : Number.NaN;
};

describe('the relative error of a gradient', () => {
  test('is that of its worst entry', () => {
    expect(errorOf(caseOf(numbers(1, 2.1), numbers(1, 2)))).toBeCloseTo(0.1 / (2 + 0.01), 10);
  });

  test('is the largest of all cases', () => {
    const right = caseOf(numbers(1), numbers(1));
    expect(errorOf(right, caseOf(numbers(3), numbers(1)), right)).toBeCloseTo(2 / 1.01, 10);
  });

  test('leaves out an entry at a kink', () => {
    expect(errorOf(caseOf(numbers(9, 1), numbers(0.5, 1), numbers(0.05, 1)))).toBe(0);
  });

  test('is NaN where an entry is', () => {
    const painted = kind.paint(SETTINGS, [caseOf(numbers(Number.NaN, 1), numbers(1, 1))]);
    expect(painted).toMatchObject({ dots: [{ yours: 'NaN' }] });
  });

  test('stays on the side of the limit on which the check stands', () => {
    const entries = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.nat(40)), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(entries, (drawn) => {
        const slopes = drawn.map(([slope]) => slope);
        // From far inside of the tolerance to far outside.
        const yours = drawn.map(
          ([slope, power]) => slope + (power === 0 ? 0 : 10 ** (power / 4 - 11)),
        );
        const judged = caseOf(numbers(...yours), numbers(...slopes));
        const error = errorOf(judged);
        // The very edge is a matter of the last bit.
        fc.pre(Math.abs(error / 1e-5 - 1) > 1e-6);
        const { status } = gradient.judge({ settings: SETTINGS, cases: [judged], facts: null });
        expect(status === 'pass').toBe(error <= 1e-5);
      }),
    );
  });
});

test('nothing is drawn where one gradient has another shape: that would say that all is well', () => {
  const slopes = { W: { coarse: matrix([1, 2]), fine: matrix([1, 2]) }, b: bothOf(numbers(1)) };
  const returned = record({ dW: matrix([1], [2]), db: numbers(1) });
  const settings = { gradients: { dW: 'W', db: 'b' } };
  expect(kind.paint(settings, [judgedCase({ returned, slopes })])).toBeNull();
});
