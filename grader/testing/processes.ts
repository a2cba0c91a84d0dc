import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'vitest';

/**
 * Numbers of the processes in which strangers' programs run and which this process started,
 * or which lost their parent (Linux).
 */
export async function childrenLeft(): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    // A process may be gone between the listing and the reading.
    const [command = '', status = ''] = await Promise.all(
      ['cmdline', 'stat'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    if ([process.pid, 1].includes(parent) && command.includes('child.cjs'))
      found.push(Number(name));
  }
  return found;
}

/**
 * Fails where a process stays that is there now and was not before. Those of other tests
 * come and go meanwhile; what is left behind stays.
 *
 * @param before processes that are meant to stay
 */
export async function expectNoneLeft(before: readonly number[] = []): Promise<void> {
  const now = (await childrenLeft()).filter((each) => !before.includes(each));
  const stillThere = async () => {
    const then = await childrenLeft();
    return now.filter((each) => then.includes(each));
  };
  await expect.poll(stillThere, { timeout: 30_000 }).toEqual([]);
}
