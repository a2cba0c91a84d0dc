import { expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import { facts, failedCheck, failedExercise, resultOf } from '../grader/testing/documents.ts';
import { checkFor, eventful } from '../grader/testing/reasons.ts';
import { report } from './ctrf.ts';

const render = (result: Result) => JSON.parse(report.render(result, { colour: false })).results;

test.each([
  ['as-expected', 'passed'],
  ['file-missing', 'failed'],
  ['reference-failed', 'other'],
  ['waits-for-exercise', 'skipped'],
] as const)('a check that ends in %s is %s', (reason, status) => {
  const { tests } = render(resultOf([failedExercise({ checks: [checkFor(reason)] })]));
  expect(tests[0]).toMatchObject({ status, rawStatus: reason });
});

test('the summary counts every test once', () => {
  const { tests, passed, failed, skipped, pending, other } = render(eventful).summary;
  const checks = eventful.exercises.flatMap((exercise) => exercise.checks).length;
  expect({ tests, sum: passed + failed + skipped + pending + other }).toEqual({
    tests: checks,
    sum: checks,
  });
});

test('a test tells its points, its suite and its place', () => {
  const points = { earned: thousandths(2.5), possible: thousandths(10) };
  const exports = [{ name: 'forward', parameters: 1, line: 7, last: 9 }];
  const exercise = failedExercise({ facts: facts({ exports }), checks: [failedCheck({ points })] });
  expect(render(resultOf([exercise])).tests[0]).toMatchObject({
    suite: ['01 First'],
    filePath: 'exercises/01-first/first.ts',
    line: 7,
    extra: { 'chainrule.points': { earned: 2.5, possible: 10 } },
  });
});
