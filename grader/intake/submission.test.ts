import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseExercise, courseOf, FIRST, SECOND } from '../testing/documents.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { readSubmission } from './submission.ts';

const course = courseOf(
  courseExercise({ slug: FIRST }, { file: 'first.ts' }),
  courseExercise({ slug: SECOND }, { file: 'second.ts' }),
);

/** A submission of these files, in a folder called `ada`. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'ada');
  await mkdir(folder);
  await writeFiles(folder, files);
  return folder;
}

async function firstFileOf(files: Readonly<Record<string, string>>) {
  const { files: found } = await readSubmission(await folderOf(files), course);
  return found.get(FIRST);
}

describe('a stub is found', () => {
  test('in the folder of its exercise', async () => {
    expect(await firstFileOf({ 'exercises/01-first/first.ts': 'text' })).toEqual({
      state: 'read',
      path: 'exercises/01-first/first.ts',
      text: 'text',
    });
  });

  test('beside the others in a flat upload', async () => {
    expect(await firstFileOf({ 'first.ts': 'text' })).toEqual({
      state: 'read',
      path: 'first.ts',
      text: 'text',
    });
  });

  test('in both places, when the text is the same', async () => {
    const twice = { 'exercises/01-first/first.ts': 'text', 'first.ts': 'text' };
    expect(await firstFileOf(twice)).toMatchObject({ state: 'read', text: 'text' });
  });

  test('whatever else lies in the folder', async () => {
    const files = { 'first.ts': 'text', 'exercises/03-third/first.ts': 'other', 'a/first.ts': 'x' };
    expect(await firstFileOf(files)).toMatchObject({ state: 'read', text: 'text' });
  });
});

describe('two files for one exercise are ambiguous', () => {
  test('when their texts differ', async () => {
    const twice = { 'exercises/01-first/first.ts': 'text', 'first.ts': 'other' };
    expect(await firstFileOf(twice)).toEqual({
      state: 'refused',
      path: 'first.ts',
      why: 'ambiguous',
    });
  });

  test('when one of them cannot be read', async () => {
    const twice = { 'exercises/01-first/first.ts': 'text', 'first.ts': 'text\0' };
    expect(await firstFileOf(twice)).toMatchObject({ why: 'ambiguous' });
  });
});

test('an exercise without a file is missing, beside one that is there', async () => {
  const { files } = await readSubmission(await folderOf({ 'first.ts': 'text' }), course);
  expect(files.get(SECOND)).toEqual({ state: 'missing' });
});

test('a file that is refused counts as handed in', async () => {
  expect(await firstFileOf({ 'first.ts': '\0' })).toMatchObject({ state: 'refused' });
});

describe('a submission is called as its folder is', () => {
  test('by the last part of its path', async () => {
    const { id } = await readSubmission(await folderOf({ 'first.ts': '' }), course);
    expect(id).toBe('ada');
  });

  test('also when the path ends with a slash', async () => {
    const { id } = await readSubmission(`${await folderOf({ 'first.ts': '' })}${path.sep}`, course);
    expect(id).toBe('ada');
  });
});

describe('a folder may be reached through a link, because its owner chose the path', () => {
  async function linkTo(folder: string): Promise<string> {
    const link = path.join(await temporaryFolder(), 'link');
    await symlink(folder, link);
    return link;
  }

  test('and is read', async () => {
    const link = await linkTo(await folderOf({ 'first.ts': 'text' }));
    expect((await readSubmission(link, course)).files.get(FIRST)).toMatchObject({ text: 'text' });
  });

  test('and is called by its own name', async () => {
    const link = await linkTo(await folderOf({ 'first.ts': 'text' }));
    expect((await readSubmission(link, course)).id).toBe('ada');
  });
});

describe('a folder that cannot be graded is refused', () => {
  test('when it holds none of the files, with their names', async () => {
    const folder = await folderOf({ 'notes.txt': '' });
    await expect(readSubmission(folder, course)).rejects.toMatchObject({
      code: 'empty-submission',
      message: expect.stringContaining('(first.ts, second.ts)'),
    });
  });

  test('when it is a file', async () => {
    const folder = await folderOf({ 'first.ts': '' });
    await expect(readSubmission(path.join(folder, 'first.ts'), course)).rejects.toMatchObject({
      code: 'no-such-folder',
      message: expect.stringContaining('is a file, not a folder'),
    });
  });

  test.each(['nowhere', 'first.ts/deeper'])('when it is not there: %s', async (place) => {
    const folder = await folderOf({ 'first.ts': '' });
    await expect(readSubmission(path.join(folder, place), course)).rejects.toMatchObject({
      code: 'no-such-folder',
      message: expect.stringContaining('There is no folder'),
    });
  });
});
