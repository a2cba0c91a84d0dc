import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../grader/contract/result.ts';
import {
  exerciseResult,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { EVENTFUL_TEXTS, eventful, eventfulSaying } from '../grader/testing/reasons.ts';
import { report } from './html.ts';

const render = (result: Result) => report.render(result, { colour: false });

const TAG = /<[^>]*>/g;

/**
 * The tags of a page with their attributes, in order; what stands between them is
 * left out.
 */
const tagsOf = (page: string) => page.replace(/<style>.*<\/style>/s, '').match(TAG) ?? [];

/** A page without what follows the words: the colours of a listing, and the ticks that have room. */
const withoutFitting = (page: string) => page.replace(/<(code|svg)\b.*?<\/\1>/gs, '');

/** A tag without the values that may hold words or depend on their length: its name and its attributes. */
const skeletonOf = (tag: string) =>
  tag.replace(/ ([\w-]+)="([^"]*)"/g, (_, name, value) =>
    /^(class|id|href|role|tabindex)$/.test(name) ? ` ${name}="${value}"` : ` ${name}`,
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&amp;': '&',
};

/** What a reader sees of markup. */
const readable = (markup: string) =>
  markup
    .replace(TAG, '')
    .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? `(unknown entity ${entity})`);

/** Words that would break out of a page that is careless. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '" onclick="alert(1)',
        "' onclick='alert(1)",
        '</td></table>',
        '</style>',
        '</title>',
        '<!--',
        '-->',
        '<![CDATA[',
        '&lt;b&gt;',
        '&amp',
        '{{seed}}',
        '{{{style}}}',
        '\\',
        '`',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  // A text of blanks alone is left out of the page, tags and all.
  .map((parts) => `x${parts.join('')}x`);

describe('whatever a result says is text and never markup', () => {
  test('in a page with something at every free place of the document', () => {
    expect(EVENTFUL_TEXTS.length).toBeGreaterThan(100);
  });

  test('so that no words change the tags of the page', () => {
    const shape = (words: string) =>
      tagsOf(withoutFitting(render(eventfulSaying(words)))).map(skeletonOf);
    const expected = shape('harmless');
    fc.assert(
      fc.property(hostile, (words) => {
        expect(shape(words)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('and is read as it was said', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const page = render(eventfulSaying(words));
        const shown = /<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? '';
        expect(readable(shown)).toBe(`Feedback for ${words}`);
      }),
      { numRuns: 50 },
    );
  });

  test('and obeys nothing that a terminal or a text editor would', () => {
    const page = render(
      resultOf([failedExercise({ printed: 'a\u001b[2Jb\u202ec' })], { submission: 'a\u0007da' }),
    );
    expect(page).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});

describe('the page asks nothing of anyone', () => {
  const page = render(eventful);

  test('it allows its own style sheet and nothing else', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(readable(policy)).toMatch(
      new RegExp(`^default-src 'none'; style-src 'sha256-${hash.replace(/[+/]/g, '\\$&')}';`),
    );
  });

  test.each([/<script/i, /\ssrc=/i, /\son\w+=/i, /<link/i, /https?:/i, /@import/i, /url\(/i])(
    'it has no %s',
    (pattern) => {
      expect(page).not.toMatch(pattern);
    },
  );

  test('its links lead to places in it', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/\shref="#([^"]*)"/g)].map(([, target]) => target);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test('no two places in it have one name', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the tags of the page', () => {
  const VOID = new Set(['meta', 'link', 'br', 'img', '!DOCTYPE']);

  test.each([
    ['where everything happened', eventful],
    ['where everything is right', resultOf([exerciseResult()])],
    ['where there are no exercises', resultOf([])],
  ])('are closed in the order in which they were opened, %s', (_, result) => {
    const open: string[] = [];
    const wrong: string[] = [];
    for (const tag of tagsOf(render(result))) {
      const [, slash, name = ''] = /^<(\/?)([!\w]+)/.exec(tag) ?? [];
      if (slash === '/') {
        if (open.pop() !== name) wrong.push(tag);
      } else if (!VOID.has(name) && !tag.endsWith('/>')) {
        open.push(name);
      }
    }
    expect([wrong, open]).toEqual([[], []]);
  });
});

describe('a page tells', () => {
  const page = (result: Result) => readable(render(result).replace(/<style>.*<\/style>/s, ''));

  test('what to do next where something failed', () => {
    const failed = failedExercise({ checks: [failedCheck({ title: 'Z is right' })] });
    expect(page(resultOf([failed]))).toMatch(/What to do next\s+01 First: Z is right/);
  });

  test('that all is right where it is', () => {
    expect(page(resultOf([exerciseResult()]))).toContain('Everything is right');
  });

  test('the points of each exercise', () => {
    expect(page(resultOf([failedExercise()]))).toContain('0 of 10 points');
  });

  test('the hint of a mistake that was named', () => {
    expect(page(eventful)).toContain('What is divided by m?');
  });

  test('what the code printed', () => {
    expect(page(eventful)).toContain('one line\nand another');
  });

  test('what the compiler advises', () => {
    expect(page(eventful)).toContain('▲ A string is no number.');
  });

  test('how to do it again, and where', () => {
    expect(page(resultOf([exerciseResult()], { seed: 'week-3' }))).toContain(
      'In the repository of the course, run npx chainrule grade <folder of the submission> --seed week-3 --exercise 01.',
    );
  });

  test('how near the worst entry came, where that is a number', () => {
    expect(page(resultOf([failedExercise()]))).toContain('2.5e+8 times what is allowed');
    const check = failedCheck({ got: got({ margin: 'NaN' }) });
    expect(page(resultOf([failedExercise({ checks: [check] })]))).toContain('NaN times what');
  });
});

test('the time that grading took changes no letter of the page', () => {
  expect(render({ ...eventful, timings: { run: 12 } })).toBe(render(eventful));
});
