import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

const SOLUTION = 'solutions/02-leaky-relu/solution.ts';

async function courseWithNew(slug = '02-leaky-relu') {
  const cwd = await temporaryFolder();
  await writeFiles(cwd, toyCourse);
  return { cwd, ...(await chainrule(['new', slug], { cwd })) };
}

test('a new exercise proves as soon as its solution is filled in', async () => {
  const { cwd, code } = await courseWithNew();
  expect(code).toBe(0);
  const verify = ['verify', '--only', '02', '--seeds', '2'];
  const before = await chainrule(verify, { cwd });
  expect(before.code).toBe(1);

  const file = path.join(cwd, SOLUTION);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/throw new Error.*/, 'return Z.clone().mul(2);'));
  const after = await chainrule(verify, { cwd });
  expect(after.stdout).toContain('5 claims hold');
  expect(after.code).toBe(0);
});

describe('nothing is written', () => {
  test.each([
    ['where the number is taken', '01-other', /01-double has the number 01 already/],
    ['where another exercise has the file', '02-double', /01-double has a file double\.ts already/],
    ['where it is no name of a folder', 'Momentum', /two digits and words in small letters/],
    ['where the name leads elsewhere', '../07-out', /cannot be the folder of an exercise/],
  ])('%s', async (_, slug, words) => {
    const { cwd, code, stderr } = await courseWithNew(slug);
    expect(stderr).toMatch(words);
    expect(code).toBe(2);
    await expect(stat(path.join(cwd, 'solutions', slug))).rejects.toThrow('ENOENT');
  });

  test('where the exercise is there already', async () => {
    const { cwd } = await courseWithNew();
    await writeFile(path.join(cwd, SOLUTION), 'my work');
    const again = await chainrule(['new', '02-leaky-relu'], { cwd });
    expect(again.stderr).toContain('exercises/02-leaky-relu is there already');
    expect(await readFile(path.join(cwd, SOLUTION), 'utf8')).toBe('my work');
  });
});

describe('a course of one’s own', () => {
  test('begins in an empty folder, and takes exercises', async () => {
    const home = await temporaryFolder();
    const words = ['init', 'mine', '--title', 'Nets by hand', '--package', '^1.0.0'];
    expect((await chainrule(words, { cwd: home })).code).toBe(0);
    const cwd = path.join(home, 'mine');
    const { name, chainrule: own } = JSON.parse(
      await readFile(path.join(cwd, 'package.json'), 'utf8'),
    );
    expect([name, own.course]).toEqual(['nets-by-hand', 'Nets by hand']);
    expect((await chainrule(['new', '01-first-idea'], { cwd })).code).toBe(0);
  });

  test('never begins where something is already', async () => {
    const home = await temporaryFolder();
    await writeFiles(home, { 'mine/notes.txt': 'notes' });
    const { stderr, code } = await chainrule(['init', 'mine'], { cwd: home });
    expect(stderr).toContain('mine is not empty: notes.txt is in it');
    expect(code).toBe(2);
  });
});
