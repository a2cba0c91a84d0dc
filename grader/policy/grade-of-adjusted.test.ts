import { describe, expect, test } from 'vitest';
import { slugOf } from '../testing/documents.ts';
import { milli } from '../testing/grades.ts';
import { exercises, grade, handedIn, TEN_PERCENT } from '../testing/marks.ts';
import { adjustment, DAY, sinceDue } from '../testing/policies.ts';
import type { Judged } from './hand-in.ts';

describe('points that an instructor set', () => {
  const second = exercises[1]?.slug ?? null;

  test('for an exercise stand in the place of those that were graded', () => {
    const set = grade([handedIn()], {}, [adjustment({ exercise: second, points: milli(8_000) })]);
    expect(set).toMatchObject({ raw: 12_500, earned: 18_000 });
    expect(set.exercises.map(({ earned }) => earned)).toEqual([10_000, 8_000]);
    expect(set.steps).toMatchObject([
      { kind: 'override', what: 'points for 02-exercise', by: 'Prof. Hopper', why: 'she said so' },
    ]);
  });

  test('for the whole are the mark, whatever the rules would take', () => {
    const policy = { late: TEN_PERCENT, drop: 1, cap: milli(1_000) };
    const set = grade([handedIn({ at: sinceDue(DAY) })], policy, [
      adjustment({ points: milli(15_000) }),
    ]);
    expect(set).toMatchObject({ status: 'graded', earned: 15_000 });
    expect(set.steps).toHaveLength(1);
  });

  test('are never more than is possible', () => {
    expect(grade([handedIn()], {}, [adjustment({ points: milli(99_000) })]).earned).toBe(20_000);
    const one = adjustment({ exercise: second, points: milli(99_000) });
    expect(grade([handedIn()], {}, [one]).earned).toBe(20_000);
  });

  test('give a mark to who handed nothing in', () => {
    expect(grade([], {}, [adjustment({ exercise: second, points: milli(4_000) })])).toMatchObject({
      status: 'graded',
      raw: 0,
      earned: 4_000,
    });
  });
});

describe('the status', () => {
  const broken = (own: Partial<Judged> = {}): Judged => {
    const handIn = handedIn(own);
    const [first, ...others] = handIn.result?.exercises ?? [];
    if (handIn.result === null || first === undefined) throw new Error('no exercise');
    return {
      ...handIn,
      result: {
        ...handIn.result,
        status: 'error',
        exercises: [{ ...first, status: 'error' }, ...others],
      },
    };
  };
  const first = exercises[0]?.slug ?? null;

  test.each([
    ['missing where nothing was handed in', [], [], 'missing'],
    ['needs-review where something could not be judged', [broken()], [], 'needs-review'],
    ['needs-review where nothing could be read', [handedIn({ result: null })], [], 'needs-review'],
    [
      'graded once an instructor judged what we could not',
      [broken()],
      [adjustment({ exercise: first, points: milli(5_000) })],
      'graded',
    ],
    [
      'graded once an instructor gave a mark',
      [broken()],
      [adjustment({ points: milli(1) })],
      'graded',
    ],
    ['excused, whatever else is', [], [adjustment({ excused: true })], 'excused'],
  ] as const)('is %s', (_, handIns, adjustments, status) => {
    expect(grade(handIns, {}, adjustments).status).toBe(status);
  });

  test('is needs-review where the best counts and one could not be judged, which might be it', () => {
    const handIns = [broken({ at: sinceDue(-DAY) }), handedIn()];
    expect(grade(handIns).status).toBe('graded');
    expect(grade(handIns, { attempts: 'best' }).status).toBe('needs-review');
  });
});

test('comments change nothing, and are told in the order of their lines with who and why', () => {
  const exercise = slugOf('02-exercise');
  const given = [
    adjustment({ comment: 'Well done.' }),
    adjustment({ exercise, comment: 'See me.' }),
  ];
  const [by, why] = ['Prof. Hopper', 'she said so'];
  expect(grade([handedIn()], {}, given)).toMatchObject({
    earned: 12_500,
    comments: [
      { exercise: null, words: 'Well done.', by, why },
      { exercise, words: 'See me.', by, why },
    ],
    steps: [],
  });
});
