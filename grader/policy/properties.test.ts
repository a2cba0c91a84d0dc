import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADA, adjustment, anyCase, type Case, DAY, DUE, improved } from '../testing/policies.ts';
import { gradeOf } from './grade-of.ts';
import { NO_POLICY } from './policy.ts';

// What holds of every mark, whatever the rules, the hand-ins and the decisions are.

const RUNS = { numRuns: 500 };

const gradeIn = ({ rules, handIns, adjustments }: Case) =>
  gradeOf(ADA, handIns, rules, adjustments);

describe('a mark', () => {
  test('is a whole number of thousandths from nothing to all that is possible', () => {
    const property = fc.property(anyCase, (given) => {
      const { earned, possible, raw } = gradeIn(given);
      for (const amount of [earned, possible, raw]) expect(Number.isSafeInteger(amount)).toBe(true);
      expect(earned).toBeGreaterThanOrEqual(0);
      expect(earned).toBeLessThanOrEqual(possible);
    });
    fc.assert(property, RUNS);
  });

  test('is never lower for points more', () => {
    const gains = fc.array(fc.nat(20_000), { minLength: 5, maxLength: 5 });
    const property = fc.property(anyCase, fc.array(gains, { maxLength: 3 }), (given, more) => {
      const handIns = given.handIns.map((handIn, nth) => improved(handIn, more[nth] ?? []));
      expect(gradeIn({ ...given, handIns }).earned).toBeGreaterThanOrEqual(gradeIn(given).earned);
    });
    fc.assert(property, RUNS);
  });

  test('is what was graded where there are no rules and no decisions', () => {
    const property = fc.property(anyCase, ({ rules, handIns }) => {
      const plain = { ...rules, policy: NO_POLICY };
      const { earned, raw } = gradeOf(ADA, handIns, plain, []);
      expect(earned).toBe(raw);
    });
    fc.assert(property, RUNS);
  });

  test('is never lower with an extension', () => {
    const more = fc.oneof(
      fc.integer({ min: -DAY, max: 5 * DAY }).map((late) => ({ until: DUE + late })),
      fc.nat(5 * DAY).map((length) => ({ more: length })),
    );
    const property = fc.property(anyCase, more, (given, extension) => {
      const adjustments = [...given.adjustments, adjustment({ extension })];
      expect(gradeIn({ ...given, adjustments }).earned).toBeGreaterThanOrEqual(
        gradeIn(given).earned,
      );
    });
    fc.assert(property, RUNS);
  });

  test('is never lower where the best hand-in counts', () => {
    const property = fc.property(anyCase, (given) => {
      const of = (attempts: 'last' | 'best') =>
        gradeIn({
          ...given,
          rules: { ...given.rules, policy: { ...given.rules.policy, attempts } },
        });
      expect(of('best').earned).toBeGreaterThanOrEqual(of('last').earned);
    });
    fc.assert(property, RUNS);
  });

  test('is never lower because more exercises are dropped', () => {
    const property = fc.property(anyCase, fc.nat(3), (given, drop) => {
      const of = (count: number) =>
        gradeIn({
          ...given,
          rules: { ...given.rules, policy: { ...given.rules.policy, drop: count } },
        });
      expect(of(drop + 1).earned).toBeGreaterThanOrEqual(of(drop).earned);
    });
    fc.assert(property, RUNS);
  });

  test('is the same bytes when everything is applied again', () => {
    const property = fc.property(anyCase, (given) => {
      expect(JSON.stringify(gradeIn(structuredClone(given)))).toBe(JSON.stringify(gradeIn(given)));
    });
    fc.assert(property);
  });
});

describe('the steps', () => {
  test('lead from what was graded to the mark without a gap', () => {
    const property = fc.property(anyCase, (given) => {
      const { raw, earned, steps } = gradeIn(given);
      const ends = [raw, ...steps.map((step) => step.after)];
      expect(steps.map((step) => step.before)).toEqual(ends.slice(0, -1));
      expect(ends.at(-1)).toBe(earned);
    });
    fc.assert(property, RUNS);
  });

  test('all say why, and who where somebody decided it', () => {
    const property = fc.property(anyCase, (given) => {
      for (const { kind, by, why, what } of gradeIn(given).steps) {
        expect(what).not.toBe('');
        expect(why).not.toBe('');
        expect(by !== null).toBe(['override', 'extension', 'excused'].includes(kind));
      }
    });
    fc.assert(property);
  });
});
