import { overviewOf } from './platforms/overview.ts';
import { forPlatforms, type Test, testsOf } from './platforms/tests.ts';
import { decimal } from './words/numbers.ts';
import type { Report } from './words/report.ts';

/** What an autograder of Gradescope leaves as `results/results.json`. */
export const report: Report = {
  file: 'gradescope.json',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const document = {
      score: decimal(result.points.earned),
      output: overviewOf(result),
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
      tests: testsOf(result, options, { asText: true }).map(testIn),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

function testIn({ name, message, check, exercise }: Test) {
  const { earned, possible } = check.points;
  return {
    name,
    number: `${Number(exercise.slug.slice(0, 2))}.${exercise.checks.indexOf(check) + 1}`,
    score: decimal(earned),
    max_score: decimal(possible),
    // Without it a check that is worth no points would be shown as passed.
    status: check.status === 'pass' ? 'passed' : 'failed',
    ...(message === '' ? {} : { output: message }),
  };
}
