import { expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import { exerciseResult, failedExercise, resultOf } from '../grader/testing/documents.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './gradescope.ts';

const render = (result: Result) => JSON.parse(report.render(result, { colour: false }));

test.each([
  ['as-expected', 'passed'],
  ['file-missing', 'failed'],
  ['reference-failed', 'failed'],
  ['waits-for-exercise', 'failed'],
] as const)('a check that ends in %s has %s, whatever it is worth', (reason, status) => {
  const points = { earned: thousandths(0), possible: thousandths(0) };
  const exercise = failedExercise({ checks: [{ ...checkFor(reason), points }] });
  expect(render(resultOf([exercise])).tests).toMatchObject([{ status, score: 0, max_score: 0 }]);
});

test('what we could not judge is said to be ours, in the test and above all tests', () => {
  const exercise = exerciseResult({ status: 'error', checks: [checkFor('reference-failed')] });
  const { output, tests } = render(resultOf([exercise]));
  expect(output).toContain('not your mistake');
  expect(tests[0].output).toContain('not your mistake');
});

test('the platform is told that everything is text', () => {
  expect(render(resultOf([]))).toMatchObject({
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
  });
});

test('tests are numbered by exercise and check', () => {
  const exercise = failedExercise({ checks: [checkFor('threw'), checkFor('timed-out')] });
  expect(render(resultOf([exercise])).tests).toMatchObject([{ number: '1.1' }, { number: '1.2' }]);
});
