import { execFileSync } from 'node:child_process';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary.ts';
import { isAbsent, LARGEST_FILE, readText } from './read-text.ts';

/** A folder of a stranger's, as `realpath` gives it. */
async function strangersFolder(): Promise<string> {
  return realpath(await temporaryFolder());
}

/** What is read of a file with this content. */
async function readingOf(content: string | Uint8Array) {
  const root = await strangersFolder();
  await writeFile(path.join(root, 'first.ts'), content);
  return readText(root, 'first.ts');
}

describe('a regular file is read', () => {
  test('with its text and the place that was asked for', async () => {
    expect(await readingOf('export const ä = 1;\n')).toEqual({
      state: 'read',
      path: 'first.ts',
      text: 'export const ä = 1;\n',
    });
  });

  test('below other folders', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'exercises/01-first'), { recursive: true });
    await writeFile(path.join(root, 'exercises/01-first/first.ts'), 'text');
    expect(await readText(root, 'exercises/01-first/first.ts')).toMatchObject({ text: 'text' });
  });

  test('when it is empty', async () => {
    expect(await readingOf('')).toMatchObject({ state: 'read', text: '' });
  });

  test('without the byte order mark that some editors put in front', async () => {
    expect(await readingOf('\ufeffexport {};')).toMatchObject({ text: 'export {};' });
  });

  test('up to the largest size', async () => {
    expect(await readingOf('x'.repeat(LARGEST_FILE))).toMatchObject({ state: 'read' });
  });
});

test('the largest size is 256 KiB', () => {
  expect(LARGEST_FILE).toBe(262_144);
});

describe('content that is no source is refused', () => {
  test.each([
    ['one byte above the largest size', 'x'.repeat(LARGEST_FILE + 1), 'too-large'],
    ['a NUL byte', 'const a = 1;\0', 'binary'],
    ['a byte that begins no character', Uint8Array.of(0x61, 0xff), 'not-utf8'],
    ['a character cut in half', Uint8Array.of(0x61, 0xc3), 'not-utf8'],
    ['what Windows calls Unicode', Buffer.from('\ufeffconst a = 1;', 'utf16le'), 'not-utf8'],
    ['a letter written in Latin-1', Buffer.from('// Größe', 'latin1'), 'not-utf8'],
    ['a surrogate, which UTF-8 has none of', Uint8Array.of(0xed, 0xa0, 0x80), 'not-utf8'],
  ])('%s', async (_, content, why) => {
    expect(await readingOf(content)).toEqual({ state: 'refused', path: 'first.ts', why });
  });
});

describe('what is not there is missing', () => {
  test('a file', async () => {
    expect(await readText(await strangersFolder(), 'first.ts')).toEqual({ state: 'missing' });
  });

  test('a file in a folder that is not there', async () => {
    const root = await strangersFolder();
    expect(await readText(root, 'exercises/01-first/first.ts')).toEqual({ state: 'missing' });
  });

  test('a file in what is a file itself', async () => {
    const root = await strangersFolder();
    await writeFile(path.join(root, 'exercises'), '');
    expect(await readText(root, 'exercises/first.ts')).toEqual({ state: 'missing' });
  });
});

describe('a symbolic link is refused', () => {
  const refused = { state: 'refused', path: 'work/first.ts', why: 'symbolic-link' };

  test('in place of the file', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'work'));
    await writeFile(path.join(root, 'other.ts'), 'text');
    await symlink('../other.ts', path.join(root, 'work/first.ts'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });

  test('in place of a folder above the file', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'elsewhere'));
    await writeFile(path.join(root, 'elsewhere/first.ts'), 'text');
    await symlink('elsewhere', path.join(root, 'work'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });

  test('that leads out of the folder', async () => {
    const outside = await strangersFolder();
    await writeFile(path.join(outside, 'first.ts'), 'secret');
    const root = await strangersFolder();
    await symlink(outside, path.join(root, 'work'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });

  test('that leads nowhere', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'work'));
    await symlink('nowhere.ts', path.join(root, 'work/first.ts'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });

  test('that leads to itself', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'work'));
    await symlink('first.ts', path.join(root, 'work/first.ts'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });

  test('in place of a folder, that leads to itself', async () => {
    const root = await strangersFolder();
    await symlink('work', path.join(root, 'work'));
    expect(await readText(root, 'work/first.ts')).toEqual(refused);
  });
});

describe('what is no file is refused', () => {
  test('a folder', async () => {
    const root = await strangersFolder();
    await mkdir(path.join(root, 'first.ts'));
    expect(await readText(root, 'first.ts')).toMatchObject({ why: 'not-a-file' });
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe, which would never come to an end',
    async () => {
      const root = await strangersFolder();
      execFileSync('mkfifo', [path.join(root, 'first.ts')]);
      expect(await readText(root, 'first.ts')).toMatchObject({ why: 'not-a-file' });
    },
  );
});

describe('an error says that nothing is there', () => {
  test.each(['ENOENT', 'ENOTDIR'])('%s does', (code) => {
    expect(isAbsent(Object.assign(new Error(), { code }))).toBe(true);
  });

  test.each([
    ['a missing right', Object.assign(new Error(), { code: 'EACCES' })],
    ['an error without a code', new Error('ENOENT')],
    ['what is no error', { code: 'ENOENT' }],
    ['nothing', undefined],
  ])('%s does not', (_, error) => {
    expect(isAbsent(error)).toBe(false);
  });
});
