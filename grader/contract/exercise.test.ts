import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, manifest } from '../testing/documents.ts';
import { ExerciseSchema, ToleranceSchema } from './exercise.ts';
import { firstProblem } from './validator.ts';

const problemOf = (own: Parameters<typeof manifest>[0]) =>
  firstProblem(ExerciseSchema, manifest(own));

test('the smallest manifest is one', () => {
  expect(problemOf({})).toBeNull();
});

test('a check may give any whole number of thousandths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (whole) => {
      expect(problemOf({ checks: [check({ points: Number(`${whole}e-3`) })] })).toBeNull();
    }),
    // These two are no multiples of 0.001 to a division of floats.
    { examples: [[700], [1001]] },
  );
});

test.each([
  ['a check that gives nothing', { checks: [check({ points: 0 })] }, '/checks/0/points'],
  ['a check that takes points', { checks: [check({ points: -1 })] }, '/checks/0/points'],
  ['a tenth of a thousandth', { checks: [check({ points: 0.0001 })] }, '/checks/0/points'],
  ['no checks at all', { checks: [] }, '/checks'],
  ['an id with a blank', { checks: [check({ id: 'a b' })] }, '/checks/0/id'],
  ['an untitled exercise', { title: '' }, '/title'],
  ['a stub in another folder', { file: '../first.ts' }, '/file'],
  ['a stub that is no TypeScript', { file: 'first.js' }, '/file'],
  ['a limit of no time', { limits: { seconds: 0 } }, '/limits/seconds'],
  ['a limit of an hour', { limits: { seconds: 3600 } }, '/limits/seconds'],
])('%s is refused, at its place', (_, own, place) => {
  expect(problemOf(own)).toContain(`at ${place}:`);
});

describe('a tolerance', () => {
  test('may be nothing', () => {
    expect(firstProblem(ToleranceSchema, { absolute: 0, relative: 0 })).toBeNull();
  });

  test('cannot be negative', () => {
    expect(firstProblem(ToleranceSchema, { absolute: -1e-9, relative: 0 })).toContain('/absolute');
  });

  test('has both of its parts', () => {
    expect(firstProblem(ToleranceSchema, { absolute: 1e-9 })).toContain("'relative'");
  });
});
