import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import path from 'node:path';
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
    throw error;
  }
  // The entry may have been exchanged since: the open file itself decides.
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (isAbsent(error)) return { state: 'missing' };
    throw error;
  }
  try {
    if (!(await handle.stat()).isFile()) return refused('not-a-file');
    const bytes = Buffer.alloc(LARGEST_FILE + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead > LARGEST_FILE) return refused('too-large');
    const content = bytes.subarray(0, bytesRead);
    if (content.includes(0)) return refused('binary');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
      return { state: 'read', path: relative, text };
    } catch {
      return refused('not-utf8');
    }
  } finally {
    await handle.close();
  }
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
