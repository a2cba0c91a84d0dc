import type { Points, Status } from '../grader/contract/result.ts';
import { inert } from './platforms/inert.ts';
import { forPlatforms, headingOf, type Test, testsOf } from './platforms/tests.ts';
import { decimal } from './words/numbers.ts';
import type { Report } from './words/report.ts';

/** Common Test Report Format: test results as JSON, for the tools that read it. */
export const report: Report = {
  file: 'ctrf.json',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const tests = testsOf(result, options);
    const count = (status: Status) => tests.filter(({ check }) => check.status === status).length;
    const document = {
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      results: {
        tool: { name: 'chainrule', version: result.grader },
        summary: {
          tests: tests.length,
          passed: count('pass'),
          failed: count('fail'),
          skipped: count('skip'),
          pending: 0,
          other: count('error'),
          // A report has no clock, and the format insists on one.
          start: 0,
          stop: 0,
        },
        tests: tests.map(testIn),
        extra: { [POINTS]: amounts(result.points) },
      },
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

const POINTS = 'chainrule.points';

const STATUSES: Readonly<Record<Status, string>> = {
  pass: 'passed',
  fail: 'failed',
  error: 'other',
  skip: 'skipped',
};

function testIn({ name, message, place, check, exercise }: Test) {
  return {
    name,
    status: STATUSES[check.status],
    duration: 0,
    suite: [inert(headingOf(exercise))],
    ...(message === '' ? {} : { message }),
    ...(place.line === null ? {} : { line: place.line }),
    rawStatus: check.reason,
    filePath: place.file,
    extra: { [POINTS]: amounts(check.points) },
  };
}

function amounts({ earned, possible }: Points) {
  return { earned: decimal(earned), possible: decimal(possible) };
}
