import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { writeWhole } from './write.ts';

/** A name that a file may have, but not with anything after it. */
const LONGEST = 'n'.repeat(250);

describe('files', () => {
  test('are written with their folders, and nothing beside them', async () => {
    const folder = await temporaryFolder();
    const bytes = Buffer.from([0, 255, 10]);
    await writeWhole({
      [path.join(folder, 'a.txt')]: 'ä',
      [path.join(folder, 'in/b.gz')]: bytes,
    });
    expect(await readFile(path.join(folder, 'a.txt'), 'utf8')).toBe('ä');
    expect(await readFile(path.join(folder, 'in/b.gz'))).toEqual(bytes);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'a.txt',
      'in',
      path.join('in', 'b.gz'),
    ]);
  });

  test.each([
    ['a folder is in the place of one', 'in'],
    ['one cannot be written', LONGEST],
    ['a file is in the place of a folder', 'a.txt/b.txt'],
  ])('stand as they stood where %s', async (_, other) => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'a.txt': 'old', 'in/b.txt': 'old' });
    const before = await readdir(folder, { recursive: true });
    const written = writeWhole({
      [path.join(folder, 'a.txt')]: 'new',
      [path.join(folder, other)]: 'new',
    });
    await expect(written).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readFile(path.join(folder, 'a.txt'), 'utf8')).toBe('old');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test('are refused with the file, why, and what to do', async () => {
    const file = path.join(await temporaryFolder(), LONGEST);
    await expect(writeWhole({ [file]: '' }, 'Make room.')).rejects.toMatchObject({
      message: expect.stringMatching(/n{250} cannot be written \(ENAMETOOLONG/),
      remedy: 'Make room.',
    });
  });

  test('may be written to one place by two at a time', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.txt');
    const texts = Array.from({ length: 8 }, (_, nth) => `${nth}`.repeat(10_000));
    await Promise.all(texts.map((text) => writeWhole({ [file]: text })));
    expect(texts).toContain(await readFile(file, 'utf8'));
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  test.skipIf(process.platform === 'win32')('stay where a link leads to', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'in/b.txt': 'old' });
    await symlink(path.join('in', 'b.txt'), path.join(folder, 'a.txt'));
    await writeWhole({ [path.join(folder, 'a.txt')]: 'new' });
    expect((await lstat(path.join(folder, 'a.txt'))).isSymbolicLink()).toBe(true);
    expect(await readFile(path.join(folder, 'in/b.txt'), 'utf8')).toBe('new');
  });

  test.skipIf(process.platform === 'win32')('are read by whom they were read before', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { 'a.txt': 'old' });
    await chmod(path.join(folder, 'a.txt'), 0o600);
    await writeWhole({ [path.join(folder, 'a.txt')]: 'new' });
    expect((await stat(path.join(folder, 'a.txt'))).mode & 0o777).toBe(0o600);
  });
});
