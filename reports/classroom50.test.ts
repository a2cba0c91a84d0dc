import { describe, expect, test } from 'vitest';
import { type Thousandths, thousandths } from '../grader/contract/identity.ts';
import { CLASSROOM50, classroom50Problems } from '../grader/testing/authorities.ts';
import { checkResult, failedCheck, failedExercise, resultOf } from '../grader/testing/documents.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './classroom50.ts';

type Names = Readonly<Record<string, string | undefined>>;

const render = (platform?: Names, result = resultOf([failedExercise()])) =>
  JSON.parse(
    report.render(result, { colour: false, ...(platform === undefined ? {} : { platform }) }),
  );

describe('whose submission it is', () => {
  test('stands in the environment', () => {
    expect(render(CLASSROOM50)).toMatchObject({
      classroom: 'cs-principles',
      assignment: 'backpropagation',
      assignment_type: 'individual',
      owner: 'ada',
      submission: CLASSROOM50.SUBMISSION_TAG,
      commit: CLASSROOM50.COMMIT_URL,
      release: CLASSROOM50.RELEASE_URL,
      review: CLASSROOM50.REVIEW_URL,
    });
  });

  test('needs neither the time nor the owner, which the runner stamps', async () => {
    const { ASSIGNMENT_TYPE: _, OWNER: __, USERNAME: ___, ...others } = CLASSROOM50;
    const document = render(others);
    expect(document).not.toHaveProperty('datetime');
    expect(await classroom50Problems([JSON.stringify(document)])).toEqual([]);
  });

  test.each([undefined, ''])('is reviewed at the commit where nothing is compared: %j', (none) => {
    expect(render({ ...CLASSROOM50, REVIEW_URL: none }).review).toBe(CLASSROOM50.COMMIT_URL);
  });

  test('is the older name of the owner where there is no other', () => {
    expect(render({ ...CLASSROOM50, OWNER: undefined, USERNAME: 'grace' }).owner).toBe('grace');
  });

  test.each([undefined, {}, { CLASSROOM: '' }])('is not made up where %j is known', (platform) => {
    expect(Object.keys(render(platform))).toEqual(['schema', 'score', 'max-score', 'tests']);
  });
});

describe('points are whole', () => {
  const withPoints = (earned: number, possible: number) => {
    const points = { earned: thousandths(earned), possible: thousandths(possible) };
    const checks = [failedCheck({ points }), checkResult()];
    const sum = (a: Thousandths, b: number) => thousandths(a / 1000 + b);
    return resultOf([failedExercise({ checks })], {
      points: { earned: sum(points.earned, 10), possible: sum(points.possible, 10) },
    });
  };

  test.each([
    [2, 20, [12, 30]],
    [2.5, 20, [125, 300]],
    [0, 2.25, [1000, 1225]],
    [0.001, 1, [10_001, 11_000]],
  ])('where %d of %d are had', (earned, possible, [score, most]) => {
    expect(render(CLASSROOM50, withPoints(earned, possible))).toMatchObject({
      score,
      'max-score': most,
    });
  });

  test('and those of the tests come to the total', () => {
    const { tests, ...whole } = render(CLASSROOM50, withPoints(2.5, 20));
    const total = (field: string) =>
      tests.reduce(
        (all: number, each: Readonly<Record<string, number>>) => all + (each[field] ?? 0),
        0,
      );
    expect([total('score'), total('max-score')]).toEqual([whole.score, whole['max-score']]);
  });
});

test('only a check that passed has passed', () => {
  const reasons = [
    'as-expected',
    'file-missing',
    'reference-failed',
    'waits-for-exercise',
  ] as const;
  const result = resultOf([failedExercise({ checks: reasons.map(checkFor) })]);
  expect(render(CLASSROOM50, result).tests).toMatchObject([
    { passed: true, status: 'pass' },
    { passed: false, status: 'fail' },
    { passed: false, status: 'error' },
    { passed: false, status: 'skip' },
  ]);
});
