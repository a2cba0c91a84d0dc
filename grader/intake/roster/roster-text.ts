import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsent, unreadable } from '../read-text.ts';
import { brokenRoster } from './broken-roster.ts';

/** Ten thousand students, with 400 bytes each. */
export const LARGEST_ROSTER = 4 * 1024 * 1024;

/**
 * The text of a roster: UTF-8, or the UTF-16 that some spreadsheets call Unicode. Lines
 * end with `\n`, whatever they ended with.
 *
 * @throws Refusal where there is no file, or none of text
 */
export async function rosterText(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  const text = decoded(bytes);
  if (text === null) {
    throw brokenRoster(
      `${file}, line ${lineOfBadBytes(bytes)}: it is not UTF-8`,
      'Save it as "CSV UTF-8".',
    );
  }
  if (text.includes('\0')) throw brokenRoster(`${file} is not a text`, 'Give a CSV file.');
  return text.replace(/\r\n?/g, '\n');
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error) => {
    if (!isAbsent(error)) throw unreadable(error, file);
    throw brokenRoster(
      `There is no file ${file}`,
      'Check the path; give the CSV file of a roster.',
    );
  });
  try {
    const entry = await handle.stat();
    if (!entry.isFile()) throw brokenRoster(`${file} is not a file`, 'Give the CSV file itself.');
    if (entry.size > LARGEST_ROSTER) {
      throw brokenRoster(`${file} is larger than 4 MiB`, 'Give a file with the students alone.');
    }
    const bytes = Buffer.alloc(entry.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 shows by its mark, or by the zeros in the first two letters of a header. */
function encodingOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 4);
  const hex = start.toString('hex');
  if (hex.startsWith('fffe') || (start.length === 4 && start[1] === 0 && start[3] === 0)) {
    return 'utf-16le';
  }
  if (hex.startsWith('feff') || (start.length === 4 && start[0] === 0 && start[2] === 0)) {
    return 'utf-16be';
  }
  return 'utf-8';
}

function lineOfBadBytes(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const own = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (decoded(own) === null) return line;
    if (end < 0) break;
    start = end + 1;
    line += 1;
  }
  return line;
}
