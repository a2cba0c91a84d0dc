import { describe, expect, test } from 'vitest';
import type { Factor, Result } from '../../grader/contract/result.ts';
import { failedCheck, failedExercise, got, resultOf } from '../../grader/testing/documents.ts';
import { PLATFORMS } from '../../grader/testing/platforms.ts';
import { report as annotations } from '../annotations.ts';
import { report as comment } from '../comment.ts';
import { report as html } from '../html.ts';
import { report as instructor } from '../instructor.ts';
import { report as markdown } from '../markdown.ts';
import { report as releaseBody } from '../release-body.ts';
import { report as summary } from '../summary.ts';
import { report as terminal } from '../terminal.ts';
import { forStudent } from './disclosure.ts';

/** A number that stands nowhere but where an expected value can be read or worked out. */
const TELLTALE = 0.8642;

const factor = { number: TELLTALE, inverse: false, negative: false };
const ratio = (quantities: Factor['quantities'], number: number = TELLTALE) => {
  const own = { ...factor, quantities, number };
  const signature = { kind: 'ratio', outputs: ['Z'], factor: own, exact: true } as const;
  return { mistake: null, waitsFor: null, signatures: [signature] };
};

const secretive = (secret: boolean): Result => {
  const check = failedCheck({
    got: got({
      case: 0,
      names: ['Z'],
      worst: { index: [0], yours: 0.5, error: TELLTALE, allowed: TELLTALE },
      wrong: { entries: 1, of: 2, first: [0] },
      compared: {
        rows: 1,
        columns: 2,
        from: { row: 0, column: 0 },
        cut: false,
        yours: [0.5, 1],
        expected: [TELLTALE, 1],
        wrong: [true, false],
      },
      margin: TELLTALE,
      words: 'true',
      due: `the text "${TELLTALE}"`,
    }),
  });
  const label = { label: 'step', scale: 'linear' } as const;
  const words = { title: 'A picture', words: 'To look at.' };
  const point = { x1: TELLTALE, x2: TELLTALE, label: 1 } as const;
  return resultOf(
    [
      failedExercise({
        checks: [
          check,
          { ...check, id: 'words', reason: 'words-differ' },
          { ...check, id: 'spread', reason: 'spread-differs' },
          { ...check, id: 'ratio', means: ratio([]) },
          { ...check, id: 'rate', means: ratio([{ is: 'value', of: 'learningRate' }]) },
        ],
        pictures: [
          {
            draw: 'curves',
            ...words,
            x: label,
            y: label,
            curves: [
              { name: 'loss', whose: 'yours', points: [{ x: 0, y: 1 }] },
              { name: 'loss', whose: 'reference', points: [{ x: 0, y: TELLTALE }] },
            ],
          },
          {
            draw: 'dots',
            ...words,
            axis: label,
            shows: 'outputs',
            dots: [{ name: 'dW1', yours: 1, reference: TELLTALE }],
            limit: null,
          },
          {
            draw: 'dots',
            ...words,
            axis: label,
            shows: 'errors',
            dots: [{ name: 'dW1', yours: TELLTALE, reference: null }],
            limit: null,
          },
          {
            draw: 'boundary',
            ...words,
            x1: { from: 0, to: 1 },
            x2: { from: 0, to: 1 },
            grid: { columns: 2, rows: 2, probabilities: [0, 1, 0, 1] },
            train: [{ x1: 0, x2: 0, label: 0 }],
            test: [point],
            counts: { train: 1, test: 1 },
            accuracy: { train: 1, test: 1 },
          },
          {
            draw: 'surface',
            ...words,
            x1: { from: 0, to: 1 },
            x2: { from: 0, to: 1 },
            grid: { columns: 2, rows: 2, values: [0, 1, 0, 1] },
            train: [{ x1: 0, x2: 0, value: 0 }],
            test: [{ x1: 0.5, x2: 0.5, value: TELLTALE }],
            counts: { train: 1, test: 1 },
            explained: { train: 1, test: 1 },
          },
        ],
      }),
    ],
    { secret, seed: 'hush-hush' },
  );
};

describe('where the seed is secret', () => {
  test('the result of a student holds no number that gives an expected one away', () => {
    expect(JSON.stringify(forStudent(secretive(true)))).not.toContain(String(TELLTALE));
  });

  test.each([
    ['page', html],
    ['Markdown', markdown],
    ['terminal', terminal],
    ['text of a release', releaseBody],
    ['summary', summary],
    ['comment', comment],
    ['annotations', annotations],
  ])('a student reads neither the seed nor what is expected: %s', (_, format) => {
    const text = format.render(secretive(true), { colour: false });
    expect(text).not.toMatch(/hush-hush|0\.8642/);
  });

  test.each(PLATFORMS)('neither does a platform that students look at: %s', (_, { report }) => {
    expect(report.render(secretive(true), { colour: false })).not.toMatch(/hush-hush|0\.8642/);
  });

  test.each<[string, Factor['quantities'], number]>([
    ['a size', [{ is: 'rows', of: 'X' }], 7],
    ['1 divided by a size', [{ is: 'columns', of: 'X' }], 1 / 3],
    ['minus 1', [], -1],
    ['a half', [], 0.5],
  ])('a factor that can be counted in the lesson stays: %s', (_, quantities, number) => {
    const checks = [failedCheck({ means: ratio(quantities, number) })];
    const result = resultOf([failedExercise({ checks })], { secret: true });
    expect(forStudent(result).exercises[0]?.checks[0]?.means).toEqual(ratio(quantities, number));
  });

  const rule = (threshold: number | null) => {
    const check = failedCheck({ got: got({ measured: TELLTALE }) });
    const tried = { ...check.tried, against: 'a rule', threshold } as const;
    return resultOf([failedExercise({ checks: [{ ...check, tried }] })], { secret: true });
  };
  const measuredOf = ({ exercises }: Result) => exercises[0]?.checks[0]?.got?.measured;

  test('how far a number is from the end of its band goes, for it gives the end away', () => {
    expect(measuredOf(forStudent(rule(0)))).toBeNull();
  });

  test('what another rule measured of the points of a student stays', () => {
    expect(measuredOf(forStudent(rule(null)))).toBe(TELLTALE);
  });

  test('an instructor reads both', () => {
    const text = instructor.render(secretive(true), { colour: false });
    expect(text).toContain('hush-hush');
    expect(text).toContain(String(TELLTALE));
  });
});

test('where it is not, a student may see everything', () => {
  expect(forStudent(secretive(false))).toEqual(secretive(false));
});
