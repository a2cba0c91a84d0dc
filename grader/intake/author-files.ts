import { readdir, readFile } from 'node:fs/promises';
import { isAbsent, unreadable } from './read-text.ts';

/**
 * What stands in a folder of an author's; nothing, where there is none.
 *
 * @throws Refusal where it is there and cannot be read
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw unreadable(error, folder);
  }
}

/**
 * Text with the ends of lines that the author's edits and all digests are made of.
 *
 * @returns `null` where there is no such file
 * @throws Refusal where it is there and cannot be read
 */
export async function textOrNull(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw unreadable(error, file);
  }
}
