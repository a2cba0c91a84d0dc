import { describe, expect, test } from 'vitest';
import type { JudgedCase } from '../contract/check-kind.ts';
import { MOST_POINTS } from '../contract/picture.ts';
import type { Value } from '../contract/value.ts';
import { judgedCase } from '../testing/documents.ts';
import { matrix, numbers, record, text } from '../testing/values.ts';
import { kind } from './curves.ts';

const SETTINGS = { x: { label: 'step' }, y: { label: 'loss' }, curves: { losses: 'loss' } };

const caseOf = (returned: Value, expected: Value, own: Partial<JudgedCase> = {}) =>
  judgedCase({
    returned: record({ losses: returned }),
    expected: record({ losses: expected }),
    ...own,
  });

const paint = (
  cases: readonly JudgedCase[],
  settings: Parameters<typeof kind.paint>[0] = SETTINGS,
) => kind.paint(settings, cases);

describe('a curve', () => {
  test('is drawn over the places of its numbers, beside the reference', () => {
    expect(paint([caseOf(numbers(3, 2), numbers(3, 1))])).toEqual({
      draw: 'curves',
      x: { label: 'step', scale: 'linear' },
      y: { label: 'loss', scale: 'linear' },
      curves: [
        {
          name: 'loss',
          whose: 'yours',
          points: [
            { x: 0, y: 3 },
            { x: 1, y: 2 },
          ],
        },
        {
          name: 'loss',
          whose: 'reference',
          points: [
            { x: 0, y: 3 },
            { x: 1, y: 1 },
          ],
        },
      ],
    });
  });

  test('is drawn over numbers of the input where those are named', () => {
    const settings = { ...SETTINGS, x: { label: 'z', input: 'Z' } };
    const input = record({ Z: matrix([-1], [1]) });
    const painted = paint([caseOf(matrix([0], [4]), numbers(0, 4), { input })], settings);
    expect(painted).toMatchObject({
      curves: [
        {
          points: [
            { x: -1, y: 0 },
            { x: 1, y: 4 },
          ],
        },
        {},
      ],
    });
  });

  test('keeps what is no number of the line as a word', () => {
    expect(paint([caseOf(numbers(1, Number.NaN), numbers(1, 1))])).toMatchObject({
      curves: [{ points: [{ y: 1 }, { y: 'NaN' }] }, {}],
    });
  });

  test('of more points than fit keeps the first and the last', () => {
    const long = numbers(...Array.from({ length: 1000 }, (_, at) => at));
    const painted = paint([caseOf(long, long)]);
    const points = painted?.draw === 'curves' ? (painted.curves[0]?.points ?? []) : [];
    expect([points.length, points[0]?.x, points.at(-1)?.x]).toEqual([MOST_POINTS, 0, 999]);
  });
});

describe('nothing is drawn', () => {
  test.each([
    ['of words', [caseOf(text('none'), numbers(1))]],
    ['of an empty list', [caseOf(numbers(), numbers(1))]],
    ['where nothing came back', [judgedCase({ expected: record({ losses: numbers(1) }) })]],
    ['without a case', []],
  ])('%s', (_, cases) => {
    expect(paint(cases)).toBeNull();
  });

  test('of as many numbers as there are no places for', () => {
    const settings = { ...SETTINGS, x: { label: 'z', input: 'Z' } };
    const input = record({ Z: matrix([-1], [1]) });
    expect(paint([caseOf(numbers(1, 2, 3), numbers(1, 2), { input })], settings)).toBeNull();
  });
});
