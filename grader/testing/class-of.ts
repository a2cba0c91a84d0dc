import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { chainrule, type Ended, startChainrule } from './command-line.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';
import { toyCourse } from './toy-course.ts';

const right = toyCourse['solutions/01-double/solution.ts'];

/** Submissions of a toy course that come to something else each. */
export const KINDS: Readonly<Record<string, string>> = {
  right,
  stub: toyCourse['exercises/01-double/double.ts'],
  mistake: right.replace('Matrix.mul(Z, 2)', 'Z.mul(2)'),
  wrong: right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)'),
  broken: right.replace('{', '{{'),
  forbidden: `import 'node:fs';\n${right}`,
};

/** Writes a toy course into a folder, and a class with so many of each kind of submission in it. */
export async function toyClass({ folder, each = 1 }: { folder: string; each?: number }) {
  const files: Record<string, string> = { ...toyCourse };
  for (const [kind, text] of Object.entries(KINDS)) {
    for (let nth = 1; nth <= each; nth += 1) files[`class/${kind}-${nth}/double.ts`] = text;
  }
  await writeFiles(folder, files);
  return { words: wordsFor(folder) };
}

/** Words of the command that grades such a class into another folder. */
export const wordsFor = (folder: string) => (out: string) => [
  'batch',
  path.join(folder, 'class'),
  '--course',
  folder,
  '--out',
  out,
];

/** How many lines the journal of a class has. */
export async function linesIn(out: string): Promise<number> {
  const text = await readFile(path.join(out, JOURNAL), 'utf8').catch(() => '');
  return text.split('\n').length - 1;
}

/**
 * Begins to grade a class, and kills that when so many are finished.
 *
 * @param milliseconds after that
 */
export async function endedRun(
  words: readonly string[],
  out: string,
  finished: number,
  milliseconds = 0,
): Promise<void> {
  const { child, ended } = startChainrule(words);
  // The first line is its head.
  await expect
    .poll(() => linesIn(out), { timeout: 60_000, interval: 10 })
    .toBeGreaterThan(finished);
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await ended;
}

const JOURNAL = 'instructor/journal.jsonl';

/** The same without the journal, which says where it was asked to look. */
export function withoutPlaces(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...files, [JOURNAL]: '' };
}

/** Every file below a folder by its place; of the journal what does not hang on how long things took. */
export async function filesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, 'latin1');
    const place = path.relative(folder, file).split(path.sep).join('/');
    files[place] = place === JOURNAL ? timeless(text) : text;
  }
  return Object.fromEntries(Object.entries(files).sort());
}

function timeless(journal: string): string {
  const lines = journal.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.stringify({ ...JSON.parse(line), times: {} })).join('\n');
}

/**
 * A class that is graded once, before the tests of a file; each of them gets a copy of it
 * as it was after that.
 */
export function gradedOnce() {
  let first: { readonly folder: string; readonly ended: Ended } | null = null;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-class-'));
    const { words } = await toyClass({ folder });
    first = { folder, ended: await chainrule(words(path.join(folder, 'out'))) };
  });
  afterAll(async () => {
    if (first !== null) await rm(first.folder, { recursive: true, force: true });
  });
  return async () => {
    if (first === null) throw new Error('nothing was graded');
    const folder = await temporaryFolder();
    await cp(first.folder, folder, { recursive: true });
    const out = path.join(folder, 'out');
    const words = wordsFor(folder);
    const run = (...own: readonly string[]) => chainrule([...words(out), ...own]);
    return { folder, out, words, run, ended: first.ended };
  };
}
