import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTo } from './link.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '..',
        '.',
        'javascript:',
        'https:',
        '?',
        '#',
        '\\',
        '%2e%2e',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''));

describe('a link', () => {
  test.each([
    ['ada/feedback.html', 'ada/feedback.html'],
    ['a b/ü.html', 'a%20b/%C3%BC.html'],
    ['what?/#1.html', 'what%3F/%231.html'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['//evil.test/x', 'evil.test/x'],
    ['../../etc/passwd', 'etc/passwd'],
    ['./ada.html', 'ada.html'],
    ['a\u202eb', 'a%E2%80%AEb'],
    ['half \ud800', 'half%20%EF%BF%BD'],
  ])('to %j is %s', (page, link) => {
    expect(linkTo(page)).toBe(link);
  });

  test.each([null, '', '/', '..', './..'])('to %j is none', (page) => {
    expect(linkTo(page)).toBeNull();
  });

  test('leads to a page beneath this one, whatever a student is called', () => {
    fc.assert(
      fc.property(hostile, (page) => {
        const link = linkTo(page) ?? '';
        const { origin, pathname, search, hash } = new URL(
          link,
          'https://class.test/out/index.html',
        );
        expect({ origin, search, hash }).toEqual({
          origin: 'https://class.test',
          search: '',
          hash: '',
        });
        expect(pathname.startsWith('/out/')).toBe(true);
      }),
    );
  });
});
