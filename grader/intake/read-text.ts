import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';
import type { SubmittedFile } from '../contract/submission.ts';

/** A stub with its comments is a few KiB; this leaves room and keeps the compiler safe. */
export const LARGEST_FILE = 256 * 1024;

/**
 * Reads one file of a stranger's folder as text: a regular file of UTF-8 up to
 * 256 KiB, reached without any symbolic link.
 *
 * @param root the folder, as `realpath` gives it
 * @param relative place below it, with `/`
 */
export async function readText(root: string, relative: string): Promise<SubmittedFile> {
  const file = path.join(root, relative);
  const refused = (why: Extract<SubmittedFile, { state: 'refused' }>['why']): SubmittedFile => ({
    state: 'refused',
    path: relative,
    why,
  });
  try {
    const entry = await lstat(file);
    if (entry.isSymbolicLink() || (await realpath(file)) !== file) return refused('symbolic-link');
    if (!entry.isFile()) return refused('not-a-file');
    if (entry.size > LARGEST_FILE) return refused('too-large');
  } catch (error) {
    if (isAbsent(error)) return { state: 'missing' };
    if (isLoop(error)) return refused('symbolic-link');
    throw unreadable(error, file);
  }
  // The entry may have been exchanged since: the open file itself decides.
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (isAbsent(error)) return { state: 'missing' };
    throw unreadable(error, file);
  }
  try {
    if (!(await handle.stat()).isFile()) return refused('not-a-file');
    const bytes = Buffer.alloc(LARGEST_FILE + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead > LARGEST_FILE) return refused('too-large');
    return textIn(bytes.subarray(0, bytesRead), relative);
  } finally {
    await handle.close();
  }
}

/** The text of a file that has been read, wherever it lay. */
export function textIn(content: Buffer, place: string): SubmittedFile {
  if (isUtf16(content)) return { state: 'refused', path: place, why: 'not-utf8' };
  if (content.includes(0)) return { state: 'refused', path: place, why: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { state: 'read', path: place, text };
  } catch {
    return { state: 'refused', path: place, why: 'not-utf8' };
  }
}

/** What Windows calls "Unicode": every other byte is 0, and the first two say so. */
function isUtf16(content: Buffer): boolean {
  const mark = content.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}

/** What may stand in the way of reading something that is there, by the codes of file systems. */
const OBSTACLES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** What to throw where a place is there and cannot be read: a {@link Refusal}, if its reason is one of the known. */
export function unreadable(error: unknown, place: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  const why = OBSTACLES[error.code];
  if (why === undefined) return error;
  return new Refusal('unreadable', `${place} cannot be read: ${why}`, 'Mend that, then try again.');
}

/** Whether a file system error says that there is nothing at that place. */
export function isAbsent(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}

/** Whether a file system error says that symbolic links lead in a circle. */
function isLoop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP';
}
