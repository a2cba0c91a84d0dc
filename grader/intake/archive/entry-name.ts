import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel } from 'yauzl';
import { DEEPEST_NAME, LONGEST_NAME } from './limits.ts';

/** Bit of the flags that says the name is UTF-8. */
const UTF8 = 0x800;
/** Extra field in which some programs keep the name as Unicode, beside one for old programs. */
const UNICODE_PATH = 0x7075;

/** The name of an entry as a place with `/`, or what is wrong with it. */
export type EntryName =
  | { readonly place: string; readonly isFolder: boolean }
  | { readonly shown: string; readonly wrong: string };

/**
 * The place of an entry in its archive. Nothing is ever written there, but a place that
 * leads elsewhere is a sign of an archive that nobody should unpack either.
 */
export function entryName(entry: Entry): EntryName {
  const name = decoded(entry);
  if (name === null) {
    return { shown: entry.fileNameRaw.toString('latin1'), wrong: 'has a name that is not UTF-8' };
  }
  const wrong = (what: string): EntryName => ({ shown: name, wrong: what });
  if (name.length > LONGEST_NAME) return wrong(`has a name longer than ${LONGEST_NAME} characters`);
  if (/\p{Cc}/u.test(name)) return wrong('has control characters in its name');
  // Some Windows programs write backslashes between folders.
  const slashed = name.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed)) return wrong('has an absolute path');
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return wrong('leads out of the archive');
  if (parts.length > DEEPEST_NAME) return wrong(`lies in more than ${DEEPEST_NAME} folders`);
  if (parts.length === 0) return wrong('has no name');
  return { place: parts.join('/'), isFolder: slashed.endsWith('/') };
}

/**
 * The name as text, `null` where it says that it is UTF-8 and is not. Many programs write
 * UTF-8 and do not say so; what is neither is of the days of DOS (code page 437).
 */
function decoded(entry: Entry): string | null {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags } = entry;
  const unicode = entry.extraFields.find(
    ({ id, data }) =>
      id === UNICODE_PATH &&
      data.length >= 5 &&
      data[0] === 1 &&
      data.readUInt32LE(1) === crc32(raw),
  );
  const text = utf8(unicode === undefined ? raw : unicode.data.subarray(5));
  if (text !== null || unicode !== undefined || (flags & UTF8) !== 0) return text;
  return getFileNameLowLevel(0, raw, [], true);
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
