import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, fitted, pieces, wrapped } from './cells.ts';

describe('cells', () => {
  test.each([
    ['plain', 5],
    ['naïve', 5],
    ['nai\u0308ve', 5],
    ['漢字', 4],
    ['✘ ✔ …', 5],
    ['👩‍👩‍👧', 2],
    ['', 0],
  ])('of "%s" are counted as a terminal draws them', (text, width) => {
    expect(cells(text)).toBe(width);
  });
});

test('a text is never cut within a sign', () => {
  expect(pieces('漢字漢', 3)).toEqual(['漢', '字', '漢']);
});

test('a text that is too long ends in a mark that there is more', () => {
  expect([fitted('abcdef', 4), fitted('abcd', 4)]).toEqual(['abc…', 'abcd']);
});

test('a word that is longer than a line is broken', () => {
  expect(wrapped('a bcdefgh i', 4)).toEqual(['a', 'bcde', 'fgh', 'i']);
});

test('no line is ever wider than its room, and no visible sign that fits is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, room) => {
      const lines = wrapped(text, room);
      const bare = (words: string) => words.replaceAll(' ', '');
      expect(lines.every((line) => cells(line) <= room)).toBe(true);
      expect(bare(lines.join(''))).toBe(bare(text));
    }),
  );
});
