/** Longest name that a message repeats, in UTF-16 code units. */
const LONGEST = 100;

/** Controls, separators of lines, marks that turn the direction of text or are not seen, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A name that a stranger chose, for a message: on one line, with nothing in it that a
 * terminal obeys or nobody sees, and cut where it is long.
 */
export function visible(name: string): string {
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST)}...` : name;
  return short.replace(
    UNSEEN,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same in quotes, for names that may have spaces. */
export function quoted(name: string): string {
  return `"${visible(name).replaceAll('"', '\\"')}"`;
}
