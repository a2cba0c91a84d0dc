import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import {
  exerciseResult,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import { eventful, eventfulSaying } from '../../grader/testing/reasons.ts';
import { type ClassMember, renderClass } from './page.ts';

const member = (result: Result): ClassMember => ({
  result,
  page: `${result.submission}/feedback.html`,
  instructorPage: `${result.submission}/instructor.html`,
});
const named = (submission: string, own: Partial<Result> = {}) =>
  member(resultOf([failedExercise(), exerciseResult({ slug: SECOND })], { submission, ...own }));
const render = (...members: readonly ClassMember[]) => renderClass(members, { title: 'Autumn' });

const TAG = /<[^>]*>/g;
/** The names of the tags of a page, in order; style sheet and script are left out. */
const tagsOf = (page: string) =>
  (page.replace(/<(style|script)>.*?<\/\1>/gs, '').match(TAG) ?? []).map(
    (tag) => /^<\/?[a-z0-9]+/.exec(tag)?.[0],
  );
const idsOf = (page: string) => [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
const hrefsOf = (page: string) => [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

const everything = render(
  member({ ...eventful, timings: { run: 100 } }),
  named('ada', { timings: { run: 200, judge: 300 } }),
  named('bob'),
);

describe('whatever a result says is text and never markup', () => {
  const whole = (words: string) => {
    const result = eventfulSaying(words);
    return renderClass([{ result, page: `${words}.html`, instructorPage: words }], {
      title: words,
    });
  };
  const expected = tagsOf(whole('harmless'));

  test.each([
    '<script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '" onclick="alert(1)',
    "' onclick='alert(1)",
    '</td></tr></table>',
    '</style></title>',
    '<!-- -->',
    '&lt;b&gt;',
    '{{title}} {{{style}}}',
    'javascript:alert(1)',
    '🎉👩‍👩‍👧',
    'two\nlines',
    'x'.repeat(10_000),
  ])('so that no words change the tags of the page: %j', (words) => {
    expect(tagsOf(whole(words))).toEqual(expected);
  });

  test('nor do any others', () => {
    const words = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => `x${text}`);
    fc.assert(
      fc.property(words, (text) => {
        expect(tagsOf(whole(text))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('and nothing in it is obeyed by an editor', () => {
    expect(render(named('a\u202eb\u001b[2J\u0007c'))).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  test('and a row stays a row, however long a name is', () => {
    expect(render(named('x'.repeat(10_000))).replace(/href="[^"]*"/g, '')).not.toMatch(/x{100}/);
  });

  test('and no link leads anywhere else', () => {
    const page = render(named('javascript:alert(1)//'), named('//evil.test'), named('../..'));
    expect(hrefsOf(page).filter((href) => !/^(#[a-z0-9-]+|[^:]+\.html)$/.test(href ?? ''))).toEqual(
      [],
    );
    expect(hrefsOf(page).filter((href) => /^\/|\.\.|javascript:/.test(href ?? ''))).toEqual([]);
  });
});

describe('the page asks nothing of anyone', () => {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(everything) ?? [];
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(everything) ?? [];
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(everything) ?? [];
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('it allows its one style sheet and its one script and nothing else', () => {
    expect(policy.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=')).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(everything.match(/<style/g)).toHaveLength(1);
    expect(everything.match(/<script/g)).toHaveLength(1);
  });

  test('its script does not end before its end', () => {
    expect(script).toMatch(/\}\)\(\);\s*$/);
  });

  const markup = everything.replace(/<(style|script)>.*?<\/\1>/gs, '');
  test.each([/\ssrc=/i, /\son\w+=/i, /\sstyle=/i, /<link/i, /https?:/i, /url\(/i])(
    'it has no %s',
    (pattern) => {
      expect(markup).not.toMatch(pattern);
    },
  );
});

describe('the same class gives the same bytes', () => {
  const members = [
    named('bob'),
    named('ada'),
    member(eventful),
    named('ada', { seed: '7' }),
    named(''),
  ];

  test('in whatever order it is given', () => {
    const expected = render(...members);
    fc.assert(
      fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (shuffled) => {
        expect(render(...shuffled)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('and the timings are all that differs from run to run', () => {
    const run = (time: number) =>
      render(named('ada', { timings: { run: time } })).replace(
        /<td class="points">[\d.]+ s<\/td>/g,
        '',
      );
    expect(run(100)).toBe(run(2345));
  });
});

describe('the page is one document', () => {
  test('no two elements have the same id', () => {
    expect(new Set(idsOf(everything)).size).toBe(idsOf(everything).length);
  });

  test('every link within the page leads somewhere', () => {
    const anchors = hrefsOf(everything).flatMap((href) =>
      href?.startsWith('#') ? href.slice(1) : [],
    );
    expect(anchors.filter((anchor) => !idsOf(everything).includes(anchor))).toEqual([]);
  });

  test('it has one main heading', () => {
    expect(everything.match(/<h1/g)).toHaveLength(1);
  });

  test('every table has a caption', () => {
    expect(everything.match(/<caption/g)?.length).toBe(everything.match(/<table/g)?.length);
  });
});

describe('a section is left out where it would be empty', () => {
  test.each([
    ['errors', 'id="review"', [named('ada')]],
    ['mistakes', 'id="mistakes"', [named('ada')]],
    ['timings', 'id="timings"', [named('ada')]],
  ] as const)('%s', (_, section, members) => {
    expect(render(...members)).not.toContain(section);
    expect(everything).toContain(section);
  });
});

describe('a class', () => {
  test('of nobody has a page that says so', () => {
    const page = render();
    expect(page).toContain('No submission has been graded yet.');
    expect(page).not.toContain('<table');
  });

  test('of one is a class', () => {
    const page = render(named('ada'));
    expect(page).toContain('<p class="score">1 submission, for the instructor</p>');
    expect(page).toContain('too few submissions to tell');
  });

  test('with different exercises has a blank where one lacks', () => {
    const page = render(named('ada'), member(resultOf([failedExercise()], { submission: 'bob' })));
    expect(
      page.match(/not in this submission&#x27;s result|not in this submission's result/g),
    ).toHaveLength(1);
  });

  test('has a title even where none is given', () => {
    expect(renderClass([], { title: ' \n' })).toContain('<h1>Class</h1>');
  });
});
