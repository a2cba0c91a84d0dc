import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);

/** A disk of its own, in memory, in the place of a folder. */
interface SmallDisk {
  /** Mounts it anew with other options, as `mount` takes them. */
  readonly change: (options: string) => Promise<void>;
}

/**
 * Mounts a small disk for this test.
 *
 * @param place a folder in one of this test's own, which is made
 * @param options as `mount` takes them, for example `size=300k`
 * @returns `null` where that is not known or not allowed
 */
export async function smallDisk(place: string, options: string): Promise<SmallDisk | null> {
  await mkdir(place);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]);
  } catch {
    return null;
  }
  // Before the folder around it is removed: what was registered last goes first.
  onTestFinished(async () => void (await run('umount', ['--lazy', place])));
  return {
    change: async (other) => void (await run('mount', ['-o', `remount,${other}`, place])),
  };
}
