import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Folders of a class in which files are written. */
const FOLDERS = ['.', 'students', 'instructor', path.join('instructor', 'evidence')];

/** What a file is called while it is written: its name, and a number. */
const HALF_WRITTEN = /\.(html|jsonl?|csv|gz)\.\d+$/;

/** Takes away what was being written when an earlier run was ended. */
export async function clearRemains(out: string): Promise<void> {
  for (const folder of FOLDERS) {
    const place = path.join(out, folder);
    const names = await readdir(place).catch(() => []);
    for (const name of names.filter((each) => HALF_WRITTEN.test(each))) {
      await rm(path.join(place, name), { force: true });
    }
  }
}
