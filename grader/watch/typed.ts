import type { Key } from './event.ts';

const LETTERS: Readonly<Record<string, Key>> = {
  h: 'hint',
  l: 'list',
  n: 'next',
  p: 'previous',
  o: 'report',
  r: 'again',
  q: 'quit',
  k: 'up',
  j: 'down',
  '\r': 'enter',
  '\n': 'enter',
  '\u001b': 'escape',
  // Ctrl+C and Ctrl+D.
  '\u0003': 'quit',
  '\u0004': 'quit',
};

const SEQUENCES: Readonly<Record<string, Key>> = { A: 'up', B: 'down' };

/** A sequence that a terminal sends for a key that is no letter. */
const SEQUENCE = /^\u001b(?:\[|O)[0-9;]*([A-Za-z~])/;

/** The keys behind what a terminal sent in raw mode; what means nothing is left out. */
export function keysIn(sent: string): readonly Key[] {
  const keys: Key[] = [];
  let rest = sent;
  while (rest !== '') {
    const sequence = SEQUENCE.exec(rest);
    const key =
      sequence === null ? LETTERS[(rest[0] ?? '').toLowerCase()] : SEQUENCES[sequence[1] ?? ''];
    if (key !== undefined) keys.push(key);
    rest = rest.slice(sequence?.[0].length ?? 1);
  }
  return keys;
}

/** What a line means where commands are read as lines: a letter, a word, or the number of an exercise. */
export function commandIn(
  line: string,
): { readonly key: Key } | { readonly exercise: string } | null {
  const word = line.trim().toLowerCase();
  if (/^\d{1,2}(-[a-z0-9-]*)?$/.test(word)) return { exercise: word };
  const key = LETTERS[word] ?? Object.values(LETTERS).find((name) => name === word);
  return key === undefined ? null : { key };
}
