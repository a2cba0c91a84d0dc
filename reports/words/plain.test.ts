import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, plain, plainThroughout } from './plain.ts';

/** Texts with more control characters than chance would have in them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom('\r\n', '\r', '\n', ' ', '\u001b[31m', '\u202e'),
    ),
  )
  .map((parts) => parts.join(''));

/** What a terminal obeys. */
const CONTROLS = /[\p{Cc}]/u;

describe('plain text', () => {
  test('has no control character but the end of a line', () => {
    fc.assert(fc.property(anyText, (text) => !CONTROLS.test(plain(text).replaceAll('\n', ''))));
  });

  const marks = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => /\p{Bidi_Control}/u.test(character),
  );

  test.each(marks.map((mark) => [mark.charCodeAt(0).toString(16).padStart(4, '0'), mark]))(
    'has no mark that turns the direction of writing: U+%s',
    (_, mark) => {
      expect(plain(`a${mark}b`)).not.toContain(mark);
    },
  );

  test.each(['\ud800', '\udfff', 'a\udc00\ud800b', '\ufffe', '\uffff', '\ufdd0', '\u{1fffe}'])(
    'has nothing in it that is no character: %j',
    (text) => {
      expect(plain(text)).not.toMatch(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u);
    },
  );

  test('shows that something was there', () => {
    expect(plain('a\u001b[31mb')).toBe('a\ufffd[31mb');
  });

  test.each(['\r\n', '\r', '\n'])('ends its lines in one way: %j', (end) => {
    expect(plain(`a${end}b`)).toBe('a\nb');
  });

  test('is everything else as it was', () => {
    const words = 'Größe: 3 × 4 ≠ 12 – «ok» 日本 🎉 <b> & "x"';
    expect(plain(words)).toBe(words);
  });

  test('made plain again is the same', () => {
    fc.assert(fc.property(anyText, (text) => plain(plain(text)) === plain(text)));
  });
});

describe('one line', () => {
  test('has no end of a line', () => {
    fc.assert(fc.property(anyText, (text) => !/[\n\r]/.test(oneLine(text))));
  });

  test('has no control character at all', () => {
    fc.assert(fc.property(anyText, (text) => !CONTROLS.test(oneLine(text))));
  });

  test('has one blank where lines met', () => {
    expect(oneLine('a  \n\n  b\r\nc')).toBe('a b c');
  });
});

describe('data made plain throughout', () => {
  test('has no text that is not plain, however deep', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const data = { deep: [{ deeper: [1, text] }], flat: text };
        const [made, due] = [plainThroughout(data), plain(text)];
        expect(made).toEqual({ deep: [{ deeper: [1, due] }], flat: due });
      }),
    );
  });

  test('is otherwise as it was', () => {
    const data = { a: 1, b: null, c: true, d: [{ e: 'text' }, []], f: {} };
    expect(plainThroughout(data)).toEqual(data);
  });
});
