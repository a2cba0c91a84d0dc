import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkResult, facts, failedCheck, failedExercise } from '../../grader/testing/documents.ts';
import { hintsOf, rungsOf } from './hints.ts';

const MISTAKE = { id: 'factor', title: 'm is forgotten', hint: 'By what?', shownBy: [] };

const exercise = failedExercise({
  mistakes: [MISTAKE],
  facts: facts({ exports: [{ name: 'forward', parameters: 1, line: 3, last: 5 }] }),
});

const named = failedCheck({ means: { mistake: 'factor', waitsFor: null } });

test('of a known mistake the title is told at once, and its question is the first to be opened', () => {
  const hints = hintsOf(named, exercise);
  expect([hints?.looksLike, hints && rungsOf(hints)[0]?.words]).toEqual([
    'm is forgotten',
    'By what?',
  ]);
});

test('where no known mistake is named, it is told at once what the numbers look like', () => {
  const signatures = [{ kind: 'transposed', outputs: ['Z'], exact: true }] as const;
  const hints = hintsOf(
    failedCheck({ means: { mistake: null, waitsFor: null, signatures } }),
    exercise,
  );
  expect([hints?.looksLike, hints && rungsOf(hints)[0]?.words]).toEqual([
    "Z holds the numbers of the reference, with rows and columns in each other's place",
    expect.stringMatching(/^The numbers themselves are right/),
  ]);
});

test('hints go from the question to the place to the lesson', () => {
  const hints = hintsOf(named, exercise);
  expect(hints && rungsOf(hints).map(({ words }) => words)).toEqual([
    'By what?',
    'forward in first.ts, lines 3 to 5',
    expect.stringContaining('exercises/01-first/README.md'),
  ]);
});

test('a check that is right has no hints', () => {
  expect(hintsOf(checkResult(), exercise)).toBeNull();
});

test('hints are worded as on the page', async () => {
  const file = path.join(import.meta.dirname, '../../templates/ladder.hbs');
  const template = (await readFile(file, 'utf8')).replace(/\{\{.*?\}\}|<.*?>/g, '');
  const hints = hintsOf(named, exercise);
  for (const { title } of hints === null ? [] : rungsOf(hints)) expect(template).toContain(title);
});
