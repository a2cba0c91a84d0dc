import { describe, expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { CheckResult, Result, Status } from '../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { checkFor, eventful } from '../grader/testing/reasons.ts';
import { report } from './junit.ts';

const render = (result: Result) => report.render(result, { colour: false });
const withCheck = (check: CheckResult) => render(resultOf([failedExercise({ checks: [check] })]));

describe('an outcome is an element', () => {
  test.each([
    ['file-missing', 'failure'],
    ['reference-failed', 'error'],
    ['waits-for-exercise', 'skipped'],
  ] as const)('%s: %s', (reason, element) => {
    const text = withCheck(checkFor(reason));
    expect(text.match(/<(failure|error|skipped) /g)).toEqual([`<${element} `]);
    expect(text).toContain(`<${element} type="${reason}"`);
  });

  test('and a check that passed has none', () => {
    expect(withCheck(checkResult())).not.toMatch(/<(failure|error|skipped) /);
  });

  test('with the message in its body, because some readers show nothing else', () => {
    expect(withCheck(checkFor('file-missing'))).toContain(
      '>There is no first.ts in this submission.</failure>',
    );
  });
});

test('outcomes are counted, for a file and for each of its suites', () => {
  const counts = [...render(eventful).matchAll(/<testsuites?.* (tests="\d+".*?) time/g)];
  const told = (checks: readonly CheckResult[]): string => {
    const count = (status: Status) => checks.filter((check) => check.status === status).length;
    return `tests="${checks.length}" failures="${count('fail')}" errors="${count('error')}" skipped="${count('skip')}"`;
  };
  const suites = eventful.exercises.map(({ checks }) => checks);
  expect(counts.map(([, words]) => words)).toEqual([suites.flat(), ...suites].map(told));
});

test('points are properties of a test', () => {
  const points = { earned: thousandths(2.5), possible: thousandths(10) };
  expect(withCheck(failedCheck({ points }))).toMatch(
    /<testcase .*>\s*<properties>\s*<property name="points.earned" value="2.5"\/>\s*<property name="points.possible" value="10"\/>/,
  );
});

test('a file lies where the submission lies', () => {
  const text = report.render(resultOf([exerciseResult()]), { colour: false, submissionAt: 'ada' });
  expect(text).toContain('file="ada/exercises/01-first/first.ts"');
});

test('nothing that a student throws ends an element', () => {
  const thrown = { name: 'Error', message: '</failure><failure>]]><!-- &evil; "\' -->' };
  const text = withCheck(failedCheck({ reason: 'threw', got: got({ thrown }) }));
  expect(text.match(/<\/?failure/g)).toHaveLength(2);
  expect(text).not.toMatch(/&\u2060?evil;|]]>|<!--/);
});
