import { Refusal } from '../../contract/refusal.ts';
import { unreadable } from '../read-text.ts';
import type { Bytes } from './bytes.ts';
import { bytesInWords } from './limits.ts';

const REMEDY = 'Download it again; if it is still so, ask for it to be packed anew.';

/** How other archives begin, by what people call them. */
const OTHERS: readonly (readonly [name: string, beginning: string])[] = [
  ['a RAR archive', '526172211a07'],
  ['a 7z archive', '377abcaf271c'],
  ['a gzip archive', '1f8b'],
  ['an XZ archive', 'fd377a585a00'],
  ['a bzip2 archive', '425a68'],
];
const LOCAL_HEADER = '504b0304';

/** What the zip library says of an archive that it cannot list, and how that is said here. */
const CAUSES: readonly (readonly [theirs: RegExp, ours: string])[] = [
  [/^strong encryption/, 'is encrypted'],
  [/^multi-disk/, 'is one part of an archive in several files'],
  [/^Invalid comment length/, 'has bytes behind its end'],
];

/** That an archive cannot be worked with, and why. */
export function broken(label: string, why: string, remedy = REMEDY): Refusal {
  return new Refusal('broken-archive', `${label} ${why}`, remedy);
}

/** That something is larger than what is accepted of it, in bytes. */
export function tooLarge(label: string, most: number): Refusal {
  return broken(label, `is larger than ${bytesInWords(most)}`, 'Ask for the work alone.');
}

/** What to throw for an archive that the zip library could not list. */
export async function brokenBecause(error: unknown, bytes: Bytes, label: string): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  if ('code' in error) return unreadable(error, label);
  if (bytes.size === 0) return broken(label, 'is empty');
  const beginning = (await bytes.read(0, Math.min(6, bytes.size))).toString('hex');
  if (error.message.startsWith('End of central directory record signature not found')) {
    if (beginning.startsWith(LOCAL_HEADER)) return broken(label, 'is cut off: its end is missing');
    const other = OTHERS.find(([, start]) => beginning.startsWith(start));
    if (other === undefined) return broken(label, 'is not a zip archive');
    return broken(label, `is ${other[0]}, not a zip archive`, 'Ask for a zip archive.');
  }
  const cause = CAUSES.find(([theirs]) => theirs.test(error.message));
  return broken(label, cause?.[1] ?? 'is damaged: its table of contents cannot be read');
}
