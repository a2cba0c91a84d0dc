import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Refusal } from '../contract/refusal.ts';

/**
 * Writes files, each whole or not at all, with their folders where those are missing.
 * Where one of them could not be written because a folder is in its place, none is.
 *
 * @param texts by their files
 * @param remedy what to do where a place cannot be written to
 * @throws Refusal when one of the places cannot be written to
 */
export async function writeWhole(
  texts: Readonly<Record<string, string | Buffer>>,
  remedy = 'Choose another place with --out.',
): Promise<void> {
  const attempt = async (file: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw cannotWrite(file, error, remedy);
    }
  };
  for (const file of Object.keys(texts)) await attempt(file, () => makePlace(file));
  for (const [file, text] of Object.entries(texts)) {
    await attempt(file, () => writeFileAtomic(file, text));
  }
}

async function makePlace(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new Error('a folder is in its place');
}

/** What is said where a file cannot be written. */
export function cannotWrite(file: string, error: unknown, remedy: string): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal('cannot-write', `${file} cannot be written (${why})`, remedy);
}
