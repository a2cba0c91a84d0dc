import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import {
  facts,
  failedCheck,
  failedExercise,
  got,
  resultOf,
  slugOf,
} from '../../grader/testing/documents.ts';
import { golden } from '../../grader/testing/golden.ts';
import { report as html } from '../html.ts';
import { fitting } from '../words/fitting.ts';
import { beginning, FOR_STUDENTS, LARGEST } from './detail.ts';

const bytesOf = (result: Result) => Buffer.byteLength(html.render(result, { colour: false }));

describe('a page for a student is never too large', () => {
  const printed = '&"\'<'.repeat(2000);
  const line = '  const a = b<c>("&", \'"\', `d`) && e <= f || g >= h; // &&&&&&&&'.repeat(3);
  const source = `export function forward() {\n${`${line}\n`.repeat(400)}}\n`;
  const message = '&"<'.repeat(200);
  const exercise = (number: number, count: number) =>
    failedExercise({
      slug: slugOf(`0${number}-first`),
      source,
      printed,
      pictures: golden.exercises[1]?.pictures ?? [],
      facts: facts({ exports: [{ name: 'forward', parameters: 0, line: 1, last: 402 }] }),
      checks: Array.from({ length: count }, (_, at) =>
        failedCheck({
          id: `check-${at}`,
          reason: 'threw',
          got: got({ thrown: { name: 'Error', message } }),
        }),
      ),
    });

  test.each([
    ['of six exercises that print, throw and are full of marks', [1, 2, 3, 4, 5, 6], 13],
    ['of an exercise with 300 checks that all throw', [1], 300],
  ])('%s', (_, numbers, count) => {
    const exercises = numbers.map((number) => exercise(number, count));
    expect(bytesOf(resultOf(exercises))).toBeLessThan(LARGEST.student);
  });

  test('and of many exercises it shows the first pictures of each', () => {
    const pictures = golden.exercises.flatMap((each) => each.pictures).slice(0, 6);
    const exercises = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
      ...exercise(number, 3),
      pictures,
    }));
    const page = html.render(resultOf(exercises), { colour: false });
    const drawn = page.split('<svg class="drawing"').length - 1;
    expect(drawn).toBeGreaterThanOrEqual(exercises.length);
    expect(drawn % exercises.length).toBe(0);
  });

  test('and says that something is left out, only where something is', () => {
    const words = 'So that this page stays small';
    const large = resultOf([1, 2, 3, 4, 5, 6].map((number) => exercise(number, 13)));
    expect(html.render(large, { colour: false })).toContain(words);
    expect(html.render(golden, { colour: false })).not.toContain(words);
  });
});

describe('the most detailed page that fits is taken', () => {
  const draw = ({ printed }: { readonly printed: number }) => 'x'.repeat(printed);

  test.each([
    [20_000, 10_000],
    [5000, 1000],
    [500, 300],
    [1, 100],
  ])('below %d bytes that of %d', (bytes, length) => {
    expect(fitting(FOR_STUDENTS, bytes, draw)).toHaveLength(length);
  });
});

describe('the beginning of a text', () => {
  test('is the whole where that is short', () => {
    expect(beginning('abc\n', 3)).toBe('abc');
  });

  test('says how much there was more, and is never cut within a character', () => {
    expect(beginning('🎉🎉🎉', 2)).toBe('🎉🎉\n… (1 more characters)');
  });
});
