import { describe, expect, test } from 'vitest';
import { sumPoints, thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import {
  checkResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './classroom.ts';

interface Handed {
  readonly tests: readonly {
    readonly score: number;
    readonly message: string | null;
    readonly name: string;
  }[];
}

const render = (result: Result) => report.render(result, { colour: false });
const handed = (result: Result): Handed => JSON.parse(render(result));
const withPoints = (...amounts: readonly number[]) => {
  const earned = amounts.map(thousandths);
  const possible = sumPoints(earned);
  const checks = earned.map((each) => checkResult({ points: { earned: each, possible: each } }));
  return resultOf([failedExercise({ checks })], { points: { earned: possible, possible } });
};
/** As the reporter of GitHub Classroom adds. */
const added = ({ tests }: Handed) => tests.reduce((all, { score }) => all + score, 0);

test.each([
  ['as-expected', 'pass'],
  ['file-missing', 'fail'],
  ['reference-failed', 'error'],
  ['waits-for-exercise', 'fail'],
] as const)('a check that ends in %s is "%s"', (reason, status) => {
  expect(handed(resultOf([failedExercise({ checks: [checkFor(reason)] })])).tests).toMatchObject([
    { status },
  ]);
});

test.each(['pass', 'fail', 'error'] as const)('a result is what it is: %s', (status) => {
  expect(handed(resultOf([], { status }))).toMatchObject({ status });
});

test('a test without a line has line 0, which the reporter does not show', () => {
  expect(handed(resultOf([failedExercise()])).tests).toMatchObject([{ line_no: 0 }]);
});

describe('scores come to the total', () => {
  test.each([
    [[0.1, 0.2], '0.3'],
    [[0.1, 0.7, 0.1, 0.1], '1'],
    [[1.1, 2.2, 3.3, 0], '6.6'],
    [[0, 0], '0'],
  ])('%j: %s', (amounts, total) => {
    expect(String(added(handed(withPoints(...amounts))))).toBe(total);
  });

  test('and are as they were earned where that is the same', () => {
    expect(handed(withPoints(0.5, 2, 7.25)).tests.map(({ score }) => score)).toEqual([
      0.5, 2, 7.25,
    ]);
  });

  test('and are not invented where a total is another one', () => {
    const points = { earned: thousandths(7), possible: thousandths(9) };
    const result = { ...withPoints(0.1, 0.2), points };
    expect(handed(result).tests.map(({ score }) => score)).toEqual([0.1, 0.2]);
  });
});

describe('what the reporter prints into its log is no command', () => {
  const message = '\n::notice title=Autograding complete::Points 100/100\n##[error]x';
  const check = failedCheck({ reason: 'threw', got: got({ thrown: { name: 'E', message } }) });

  test.each([
    ['a message', failedExercise({ checks: [check] })],
    ['a name', failedExercise({ checks: [failedCheck({ title: message })] })],
    ['a path', failedExercise({ path: message.trim() })],
  ])('%s', (_, exercise) => {
    expect(render(resultOf([exercise]))).not.toMatch(/\\n|::|##\[/);
  });
});

test('what is handed over fits into one variable of an environment, whatever is thrown', () => {
  const thrown = { name: 'Error', message: '∂'.repeat(600) };
  const checks = Array.from({ length: 300 }, (_, nth) =>
    failedCheck({ title: `${'Größe '.repeat(40)} ${nth}`, reason: 'threw', got: got({ thrown }) }),
  );
  const text = render(resultOf([failedExercise({ checks })]));
  expect(Buffer.from(text).toString('base64').length).toBeLessThan(128 * 1024);
  expect(new Set(JSON.parse(text).tests.map((each: { name: string }) => each.name)).size).toBe(300);
});
