import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../grader/contract/result.ts';
import {
  exerciseResult,
  failedCheck,
  failedExercise,
  resultOf,
} from '../grader/testing/documents.ts';
import { checkFor, eventful, eventfulSaying } from '../grader/testing/reasons.ts';
import { report } from './markdown.ts';

const render = (result: Result) => report.render(result, { colour: false });

/** A page without its blocks of code: from a fence to the next line that is the same fence. */
function withoutBlocks(page: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of page.split('\n')) {
    if (fence !== null) {
      if (line === fence) fence = null;
    } else {
      fence = /^(`{3,})text$/.exec(line)?.[1] ?? null;
      if (fence === null) lines.push(line);
    }
  }
  return fence === null ? lines : [...lines, 'a block without an end'];
}

/** A line without its code: from a run of backticks to the next run of the same length. */
function withoutCode(line: string): string {
  const opening = /(?<!\\)`+/.exec(line);
  if (opening === null) return line;
  const [fence] = opening;
  const inside = opening.index + fence.length;
  const closing = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(line.slice(inside));
  if (closing === null) return line;
  const rest = line.slice(inside + closing.index + fence.length);
  return `${line.slice(0, opening.index)}(code)${withoutCode(rest)}`;
}

/** What Markdown would take for markup, line by line. */
const markupOf = (page: string) =>
  withoutBlocks(page).map((line) =>
    withoutCode(line)
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/[^\\`*_{}[\]()#+\-!|<>@~]/g, ''),
  );

/** Words that would be more than words in a page that is careless. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '[here](https://example.com)',
        '![x](x.png)',
        '<b>',
        '<!--',
        '**bold**',
        '_soft_',
        '~~gone~~',
        '`',
        '``',
        '```',
        '````text',
        '|',
        '| a | b |',
        '\\',
        '\\`',
        '@someone',
        '#12',
        '- [ ] task',
        '# title',
        '> said',
        '\n',
        '\n\n# title\n',
        '\n```\n',
        '\r\n~~~\r\n',
        '\n    code',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join('')}x`);

describe('whatever a result says is text and never markup', () => {
  test('so that no words change the markup of the page', () => {
    const expected = markupOf(render(eventfulSaying('harmless')));
    fc.assert(
      fc.property(hostile, (words) => {
        expect(markupOf(render(eventfulSaying(words)))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('an entity is shown as it was written', () => {
    const page = render(resultOf([failedExercise({ title: 'a &copy; b' })]));
    expect(page).toMatch(/a (\\&|&amp;)copy; b/);
  });

  test('nobody is mentioned, which a backslash does not prevent', () => {
    const page = render(resultOf([failedExercise()], { submission: '@someone' }));
    expect(withoutBlocks(page).map(withoutCode).join('\n')).not.toMatch(/@\w/);
  });

  test('no control character is left', () => {
    const page = render(eventfulSaying('a\u001b[2J\u0007b'));
    expect(page).not.toMatch(/[\u0007\u001b]/);
  });
});

describe('a page tells', () => {
  test('what to do next where something failed', () => {
    const failed = failedExercise({ checks: [failedCheck({ title: 'Z is right' })] });
    expect(render(resultOf([failed]))).toContain('**Next:** First, "Z is right".');
  });

  test('that all is right where it is', () => {
    expect(render(resultOf([exerciseResult()]))).toContain('Everything is right.');
  });

  test('every exercise in a row of the table', () => {
    const rows = render(eventful)
      .split('\n')
      .filter((line) => /^\| [✔✘!…]/.test(line));
    expect(rows).toEqual([
      '| ✘ not yet | 01 First | 0 of 10 |',
      '| ✔ right | 02 Second | 10 of 10 |',
    ]);
  });

  test('the checklist of the course as a list of tasks', () => {
    const network = exerciseResult({ deliverable: 'A *network*' });
    const checking = { ...failedExercise(), deliverable: 'Gradient checking' };
    const tasks = render(resultOf([network, checking])).match(/^- \[.*$/gm);
    expect(tasks).toEqual(['- [x] A \\*network\\*: done', '- [ ] Gradient checking: not yet']);
  });

  test('how many more lines a checklist has that is too long', () => {
    const lines = Array.from({ length: 123 }, (_, at) =>
      exerciseResult({ deliverable: `part ${at}` }),
    );
    expect(render(resultOf(lines))).toContain('part 119: done\n- and 3 more\n');
  });

  test('no checklist where one exercise was graded', () => {
    const page = render(resultOf([exerciseResult({ deliverable: 'A network' })]));
    expect(page).not.toContain('A network');
  });

  test('no more of an exercise that is right', () => {
    expect(render(resultOf([exerciseResult()]))).not.toContain('## ');
  });

  test('what came back, as code, because a student may have shaped it', () => {
    const failed = failedExercise({ checks: [checkFor('file-missing')] });
    expect(render(resultOf([failed]))).toContain('` There is no first.ts in this submission. `');
  });

  test('the hint of a mistake that was named', () => {
    expect(render(eventful)).toContain('What is divided by m?');
  });

  test('what the code printed, as it was printed', () => {
    expect(render(eventful)).toContain('```text\none line\nand another\n```');
  });

  test('with which seed it was made', () => {
    expect(render(resultOf([exerciseResult()], { seed: '42' }))).toContain('seed 42');
  });
});

test('the page ends with one line break', () => {
  expect(render(eventful)).toMatch(/[^\n]\n$/);
});

test('the time that grading took changes no letter of the page', () => {
  expect(render({ ...eventful, timings: { run: 12 } })).toBe(render(eventful));
});

test('what is not right any more is told, where an older result is given', () => {
  const before = resultOf([exerciseResult()]);
  const text = report.render(resultOf([failedExercise()]), { colour: false, since: before });
  expect(text).toContain('right before, and not now: 01: Z agrees');
});
