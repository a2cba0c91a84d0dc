import { describe, expect, test } from 'vitest';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { doubtful, sound, verificationSaying } from '../../grader/testing/verification.ts';
import { renderVerification } from './page.ts';

/** Names of all elements of a page, in their order. */
const tagsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag);

/** A page without its style sheet, as words in one line. */
const wordsOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of a proof', () => {
  test('says in its first lines that everything holds', () => {
    expect(wordsOf(renderVerification(sound))).toContain(
      '✔ Everything holds that was tried: 1 claim about 1 exercise.',
    );
  });

  test('says in its first lines that something does not', () => {
    expect(wordsOf(renderVerification(doubtful))).toContain('✘ 1 claim of 2 does not hold.');
  });

  test('tells a breach before all that was tried', () => {
    const words = wordsOf(renderVerification(doubtful));
    expect(words.indexOf('It is far from wrong.')).toBeLessThan(words.indexOf('Right programs'));
  });

  test('praises nothing that does not hold', () => {
    const claims = doubtful.exercises[0]?.claims.map((claim) => ({ ...claim, holds: false })) ?? [];
    const exercises = doubtful.exercises.map((exercise) => ({ ...exercise, claims }));
    const words = wordsOf(renderVerification({ ...doubtful, exercises }));
    expect(words).not.toContain('All of them earn full marks');
  });

  test('counts what slipped through', () => {
    expect(wordsOf(renderVerification(doubtful))).toContain(
      '1,234 small mistakes were made in the solutions by rule, one at a time: 1,232 lose points, 1 change nothing that matters, each with its reason below, and 1 slipped through.',
    );
  });

  test('shows what slipped through unfolded, with its lines', () => {
    const page = renderVerification(doubtful);
    expect(page).toMatch(
      /<details class="exercise" open>\n<summary class="fail">Changes that slipped through/,
    );
    expect(wordsOf(page)).toContain(
      'It answers otherwise, and within the tolerance of every check.',
    );
  });

  test('shows the tables of any claim', () => {
    expect(renderVerification(doubtful)).toMatch(
      /<caption>some words<\/caption>\n.*<th scope="col">check<\/th>/,
    );
  });

  test('is silent on mutants where none was tried', () => {
    expect(wordsOf(renderVerification(sound))).not.toContain('a mistake that nobody thought of');
  });

  test('says what a quick run left out', () => {
    expect(wordsOf(renderVerification(sound))).toContain('What this quick run left out some words');
  });

  test.each(HOSTILE_WORDS.map((words) => [words.slice(0, 60), words]))(
    'is made of the same elements with %j in it',
    (_, words) => {
      const lines = (text: string) => renderVerification(verificationSaying(text));
      // Lines of a difference are elements of their own.
      expect(tagsOf(lines(words.replace(/\s+/g, ' ')))).toEqual(tagsOf(lines('harmless')));
    },
  );
});
