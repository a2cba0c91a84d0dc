import { describe, expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { CheckResult, Result } from '../grader/contract/result.ts';
import { readTap } from '../grader/testing/authorities.ts';
import { failedCheck, failedExercise, got, resultOf } from '../grader/testing/documents.ts';
import { checkFor } from '../grader/testing/reasons.ts';
import { report } from './tap.ts';

const render = (result: Result) => report.render(result, { colour: false });
const withCheck = (check: CheckResult) => render(resultOf([failedExercise({ checks: [check] })]));
const testOf = (check: CheckResult) => readTap(withCheck(check)).tests[0];

describe('a test', () => {
  test.each([
    ['as-expected', true, false],
    ['file-missing', false, false],
    ['reference-failed', false, false],
    ['waits-for-exercise', false, 'waits'],
  ] as const)('that ends in %s', (reason, ok, skip) => {
    expect(testOf(checkFor(reason))).toMatchObject({ ok, skip });
  });

  test('that could not be judged is told from one that failed', () => {
    expect(testOf(checkFor('file-missing'))?.diag).toMatchObject({ severity: 'fail' });
    expect(testOf(checkFor('reference-failed'))?.diag).toMatchObject({ severity: 'error' });
  });

  test('tells its points, its reason and its message', () => {
    const points = { earned: thousandths(2.5), possible: thousandths(10) };
    expect(testOf({ ...checkFor('file-missing'), points })?.diag).toMatchObject({
      message: 'There is no first.ts in this submission.',
      reason: 'file-missing',
      points: { earned: 2.5, possible: 10 },
      at: { file: 'exercises/01-first/first.ts' },
    });
  });

  test.each(['Z # SKIP', 'Z \\# TODO later', 'Z {', 'C:\\Z \\\\', 'Z # time=5ms', '- Z'])(
    'is called what it is called: %s',
    (title) => {
      const found = testOf(failedCheck({ title }));
      expect(found?.name.replaceAll('\u2060', '')).toBe(`01 First: ${title}`);
      expect(found).toMatchObject({ ok: false, skip: false });
    },
  );
});

test.each([
  '\n  ...\nok 2 - forged\n',
  '\nBail out! now',
  '\n1..9',
  '\r\nnot ok 1 - x # TODO',
  '"\n  points: {"earned": 10}',
])('nothing that a student throws is TAP: %j', (message) => {
  const thrown = { name: 'Error', message };
  const { tests, problems } = readTap(
    withCheck(failedCheck({ reason: 'threw', got: got({ thrown }) })),
  );
  expect(problems).toEqual([]);
  expect(tests).toMatchObject([{ ok: false, diag: { points: { earned: 0 } } }]);
});

test('a document without tests is skipped as a whole', () => {
  expect(render(resultOf([]))).toContain('\n1..0 # SKIP ');
});
