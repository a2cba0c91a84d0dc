import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import { COMMANDING_WORDS } from '../../grader/testing/commanding-words.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { eventfulSaying } from '../../grader/testing/reasons.ts';
import { MORE_THAN_TEXT, shownMarkdown } from '../../grader/testing/shown-markdown.ts';
import { report as comment } from '../comment.ts';
import { report as markdown } from '../markdown.ts';
import { report as summary } from '../summary.ts';
import type { Report } from '../words/report.ts';

const MARKUP: readonly string[] = [
  '[here](https://example.com)',
  '[here]: https://example.com',
  '![x](https://example.com/x.png)',
  '<https://example.com>',
  'https://example.com/a?b=c',
  'http://example.com',
  'www.example.com',
  'mail@example.com',
  'mailto:mail@example.com',
  'xmpp:mail@example.com',
  '@someone',
  '@org/team',
  '#12',
  'owner/name#12',
  'GH-12',
  'CVE-2024-12345',
  'GHSA-abcd-efgh-ijkl',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  'owner/name@deadbeef1',
  ':shipit:',
  ':+1:',
  '<!-- chainrule: feedback -->',
  '<details open>',
  '</summary></details>',
  '<table><tr><td>',
  '**bold** _soft_ ~~gone~~',
  '`',
  '``',
  '```',
  '````text',
  '~~~',
  '|',
  '\\|',
  '| a | b |\n|---|---|\n| c | d |',
  '\\',
  '\n\n# title\n',
  '\n===\n',
  '\n---\n',
  '\n\n    code\n',
  '- [ ] task',
  '1. one',
  '> [!NOTE]\n> said',
  '[^1]: note',
  '[^1]',
  '$x$ and $$y$$',
  '&copy; &#64;someone &commat;someone',
];

const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
      fc.constantFrom(...HOSTILE_WORDS, ...COMMANDING_WORDS),
      fc.constantFrom('\n', '\r\n', ' ', '\t', '\u2028'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `x${parts.join('')}x`);

const found = (prose: string) =>
  MORE_THAN_TEXT.flatMap(([what, pattern]) =>
    (prose.match(new RegExp(pattern, 'gi')) ?? []).map((words) => `${what}: ${words}`),
  );

/** The same result with every outcome turned, so that a report has changes to tell. */
const turned = (result: Result): Result => ({
  ...result,
  exercises: result.exercises.map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => ({
      ...check,
      status: check.status === 'pass' ? 'fail' : 'pass',
    })),
  })),
});

const shownBy = (report: Report) => (result: Result) =>
  shownMarkdown(report.render(result, { colour: false, since: turned(result) }));

test.each([
  ['summary', summary],
  ['comment', comment],
  ['page of Markdown', markdown],
])('whatever a result says is text and nothing more in the %s', (_, report) => {
  const shown = shownBy(report);
  const harmless = shown(eventfulSaying('harmless'));
  expect(found(harmless.prose)).toEqual([]);
  fc.assert(
    fc.property(words, (said) => {
      const { tags, prose } = shown(eventfulSaying(said));
      expect(tags).toEqual(harmless.tags);
      expect(found(prose)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

describe('in the comment, where all kinds of text are,', () => {
  const shown = shownBy(comment);
  const { tags: expected } = shown(eventfulSaying('harmless'));

  test.each([...MARKUP, ...HOSTILE_WORDS])('%j is text', (said) => {
    const { tags, prose } = shown(eventfulSaying(`x ${said} x`));
    expect(tags).toEqual(expected);
    expect(found(prose)).toEqual([]);
  });
});
