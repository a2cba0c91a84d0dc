import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../contract/refusal.ts';
import { chainruleProcess } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { initCommand } from './init.ts';
import { newCommand } from './new.ts';

const SOLUTION = 'solutions/02-leaky-relu/solution.ts';

async function courseWithNew(slug = '02-leaky-relu') {
  const cwd = await temporaryFolder();
  await writeFiles(cwd, toyCourse);
  return { cwd, refusal: await saidBy(() => newCommand(slug, { course: cwd })) };
}

/** Why a command declined, or nothing. */
async function saidBy(command: () => Promise<number>): Promise<string> {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return command().then(
    () => '',
    (error: unknown) => {
      if (error instanceof Refusal) return `${error.message}. ${error.remedy}`;
      throw error;
    },
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a new exercise proves as soon as its solution is filled in', async () => {
  const { cwd, refusal } = await courseWithNew();
  expect(refusal).toBe('');
  const file = path.join(cwd, SOLUTION);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/throw new Error.*/, 'return Z.clone().mul(2);'));
  const after = await chainruleProcess(['verify', '--only', '02', '--seeds', '1'], { cwd });
  expect(after.stdout).toContain('claims hold.');
  expect(after.code).toBe(0);
});

describe('nothing is written', () => {
  test.each([
    ['where the number is taken', '01-other', /01-double has the number 01 already/],
    ['where another exercise has the file', '02-double', /01-double has a file double\.ts already/],
    ['where its stub would be its probes', '07-probes', /its stub in probes\.ts/],
    ['where it is no name of a folder', 'Momentum', /two digits and words in small letters/],
    ['where the name leads elsewhere', '../07-out', /cannot be the folder of an exercise/],
  ])('%s', async (_, slug, words) => {
    const { cwd, refusal } = await courseWithNew(slug);
    expect(refusal).toMatch(words);
    await expect(stat(path.join(cwd, 'solutions', slug))).rejects.toThrow('ENOENT');
  });

  test('where the exercise is there already', async () => {
    const { cwd } = await courseWithNew();
    await writeFile(path.join(cwd, SOLUTION), 'my work');
    const again = await saidBy(() => newCommand('02-leaky-relu', { course: cwd }));
    expect(again).toContain('exercises/02-leaky-relu is there already');
    expect(await readFile(path.join(cwd, SOLUTION), 'utf8')).toBe('my work');
  });
});

describe('a course of one’s own', () => {
  test('begins in an empty folder, and takes exercises', async () => {
    const home = await temporaryFolder();
    const cwd = path.join(home, 'mine');
    const options = { title: 'Nets by hand', package: '^1.0.0' };
    expect(await saidBy(() => initCommand(cwd, options))).toBe('');
    const { name, chainrule: own } = JSON.parse(
      await readFile(path.join(cwd, 'package.json'), 'utf8'),
    );
    expect([name, own.course]).toEqual(['nets-by-hand', 'Nets by hand']);
    expect(await saidBy(() => newCommand('01-first-idea', { course: cwd }))).toBe('');
  });

  test('never begins where something is already', async () => {
    const home = await temporaryFolder();
    await writeFiles(home, { 'mine/notes.txt': 'notes' });
    const refusal = await saidBy(() => initCommand(path.join(home, 'mine'), {}));
    expect(refusal).toContain('mine is not empty: notes.txt is in it');
  });
});
