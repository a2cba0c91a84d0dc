import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary.ts';
import { submissionAt } from './submission-at.ts';

async function workspace(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'repository/class/ada'), { recursive: true });
  return path.join(folder, 'repository');
}

test('a submission is the whole repository', async () => {
  const folder = await workspace();
  expect(await submissionAt(folder, { GITHUB_WORKSPACE: folder })).toEqual({ submissionAt: '' });
});

test('or a folder in it', async () => {
  const folder = await workspace();
  const own = path.join(folder, 'class', 'ada');
  expect(await submissionAt(own, { GITHUB_WORKSPACE: folder })).toEqual({
    submissionAt: 'class/ada',
  });
});

test('also where the repository is reached by a link', async () => {
  const folder = await workspace();
  const link = `${folder}-link`;
  await symlink(folder, link);
  const own = path.join(folder, 'class');
  expect(await submissionAt(own, { GITHUB_WORKSPACE: link })).toEqual({ submissionAt: 'class' });
});

test('elsewhere, and outside of a workflow, it has no place in a repository', async () => {
  const folder = await workspace();
  expect(await submissionAt(path.dirname(folder), { GITHUB_WORKSPACE: folder })).toEqual({});
  expect(await submissionAt(folder, {})).toEqual({});
});
