import type { Result, Status } from '../grader/contract/result.ts';
import { quiet } from './platforms/inert.ts';
import { DETAILS, type Detail, forPlatforms, testsOf } from './platforms/tests.ts';
import { fitting } from './words/fitting.ts';
import { decimal } from './words/numbers.ts';
import { oneLine } from './words/plain.ts';
import type { RenderOptions, Report } from './words/report.ts';

/**
 * What a grader of GitHub Classroom says to its reporter, before it is put into base64.
 * It travels in a variable of the environment, and Linux takes no more than 128 KiB in one.
 */
export const report: Report = {
  file: 'classroom.json',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    return fitting(DETAILS, LARGEST, (detail) => {
      const document = {
        version: 1,
        status: statusOf(result.status),
        max_score: decimal(result.points.possible),
        tests: testsIn(result, options, detail),
      };
      return `${JSON.stringify(document)}\n`;
    });
  },
};

/** In base64 a third is added. */
const LARGEST = 96_000;

/** What waits has not passed, and the reporter knows no word for it. */
function statusOf(status: Status): 'pass' | 'fail' | 'error' {
  return status === 'skip' ? 'fail' : status;
}

function testsIn(result: Result, options: RenderOptions, detail: Detail) {
  const tests = testsOf(result, options, { detail });
  const scores = addedUp(
    tests.map(({ check }) => decimal(check.points.earned)),
    decimal(result.points.earned),
  );
  return tests.map(({ name, message, place, check }, nth) => ({
    name,
    status: statusOf(check.status),
    score: scores[nth] ?? 0,
    // A second line would be a line of the log, which obeys commands.
    message: message === '' ? null : oneLine(message),
    test_code: '',
    filename: quiet(place.file),
    line_no: place.line ?? 0,
    // A report has no clock.
    execution_time: '0s',
  }));
}

/**
 * Scores that come to the total when they are added one after the other, as the
 * reporter does, which shows 0.30000000000000004 otherwise. Scores that end where the
 * total ends are added without a loss, and the last one makes up for what they left:
 * the sum is shown to everybody, and a score to nobody.
 */
function addedUp(scores: readonly number[], total: number): readonly number[] {
  const sum = (parts: readonly number[]) => parts.reduce((all, each) => all + each, 0);
  const off = sum(scores) - total;
  // What is off by more is no matter of bits.
  if (off === 0 || Math.abs(off) > 1e-6) return scores;
  const bit = 2 ** (Math.floor(Math.log2(total)) - 52);
  const ended = scores.map((score) => Math.round(score / bit) * bit);
  const last = scores.findLastIndex((score) => score > 0);
  return ended.with(last, total - sum(ended.slice(0, last)));
}
