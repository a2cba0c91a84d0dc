import { describe, expect, test } from 'vitest';
import { thousandths } from '../grader/contract/identity.ts';
import type { Result } from '../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
  SECOND,
} from '../grader/testing/documents.ts';
import {
  checkFor,
  eventful,
  eventfulSaying,
  freeFields,
  saying,
} from '../grader/testing/reasons.ts';
import { report } from './terminal.ts';

const render = (result: Result) => report.render(result, { colour: false });

describe('a terminal obeys nothing that a result says', () => {
  // A result may come from a student's own repository: no text in it is ours.
  test.each([...freeFields(eventful)])('at %s', (_, places) => {
    expect(render(saying(eventful, places, 'a\u001b[2J\u0007\rb'))).not.toMatch(/[\u0007\u001b\r]/);
  });
});

describe('colours', () => {
  test('are shown where they are understood', () => {
    expect(report.render(eventful, { colour: true })).toContain('\u001b[31m');
  });

  test('change no word', () => {
    const coloured = report.render(eventful, { colour: true });
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(eventful));
  });
});

describe('a summary tells', () => {
  const lines = (result: Result) =>
    render(result)
      .split('\n')
      .map((line) => line.trim());

  test('the total', () => {
    const points = { earned: thousandths(2.5), possible: thousandths(10) };
    expect(render(resultOf([failedExercise()], { points }))).toMatch(/^Total +2\.5 \/ 10$/m);
  });

  test('what to do next where something failed', () => {
    const failed = failedExercise({ slug: SECOND, checks: [failedCheck({ title: 'Z is right' })] });
    expect(lines(resultOf([failed]))).toContain('Next: 02-second, "Z is right".');
  });

  test('that all is right where it is', () => {
    expect(lines(resultOf([exerciseResult()]))).toContain('Everything is right.');
  });

  test('nothing of the checks of an exercise that is right', () => {
    expect(render(resultOf([exerciseResult()]))).not.toContain('Z agrees');
  });

  test('how many checks are right', () => {
    const half = failedExercise({ checks: [checkResult(), failedCheck()] });
    expect(lines(resultOf([half]))).toContain('1 of 2 checks are right');
  });

  test('the same reason of neighbours once', () => {
    const checks = ['one', 'two'].map((title) => ({ ...checkFor('file-missing'), title }));
    const text = render(resultOf([failedExercise({ checks })]));
    expect(text.split('There is no first.ts').length - 1).toBe(1);
  });

  test('a mistake once, however many checks look like it', () => {
    const mistakes = [
      { id: 'factor', title: 'the factor m is forgotten', hint: 'What of m?', shownBy: [] },
    ];
    const looksLike = { means: { mistake: 'factor', waitsFor: null } };
    const checks = [failedCheck(looksLike), checkFor('threw'), failedCheck(looksLike)];
    const text = render(resultOf([failedExercise({ mistakes, checks })]));
    expect(text.split('Looks like').length - 1).toBe(1);
  });

  test('the first lines of what the code printed', () => {
    const printed = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n');
    const shown = lines(resultOf([failedExercise({ printed })])).filter((line) =>
      line.startsWith('line '),
    );
    expect(shown).toEqual(Array.from({ length: 8 }, (_, line) => `line ${line}`));
  });
});

describe('lines keep to the width of a terminal', () => {
  const longest = (result: Result) =>
    Math.max(
      ...render(result)
        .split('\n')
        .map((line) => line.length),
    );

  test('whatever happened', () => {
    expect(longest(eventful)).toBeLessThanOrEqual(78);
  });

  // A word without a blank, and one whose characters are two code units each.
  test.each(['x'.repeat(600), '🎉'.repeat(300)])('with a long word at any place', (word) => {
    for (const [, places] of freeFields(eventful)) {
      expect(longest(saying(eventful, places, word))).toBeLessThanOrEqual(78);
    }
  });

  test('and no character is broken in two', () => {
    const text = render(eventfulSaying(`a${'🎉'.repeat(300)}`));
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  test('and nothing of a long word is lost', () => {
    const message = 'y'.repeat(200);
    const thrown = { name: 'Error', message };
    const check = { ...checkFor('threw'), got: got({ thrown }) };
    const text = render(resultOf([failedExercise({ checks: [check] })]));
    expect(text.replace(/[^y]/g, '')).toBe(message);
  });
});

test('the time that grading took changes no letter of the summary', () => {
  expect(render({ ...eventful, timings: { run: 12 } })).toBe(render(eventful));
});

test('what is newly right is told, where an older result is given', () => {
  const before = resultOf([failedExercise()]);
  const text = report.render(resultOf([exerciseResult()]), { colour: false, since: before });
  expect(text).toContain('Since your last report:\n  newly right: 01: Z agrees with the reference');
});
