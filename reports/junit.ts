import Handlebars from 'handlebars/runtime.js';
import type { CheckResult, ExerciseResult, Status } from '../grader/contract/result.ts';
import document from '../templates/junit.hbs';
import { inert } from './platforms/inert.ts';
import { forPlatforms, headingOf, type Test, testsOf } from './platforms/tests.ts';
import { points } from './words/numbers.ts';
import { oneLine } from './words/plain.ts';
import type { Report } from './words/report.ts';

// Escapes every value for XML, whose five marks are those of HTML.
const draw = Handlebars.create().template(document);

/** For whatever reads test results: GitLab, Jenkins and most other machines that run tests. */
export const report: Report = {
  file: 'junit.xml',
  audience: 'students',
  render(given, options) {
    const result = forPlatforms(given);
    const tests = testsOf(result, options);
    const checks = tests.map(({ check }) => check);
    return draw({
      course: inert(oneLine(result.course)),
      ...counts(checks),
      suites: result.exercises.map((exercise) =>
        suite(
          exercise,
          tests.filter((test) => test.exercise === exercise),
        ),
      ),
    });
  },
};

function suite(exercise: ExerciseResult, tests: readonly Test[]) {
  return {
    heading: inert(headingOf(exercise)),
    ...counts(exercise.checks),
    ...amounts(exercise),
    cases: tests.map(({ name, place, message, check }) => ({
      name,
      // Readers take a class apart at its dots, and a slug has none.
      class: exercise.slug,
      file: place.file,
      ...amounts(check),
      outcome: ELEMENTS[check.status],
      reason: check.reason,
      // An attribute keeps no ends of lines, and some readers show the body alone.
      message: oneLine(message),
      body: message,
    })),
  };
}

/** The element of an outcome. A check that passed has none. */
const ELEMENTS: Readonly<Record<Status, string | null>> = {
  pass: null,
  fail: 'failure',
  error: 'error',
  skip: 'skipped',
};

function counts(checks: readonly CheckResult[]) {
  const of = (status: Status) => checks.filter((check) => check.status === status).length;
  return { tests: checks.length, failures: of('fail'), errors: of('error'), skipped: of('skip') };
}

function amounts({ points: { earned, possible } }: Pick<CheckResult, 'points'>) {
  return { earned: points(earned), possible: points(possible) };
}
