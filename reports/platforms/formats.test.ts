import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import { anyResult, hostileResult } from '../../grader/testing/arbitrary-results.ts';
import { CLASSROOM50 } from '../../grader/testing/authorities.ts';
import {
  exerciseResult,
  FIRST,
  failedCheck,
  failedExercise,
  got,
  resultOf,
  SECOND,
  slugOf,
} from '../../grader/testing/documents.ts';
import { golden } from '../../grader/testing/golden.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { PLATFORMS, type Platform } from '../../grader/testing/platforms.ts';
import { eventful, eventfulSaying } from '../../grader/testing/reasons.ts';
import { points } from '../words/numbers.ts';

const draw = ({ report }: Platform, result: Result) =>
  report.render(result, { colour: false, platform: CLASSROOM50 });

/** More than one at a time, because starting some of the validators takes most of their time. */
const several = fc.array(hostileResult, { minLength: 5, maxLength: 5 });

/** Three exercises with a hundred checks each, nothing of which is a number. */
const large = resultOf(
  [FIRST, SECOND, slugOf('03-third')].map((slug) =>
    failedExercise({
      slug,
      checks: Array.from({ length: 100 }, (_, at) =>
        failedCheck({
          id: `check-${at}`,
          title: `Größe ${at} ≠ ∞`,
          got: got({
            names: ['∂L/∂W'],
            worst: { index: [1, 2], yours: 'NaN', error: 'NaN', allowed: 'Infinity' },
            measured: 'NaN',
            margin: 'NaN',
          }),
        }),
      ),
    }),
  ),
);

describe.each(PLATFORMS)('%s', (_, platform) => {
  test.each([
    ['of a real result', golden],
    ['in which everything happened', eventful],
    ['without exercises', resultOf([])],
    ['of an exercise without checks', resultOf([exerciseResult({ checks: [] })])],
    ['of 300 checks without a number', large],
  ])('is a valid document %s', async (__, result) => {
    expect(await platform.problems([draw(platform, result)])).toEqual([]);
  });

  test('stays valid whatever is written into it', async () => {
    const texts = HOSTILE_WORDS.map((words) => draw(platform, eventfulSaying(words)));
    expect(await platform.problems(texts)).toEqual([]);
  });

  test('stays valid whatever comes to pass', async () => {
    const property = fc.asyncProperty(several, async (results) => {
      const texts = results.map((result) => draw(platform, result));
      expect(await platform.problems(texts)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 4 });
  });

  test('shows the total that every other format shows', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const shown = String(platform.total(draw(platform, result), result));
        expect(shown).toBe(points(result.points.earned));
      }),
    );
  });

  test('gives every test a name of its own', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const names = platform.names(draw(platform, result));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('is the same bytes when it is drawn again', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(draw(platform, structuredClone(result))).toBe(draw(platform, result));
      }),
      { numRuns: 30 },
    );
  });

  test('tells nothing of the machine and the time', () => {
    const elsewhere = { ...golden, timings: { run: 12 }, node: 'v24.0.0' };
    expect(draw(platform, elsewhere)).toBe(draw(platform, golden));
  });

  test('has nothing in it that UTF-8 or a terminal cannot hold', () => {
    const words = 'a\u001b[2J\u0007\u0000\ud800\uffff\u202eb';
    const text = draw(platform, eventfulSaying(words));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\uffff]|\\u00|\\ud8/);
  });
});

test('every test of a result is in every format that has tests', () => {
  const counts = PLATFORMS.filter(([name]) => name !== 'sarif').map(
    ([, platform]) => platform.names(draw(platform, eventful)).length,
  );
  const checks = eventful.exercises.flatMap((exercise) => exercise.checks);
  expect(new Set(counts)).toEqual(new Set([checks.length]));
});
