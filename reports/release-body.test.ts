import { expect, test } from 'vitest';
import type { Result } from '../grader/contract/result.ts';
import { failedCheck, failedExercise, got, resultOf } from '../grader/testing/documents.ts';
import { eventful } from '../grader/testing/reasons.ts';
import { report as markdown } from './markdown.ts';
import { report } from './release-body.ts';

const render = (result: Result) => report.render(result, { colour: false });

test('the text of a release is the page of Markdown', () => {
  expect(render(eventful)).toBe(markdown.render(eventful, { colour: false }));
});

test('what the code printed goes first where it would be too long', () => {
  const text = render(resultOf([failedExercise({ printed: 'x'.repeat(200_000) })]));
  expect(text).not.toContain('Your code printed');
  expect(text).toContain('Z agrees with the reference');
});

test('the total and the table stay, however much failed', () => {
  const thrown = { name: 'Error', message: '∂'.repeat(5000) };
  const checks = Array.from({ length: 300 }, () =>
    failedCheck({ reason: 'threw', got: got({ thrown }) }),
  );
  const text = render(resultOf([failedExercise({ checks })]));
  expect(text.length).toBeLessThan(125_000);
  expect(text).toContain('| ✘ not yet | 01 First | 0 of 10 |');
});
