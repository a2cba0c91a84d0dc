import { describe, expect, test } from 'vitest';
import { inert, quiet } from './inert.ts';

const visible = (text: string) => text.replaceAll('\u2060', '');

describe('inert text', () => {
  test.each([
    ['a tag', '<b>', /<b/],
    ['the end of a tag', '</details>', /<\//],
    ['a comment', '<!-- x -->', /<!/],
    ['an entity', '&lt;b&gt;', /&lt/],
    ['a numbered entity', '&#60;', /&#/],
    ['a mention', '@someone', /@s/],
    ['an issue', 'mends #12', /#1/],
    ['a link', '[here](javascript:alert(1))', /\]\(/],
    ['a link to a reference', '[here][there]', /\]\[/],
    ['a reference', '[there]: https://evil.test', /\]:/],
    ['a picture', '![x](https://evil.test/x.png)', /\]\(/],
    ['an address', 'https://evil.test', /:\/\//],
    ['an address in short', 'WWW.evil.test', /www\./i],
    ['a command of a log', '::notice title=Autograding complete::Points 9/9', /::/],
    ['an older command of a log', 'x ##[error]y', /##\[/],
  ])('holds no %s, and looks as it did', (_, text, markup) => {
    expect(text).toMatch(markup);
    expect(inert(text)).not.toMatch(markup);
    expect(visible(inert(text))).toBe(text);
  });

  test('leaves alone what is no more than text', () => {
    const words = 'dW1.get(0, 0) is 2.5, a < b & c > d: [1, 2] (3) 50 % @ # :';
    expect(inert(words)).toBe(words);
  });
});

test('quiet text keeps its markup', () => {
  expect(quiet('students/@ada/<b>.ts')).toBe('students/@ada/<b>.ts');
});

test.each(['::error::x', ' ::add-mask::x', 'x ##[group]y', '###[error]'])(
  'no log obeys quiet text: %j',
  (text) => {
    expect(quiet(text)).not.toMatch(/::|##\[/);
  },
);
