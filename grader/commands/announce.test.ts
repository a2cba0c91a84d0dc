import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { Refusal } from '../contract/refusal.ts';
import { failedExercise, resultOf } from '../testing/documents.ts';
import { obeyedIn } from '../testing/runner.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { announcer } from './announce.ts';
import type { Environment } from './platform.ts';

const result = resultOf([failedExercise()]);

/** Announces a result where a platform's folders may be, and says what was printed and written. */
async function announced(
  format: readonly string[],
  env: Environment = {},
  folders: readonly string[] = [],
) {
  const root = await temporaryFolder();
  for (const folder of folders) await mkdir(path.join(root, folder), { recursive: true });
  let printed = '';
  const writing = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    const roots = {
      gradescope: path.join(root, 'autograder'),
      prairielearn: path.join(root, 'grade'),
    };
    const folder = path.join(root, 'class/ada');
    const wanted = { folder, course: root, out: path.join(root, 'out'), format, since: null };
    const here = { ...env, ...(env.GITHUB_ACTIONS ? { GITHUB_WORKSPACE: root } : {}) };
    await (await announcer(wanted, { env: here, roots }))(result);
  } finally {
    writing.mockRestore();
  }
  return { root, printed, written: await readdir(path.join(root, 'out')) };
}

test('several formats go together with what the platform wants', async () => {
  const { written } = await announced(['html', 'markdown', 'auto'], { GITLAB_CI: 'true' });
  expect(written).toEqual(['feedback.html', 'feedback.md', 'junit.xml', 'result.json']);
});

test('where no platform is known, auto is the page', async () => {
  expect((await announced(['auto'])).written).toEqual(['feedback.html', 'result.json']);
});

test('without auto, a platform is given nothing', async () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/nowhere/at/all' };
  const { written, printed } = await announced(['html'], env);
  expect(written).toEqual(['feedback.html', 'result.json']);
  expect(obeyedIn(printed).map(({ name }) => name)).toEqual(['stop-commands']);
});

test('notes name the file as it lies in the repository', async () => {
  const { printed } = await announced(['auto'], { GITHUB_ACTIONS: 'true' });
  const [, note] = obeyedIn(printed);
  expect(note?.properties.file).toBe('class/ada/exercises/01-first/first.ts');
});

test.each([
  ['autograder/results', 'autograder/results/results.json'],
  ['grade/data', 'grade/results/results.json'],
])('where %s is, the platform finds its document', async (folder, document) => {
  const { root } = await announced(['auto'], {}, [folder]);
  expect(await readFile(path.join(root, document), 'utf8')).toMatch(/^\{/);
});

test('a summary that cannot be written is refused', async () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/nowhere/at/all' };
  await expect(announced(['auto'], env)).rejects.toThrow(Refusal);
});
