import { describe, expect, test } from 'vitest';
import type { Result } from '../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  facts,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { checkFor, eventful } from '../grader/testing/reasons.ts';
import { report } from './sarif.ts';

const render = (result: Result, submissionAt = '') =>
  JSON.parse(report.render(result, { colour: false, submissionAt })).runs[0];
const resultsOf = (...checks: Parameters<typeof failedCheck>[0][]) =>
  render(resultOf([failedExercise({ checks: checks.map(failedCheck) })])).results;
const placeOf = (finding: {
  readonly locations: readonly [{ readonly physicalLocation: unknown }];
}) => finding.locations[0].physicalLocation;

describe('a finding', () => {
  test.each([
    ['file-missing', 'error'],
    ['reference-failed', 'warning'],
    ['waits-for-exercise', 'note'],
  ] as const)('about %s is of the level %s', (reason, level) => {
    expect(resultsOf(checkFor(reason))).toMatchObject([{ ruleId: reason, level }]);
  });

  test('is none where a check passed', () => {
    expect(render(resultOf([exerciseResult()])).results).toEqual([]);
  });

  test('says which check it is about, and what came back', () => {
    expect(resultsOf({ ...checkFor('file-missing'), title: 'Z is right' })[0].message.text).toBe(
      '01 First: Z is right. There is no first.ts in this submission.',
    );
  });

  test('stands at the place that the check names', () => {
    const place = { line: 3, column: 5 };
    expect(placeOf(resultsOf({ got: got({ place }) })[0])).toEqual({
      artifactLocation: { uri: 'exercises/01-first/first.ts' },
      region: { startLine: 3, startColumn: 5 },
    });
  });

  test('stands at a line alone where that is all that is known', () => {
    const place = { line: 3, column: null };
    expect(placeOf(resultsOf({ got: got({ place }) })[0])).toMatchObject({
      region: { startLine: 3 },
    });
  });

  test('stands at the first line where no line is known', () => {
    expect(placeOf(resultsOf({})[0])).toMatchObject({ region: { startLine: 1 } });
  });

  test('is one where many checks say the same of one place', () => {
    const [finding, ...others] = resultsOf(
      ...['a', 'b', 'c'].map((title) => ({ ...checkFor('syntax-error'), title })),
    );
    expect(others).toEqual([]);
    expect(finding.message.text).toMatch(/^01 First: 3 checks\. first\.ts cannot be read/);
  });

  test('is another one where checks say something else', () => {
    expect(resultsOf(checkFor('threw'), checkFor('timed-out'))).toHaveLength(2);
  });
});

test('advice of the compiler is a note that costs no points', () => {
  const advice = [{ line: 3, column: 1, code: 2322, message: 'A string is no number.' }];
  const exercise = exerciseResult({ facts: facts({ advice }), checks: [checkResult()] });
  const { results } = render(resultOf([exercise]), 'ada');
  expect(results).toMatchObject([
    { ruleId: 'TS2322', level: 'note', message: { text: 'A string is no number.' } },
  ]);
  expect(placeOf(results[0])).toEqual({
    artifactLocation: { uri: 'ada/exercises/01-first/first.ts' },
    region: { startLine: 3, startColumn: 1 },
  });
});

test('every finding has its rule, and every rule is there once', () => {
  const { results, tool } = render(eventful);
  const rules = tool.driver.rules.map(({ id }: { readonly id: string }) => id);
  expect(results.map((each: { readonly ruleIndex: number }) => rules[each.ruleIndex])).toEqual(
    results.map((each: { readonly ruleId: string }) => each.ruleId),
  );
  expect(new Set(rules).size).toBe(rules.length);
});

test.each([
  ['exercises/01 first/größe.ts', 'exercises/01%20first/gr%C3%B6%C3%9Fe.ts'],
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['//evil.test/x.ts', 'evil.test/x.ts'],
  ['a?b#c.ts', 'a%3Fb%23c.ts'],
])('the address of a file leads into the repository: %s', (path, uri) => {
  const { results } = render(resultOf([failedExercise({ path })]));
  expect(placeOf(results[0])).toMatchObject({ artifactLocation: { uri } });
});
