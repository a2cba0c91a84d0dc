import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../contract/refusal.ts';
import { cannotWrite } from '../write.ts';
import { MAKE_ROOM } from './files.ts';

const PLACE = path.join('instructor', 'journal.lock');

/**
 * Keeps a class for one run: two that write one journal would lose what each has
 * finished. A run that was killed leaves its lock behind, and nobody holds that.
 *
 * @returns what gives it back
 * @throws Refusal where another run works there, or nothing can be written
 */
export async function lock(out: string): Promise<() => Promise<void>> {
  const file = path.join(out, PLACE);
  try {
    await mkdir(path.dirname(file), { recursive: true });
  } catch (error) {
    throw cannotWrite(file, error, MAKE_ROOM);
  }
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await take(file);
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw cannotWrite(file, error, MAKE_ROOM);
      }
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isAlive(holder)) break;
    await rm(file, { force: true });
  }
  throw new Refusal(
    'cannot-write',
    `Another run is grading into ${out}`,
    `Wait for it, or choose another place with --out. Where there is none, delete ${file}.`,
  );
}

/** Puts a lock there that holds who has it, or none. */
async function take(file: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(String(process.pid));
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  // This one has just come.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
