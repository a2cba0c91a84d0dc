import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, nameInWords } from './clip.ts';

describe('a clipped text', () => {
  test('is as it was where it is short', () => {
    expect(clipped('dW1 is not averaged', 40)).toBe('dW1 is not averaged');
  });

  test('ends in an ellipsis where it is not', () => {
    expect(clipped('dW1 is not averaged', 8)).toBe('dW1 is n…');
  });

  test('is in one line', () => {
    expect(clipped('two\n  lines ', 40)).toBe('two lines');
  });

  test('does not cut a character in two', () => {
    expect(clipped('🎉🎉🎉', 2)).toBe('🎉🎉…');
  });

  test('is never longer than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        expect([...clipped(text, most)].length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});

describe('a name', () => {
  test.each(['ada', 'Größe', 'שלום', '🎉', '-'])('such as %j is shown', (name) => {
    expect(nameInWords(name)).toBe(name);
  });

  test.each(['', ' ', '\n', '\u200b', '\u2060\u00ad'])(
    'without anything to see, %j, is said to be none',
    (name) => {
      expect(nameInWords(name)).toBe('(no name)');
    },
  );

  test('of ten thousand characters is shortened', () => {
    expect(nameInWords('x'.repeat(10_000))).toBe(`${'x'.repeat(60)}…`);
  });
});
