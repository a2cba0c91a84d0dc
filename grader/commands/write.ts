import { randomInt } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';

/**
 * Writes files, each whole or not at all, with their folders where those are missing.
 * All of them are on the disk before the first takes its place, so that where one cannot
 * be written, because a folder is in its place or the disk is full, everything stands as
 * it stood.
 *
 * @param texts by their files
 * @param remedy what to do where a place cannot be written to
 * @throws Refusal when one of the places cannot be written to
 */
export async function writeWhole(
  texts: Readonly<Record<string, string | Buffer>>,
  remedy = 'Choose another place with --out.',
): Promise<void> {
  const attempt = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw cannotWrite(file, error, remedy);
    }
  };
  for (const file of Object.keys(texts)) await attempt(file, () => makePlace(file));
  const drafts: Draft[] = [];
  try {
    for (const [file, text] of Object.entries(texts)) {
      const draft = await draftFor(file);
      drafts.push(draft);
      await attempt(file, () => fill(draft, text));
    }
    for (const { file, draft, place } of drafts) await attempt(file, () => rename(draft, place));
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A file that is being written, beside the place that it is for. */
interface Draft {
  readonly file: string;
  readonly place: string;
  readonly draft: string;
}

async function makePlace(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new Error('a folder is in its place');
}

async function draftFor(file: string): Promise<Draft> {
  // A link stays one: what it leads to is replaced.
  const place = await realpath(file).catch(() => file);
  return { file, place, draft: `${place}.${randomInt(2 ** 32)}` };
}

async function fill({ place, draft }: Draft, text: string | Buffer): Promise<void> {
  const before = await stat(place).catch(() => null);
  const handle = await open(draft, 'wx');
  try {
    // Goes on after a write that took only a part, where the next one says why.
    await handle.writeFile(text);
    if (before !== null) {
      // Some file systems know neither, and not everybody may give a file to its owner.
      await handle.chown(before.uid, before.gid).catch(() => undefined);
      await handle.chmod(before.mode).catch(() => undefined);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is said where a file cannot be written. */
export function cannotWrite(file: string, error: unknown, remedy: string): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal('cannot-write', `${file} cannot be written (${why})`, remedy);
}
