import { randomInt } from 'node:crypto';
import { access, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';

const ELSEWHERE = 'Choose another place with --out.';

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
  remedy = ELSEWHERE,
): Promise<void> {
  const attempt = <T>(file: string, work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      throw cannotWrite(file, error, remedy);
    });
  await makePlaces(Object.keys(texts), remedy);
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

/**
 * Makes the folders of files that are to be written. Minutes of work are not for a place
 * that could not be written to from the beginning.
 *
 * @throws Refusal when there is no room for a file at its place
 */
export async function makePlaces(files: readonly string[], remedy = ELSEWHERE): Promise<void> {
  for (const file of files) {
    await makePlace(file).catch((error: unknown) => {
      throw cannotWrite(file, error, remedy);
    });
  }
}

/** A file that is being written, beside the place that it is for. */
interface Draft {
  readonly file: string;
  readonly place: string;
  readonly draft: string;
}

async function makePlace(file: string): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
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
