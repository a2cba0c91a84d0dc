import type { Result } from '../grader/contract/result.ts';
import { overviewOf } from './platforms/overview.ts';
import { DETAILS, type Detail, forPlatforms, testsOf } from './platforms/tests.ts';
import { fitting } from './words/fitting.ts';
import { decimal } from './words/numbers.ts';
import type { RenderOptions, Report } from './words/report.ts';
import { unjudgedInWords } from './words/student.ts';

/** PrairieLearn reads a megabyte. */
const LARGEST = 1_000_000;

/** What an external grader of PrairieLearn leaves as `/grade/results/results.json`. */
export const report: Report = {
  file: 'prairielearn.json',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    return fitting(DETAILS, LARGEST, (detail) => {
      const document = {
        ...graded(result),
        message: overviewOf(result),
        tests: testsIn(result, options, detail),
      };
      return `${JSON.stringify(document, null, 2)}\n`;
    });
  },
};

/** Where we could not judge, the attempt is given back. */
function graded({ status, points: { earned, possible }, exercises }: Result) {
  if (status === 'error') {
    const words = unjudgedInWords(exercises.flatMap(({ checks }) => checks));
    return { gradable: false, format_errors: words === null ? [] : [words] };
  }
  // Where there are no points to be had, there is no share of them.
  const score = possible > 0 ? earned / possible : Number(status === 'pass');
  return { gradable: true, score };
}

function testsIn(result: Result, options: RenderOptions, detail: Detail) {
  // Its page escapes what it shows.
  return testsOf(result, options, { asText: true, detail }).map(({ name, message, check }) => ({
    name,
    points: decimal(check.points.earned),
    max_points: decimal(check.points.possible),
    ...(message === '' ? {} : { message }),
  }));
}
