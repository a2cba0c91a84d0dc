import type { Thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import { forPlatforms, type Test, testsOf } from './platforms/tests.ts';
import type { RenderOptions, Report } from './words/report.ts';

/**
 * The `result.json` that an autograder of Classroom 50 leaves behind. Its runner adds
 * the time of the submission before it looks at it, and puts the owner right.
 */
export const report: Report = {
  file: 'classroom50.json',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const whole = wholeOf(result);
    const document = {
      schema: 'classroom50/result/v1',
      ...identityOf(options),
      score: whole(result.points.earned),
      'max-score': whole(result.points.possible),
      tests: testsOf(result, options).map((test) => testIn(test, whole)),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

/** Whose submission it is. A name that is not known is left out, and the runner says so: none is made up. */
function identityOf({ platform = {} }: RenderOptions) {
  // An environment may name what it leaves empty.
  const of = (...names: readonly string[]) => names.map((name) => platform[name]).find(Boolean);
  return {
    classroom: of('CLASSROOM'),
    assignment: of('ASSIGNMENT'),
    assignment_type: of('ASSIGNMENT_TYPE'),
    owner: of('OWNER', 'USERNAME'),
    submission: of('SUBMISSION_TAG'),
    commit: of('COMMIT_URL'),
    release: of('RELEASE_URL'),
    // Where there is nothing to compare, the commit is what there is to review.
    review: of('REVIEW_URL', 'COMMIT_URL'),
  };
}

function testIn({ name, message, check }: Test, whole: (amount: Thousandths) => number) {
  return {
    'test-name': name,
    passed: check.status === 'pass',
    score: whole(check.points.earned),
    'max-score': whole(check.points.possible),
    status: check.status,
    ...(message === '' ? {} : { message }),
  };
}

/** Points times the smallest power of ten that leaves none of a result broken. */
function wholeOf({ points, exercises }: Result): (amount: Thousandths) => number {
  const amounts = [points, ...exercises.flatMap(({ checks }) => checks.map((each) => each.points))];
  const unit =
    [1000, 100, 10].find((each) =>
      amounts.every(({ earned, possible }) => earned % each === 0 && possible % each === 0),
    ) ?? 1;
  return (amount) => amount / unit;
}
