import { describe, expect, test } from 'vitest';
import { quoted, visible } from './quoted.ts';

describe('a name in a message', () => {
  test.each([
    ['is in quotes', 'Ada Byron', '"Ada Byron"'],
    ['keeps letters of every script', 'Größe 李明', '"Größe 李明"'],
    ['cannot close its quotes', 'a" b', '"a\\" b"'],
    ['stays on one line', 'a\nb\u2028c', '"a\\u{a}b\\u{2028}c"'],
    ['commands no terminal', '\u001b[2J', '"\\u{1b}[2J"'],
    ['does not turn the text around', '\u202egnp.exe', '"\\u{202e}gnp.exe"'],
    ['has no half of a character', '\ud800', '"\\u{d800}"'],
    ['is cut where it is long', 'x'.repeat(101), `"${'x'.repeat(100)}..."`],
  ])('%s', (_, name, shown) => {
    expect(quoted(name)).toBe(shown);
  });

  test('may stand without quotes', () => {
    expect(visible('a\0b')).toBe('a\\u{0}b');
  });
});
