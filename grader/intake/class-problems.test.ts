import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packed, zipOf } from '../testing/archives.ts';
import {
  canvasFiles,
  course,
  type Files,
  listed,
  moodleFiles,
  packedAs,
  readAt,
  unpackedAs,
} from '../testing/handed-in.ts';
import { temporaryFolder } from '../testing/temporary.ts';

describe('a class that cannot be listed is a problem, and everybody is absent', () => {
  test.each<readonly [string, Buffer, string]>([
    [
      'an archive that is cut off',
      packed({ 'ada/first.ts': '' }).subarray(0, -9),
      'is cut off: its end is missing',
    ],
    ['a text', Buffer.from('ada\n'), 'is not a zip archive'],
    [
      'metadata that is no YAML',
      packed({ 'submission_metadata.yml': 'a: [' }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that repeats itself',
      packed({ 'submission_metadata.yml': 'a: 1\na: 2\n' }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that grows without end',
      packed({ 'submission_metadata.yml': laughs() }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that is not UTF-8',
      packed({ 'submission_metadata.yml': Buffer.from([0xff]) }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that is damaged',
      zipOf([{ name: 'submission_metadata.yml', content: 'a: 1', crc32: 1 }]),
      ' has "submission_metadata.yml" damaged',
    ],
    [
      'metadata larger than 32 MiB',
      packed({ 'submission_metadata.yml': Buffer.alloc(33 * 1024 * 1024) }),
      '/submission_metadata.yml is larger than 32 MiB',
    ],
  ])('%s', async (_, archive, message) => {
    const place = path.join(await temporaryFolder(), 'class.zip');
    await writeFile(place, archive);
    const { handIns, absent, problems } = await readAt(place, [listed('ada')]);
    expect(handIns).toEqual([]);
    expect(absent).toEqual([listed('ada')]);
    expect(problems.map(({ what }) => what.replace(/^.*class\.zip ?/, ''))).toEqual([
      message.trimStart(),
    ]);
  });

  /** Lists of lists of lists, by aliases: nine of nine of nine. */
  function laughs(): string {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    return names
      .map((name, index) => {
        const before = names[index - 1];
        const items = Array.from({ length: 9 }, () => (before === undefined ? 'x' : `*${before}`));
        return `${name}: &${name} [${items.join(', ')}]\n`;
      })
      .join('');
  }
});

describe('a problem with one never stops the others', () => {
  test.each<readonly [string, Files, string]>([
    [
      'a loose file in a Canvas download',
      { ...canvasFiles, 'notes.pdf': 'x' },
      ': "notes.pdf" is not named as files of a Canvas download are',
    ],
    [
      'a loose file in a Moodle download',
      { ...moodleFiles, 'notes.pdf': 'x' },
      ': "notes.pdf" is not named as in a Moodle download',
    ],
    [
      'an archive beside its folder',
      { 'ada/first.ts': 'a', 'ada.zip': 'x' },
      ': "ada.zip" is not read, because the folder "ada" is there too',
    ],
    [
      'a submission of nobody',
      { 'submission_metadata.yml': 'submission_1:\n  :submitters: []\n' },
      '/submission_metadata.yml does not say whose submission_1 is',
    ],
  ])('%s', async (_, files, message) => {
    const { handIns, problems } = await readAt(await unpackedAs('class', files));
    expect(handIns.length).toBeGreaterThan(0);
    expect(problems.map(({ what }) => what.replace(/^.*\/class/, ''))).toEqual([message]);
  });

  test('a link in the place of a folder', async () => {
    const place = await unpackedAs('class', { 'ada/first.ts': 'a' });
    await symlink('ada', path.join(place, 'bob'));
    const { handIns, problems } = await readAt(place);
    expect(handIns.map(({ id }) => id)).toEqual(['ada']);
    expect(problems.map(({ what }) => what)).toEqual([
      `${place}: "bob" is a symbolic link, which is not followed`,
    ]);
  });

  test('an entry of the class that leads out of it', async () => {
    const place = await packedAs('class', { 'ada/first.ts': 'a', '../bob/first.ts': 'b' });
    const { handIns, problems } = await readAt(place);
    expect(handIns.map(({ id }) => id)).toEqual(['ada']);
    expect(problems.map(({ what }) => what)).toEqual([
      `${place}: "../bob/first.ts" leads out of the archive`,
    ]);
  });

  test('a hundred entries that lead out of it are told in twenty lines and one', async () => {
    const out = Array.from({ length: 100 }, (_, index) => [`../${index}`, 'x']);
    const place = await packedAs('class', { 'ada/first.ts': 'a', ...Object.fromEntries(out) });
    const { problems } = await readAt(place);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.what).toBe(`${place}: 80 more entries like these`);
  });

  test('a hand-in that was taken away since', async () => {
    const place = await packedAs('class', { 'ada/first.ts': 'a', 'bob/first.ts': 'b' });
    const { handIns } = await readAt(place);
    await writeFile(place, 'something else');
    await expect(handIns[0]?.read(course)).rejects.toMatchObject({ code: 'broken-archive' });
  });
});

describe('a place that is no class is refused', () => {
  test.skipIf(process.platform === 'win32')('a pipe, which never comes to an end', async () => {
    const place = path.join(await temporaryFolder(), 'class.zip');
    execFileSync('mkfifo', [place]);
    await expect(readAt(place)).rejects.toMatchObject({
      message: `${place} is neither a folder nor a file`,
    });
  });

  test('where there is nothing', async () => {
    const place = path.join(await temporaryFolder(), 'nowhere');
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'no-such-folder',
      message: `There is nothing at ${place}`,
    });
  });

  test('the work of one student', async () => {
    const place = await unpackedAs('ada', { 'exercises/01-first/first.ts': '' });
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `${place} is the work of one student, not of a class`,
    });
  });

  test.each([{}, { 'notes.txt': '' }])('one without hand-ins', async (files) => {
    const place = await unpackedAs('class', files);
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `${place} holds no hand-ins`,
    });
  });
});
