import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { HandIn } from '../../contract/class.ts';
import { extraField, packed, u32, u64, type ZipEntry, zipOf } from '../../testing/archives.ts';
import { courseExercise, courseOf, FIRST } from '../../testing/documents.ts';
import { temporaryFolder } from '../../testing/temporary.ts';
import { readClass } from '../class.ts';

const course = courseOf(courseExercise({ slug: FIRST }, { file: 'first.ts' }));

/** Ada's archive beside one of Bob's that is right, in a class of two. */
async function adasHandIn(
  archive: Buffer,
): Promise<{ readonly ada: HandIn; readonly bob: HandIn }> {
  const place = await temporaryFolder();
  await writeFile(path.join(place, 'ada.zip'), archive);
  await writeFile(path.join(place, 'bob.zip'), packed({ 'first.ts': 'of bob' }));
  const { handIns } = await readClass(place, course, { roster: null });
  const [ada, bob] = handIns;
  if (ada === undefined || bob === undefined) throw new Error('Both are listed.');
  return { ada, bob };
}

/** What is said of an archive of Ada's, without the place. */
async function saidOf(archive: Buffer): Promise<string> {
  const { ada, bob } = await adasHandIn(archive);
  await expect(bob.read(course)).resolves.toMatchObject({ id: 'bob' });
  try {
    await ada.read(course);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.name).toBe('Refusal');
    return error.message.replace(/^.*?ada\.zip"?/, 'ada.zip');
  }
  return 'read';
}

const first: ZipEntry = { name: 'first.ts', content: 'export const a = 1;\n' };
const beside = (name: ZipEntry['name'], own: Partial<ZipEntry> = {}) =>
  zipOf([first, { name, content: 'x', ...own }]);
const whole = zipOf([first]);
const DAMAGED = 'is damaged: its table of contents cannot be read';
const zeros = Buffer.alloc(32 * 1024 * 1024);

describe('an archive that cannot be listed is refused', () => {
  test.each<readonly [string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'is empty'],
    ['a text', Buffer.from('export const a = 1;\n'), 'is not a zip archive'],
    ['one byte', Buffer.from('P'), 'is not a zip archive'],
    ['a RAR archive', Buffer.from('526172211a0700', 'hex'), 'is a RAR archive, not a zip archive'],
    ['a 7z archive', Buffer.from('377abcaf271c00', 'hex'), 'is a 7z archive, not a zip archive'],
    ['a gzip archive', Buffer.from('1f8b0800', 'hex'), 'is a gzip archive, not a zip archive'],
    ['an XZ archive', Buffer.from('fd377a585a0000', 'hex'), 'is an XZ archive, not a zip archive'],
    ['a bzip2 archive', Buffer.from('425a6839', 'hex'), 'is a bzip2 archive, not a zip archive'],
    ['one whose end is missing', whole.subarray(0, -30), 'is cut off: its end is missing'],
    ['one that ends in the middle', whole.subarray(0, 40), 'is cut off: its end is missing'],
    [
      'one with bytes behind it',
      zipOf([first], { behind: Buffer.from('more') }),
      'has bytes behind its end',
    ],
    ['one that claims a comment', zipOf([first], { commentLength: 9 }), 'has bytes behind its end'],
    [
      'one of several parts',
      zipOf([first], { disk: 3 }),
      'is one part of an archive in several files',
    ],
    ['strong encryption', beside('b', { flags: 0x841 }), 'is encrypted'],
    ['a table of contents elsewhere', zipOf([first], { directory: 3 }), DAMAGED],
    ['a table of contents beyond the end', zipOf([first], { directory: 1e9 }), DAMAGED],
    ['more entries claimed than there are', zipOf([first], { count: 2 }), DAMAGED],
    [
      'an extra field longer than it is',
      beside('b', { extra: Buffer.from('01000900', 'hex') }),
      DAMAGED,
    ],
    [
      'a size that is said elsewhere, and is not',
      beside('b', { unpacked: 0xffffffff, extra: extraField(1, Buffer.alloc(4)) }),
      DAMAGED,
    ],
    ['zip64 that leads beyond all numbers', zipOf([first], { zip64: { at: 2n ** 63n } }), DAMAGED],
    ['zip64 that leads beyond the end', zipOf([first], { zip64: { at: 10n ** 6n } }), DAMAGED],
    ['zip64 that leads to something else', zipOf([first], { zip64: { at: 0n } }), DAMAGED],
    [
      'zip64 whose table lies beyond all numbers',
      zipOf([first], { zip64: { directory: 2n ** 64n - 1n } }),
      DAMAGED,
    ],
  ])('%s', async (_, archive, message) => {
    expect(await saidOf(archive)).toBe(`ada.zip ${message}`);
  });
});

describe('an archive beyond the limits is refused', () => {
  test('one of more entries than anybody hands in', async () => {
    expect(await saidOf(zipOf([first], { zip64: { count: 50_001n } }))).toBe(
      'ada.zip has more than 50000 entries',
    );
  });

  test('one larger than 64 MiB', async () => {
    const archive = zipOf([
      first,
      { name: 'b', method: 0, content: Buffer.alloc(64 * 1024 * 1024) },
    ]);
    expect(await saidOf(archive)).toBe('ada.zip is larger than 64 MiB');
  });

  test('one that would unpack to more than 1 GiB', async () => {
    const entries = [1, 2, 3].map((name) => ({ name: `${name}`, unpacked: 0x18000000 }));
    expect(await saidOf(zipOf([first, ...entries]))).toBe(
      'ada.zip would unpack to more than 1 GiB',
    );
  });

  test('one of nothing but zeros', async () => {
    expect(await saidOf(beside('zeros', { content: zeros }))).toBe(
      'ada.zip would unpack to more than 200 times its size',
    );
  });

  test('entries that share their bytes', async () => {
    const entries = [1, 2, 3].map((name) => ({ name: `${name}`, content: 'x', offset: 0 }));
    expect(await saidOf(zipOf([first, ...entries]))).toBe(
      'ada.zip has entries that overlap, as only an archive made to do harm has',
    );
  });
});

describe('an entry that nobody should unpack refuses the archive', () => {
  test.each<readonly [string, Buffer, string]>([
    ['a place above', beside('../b'), '"../b" leads out of the archive'],
    ['a place above, in the middle', beside('a/../../b'), '"a/../../b" leads out of the archive'],
    ['a place above, with backslashes', beside('..\\b'), '"..\\b" leads out of the archive'],
    ['an absolute place', beside('/etc/passwd'), '"/etc/passwd" has an absolute path'],
    ['a place on a drive', beside('C:\\b'), '"C:\\b" has an absolute path'],
    ['a place on another machine', beside('\\\\host\\b'), '"\\\\host\\b" has an absolute path'],
    ['a NUL', beside('a\0.ts'), '"a\\u{0}.ts" has control characters in its name'],
    ['a line break', beside('a\nb'), '"a\\u{a}b" has control characters in its name'],
    [
      'what a terminal obeys',
      beside('\u001b[2J'),
      '"\\u{1b}[2J" has control characters in its name',
    ],
    [
      'a long name',
      beside('a'.repeat(1025)),
      `"${'a'.repeat(100)}..." has a name longer than 1024 characters`,
    ],
    ['many folders', beside('a/'.repeat(33)), `"${'a/'.repeat(33)}" lies in more than 32 folders`],
    ['no name', beside(''), '"" has no name'],
    ['a name of dots alone', beside('./'), '"./" has no name'],
    [
      'a name that is not the UTF-8 that it says',
      beside(Buffer.from('caf\xe9', 'latin1')),
      '"café" has a name that is not UTF-8',
    ],
    ['a folder with content', beside('b/'), '"b" is a folder with content of its own'],
    [
      'a folder that passes for a file',
      beside('b', { mode: 0o040755 }),
      '"b" is a folder that passes for a file',
    ],
    [
      'a file beyond the end',
      beside('b', { packed: 10_000 }),
      '"b" lies beyond the end of the archive',
    ],
    ['two files of one name', zipOf([first, first]), '"first.ts" is there more than once'],
    [
      'two files of one name, written otherwise',
      beside('./first.ts'),
      '"first.ts" is there more than once',
    ],
    ['a file that is also a folder', beside('first.ts/b'), '"first.ts" is there more than once'],
  ])('%s', async (_, archive, message) => {
    expect(await saidOf(archive)).toBe(`ada.zip: ${message}`);
  });
});

describe('a declared file that cannot be unpacked refuses the hand-in', () => {
  const only = (own: Partial<ZipEntry>) => zipOf([{ ...first, ...own }]);

  test.each<readonly [string, Buffer, string]>([
    ['an encrypted one', only({ flags: 0x801 }), 'encrypted'],
    [
      'one packed in another way',
      only({ method: 14 }),
      'packed in a way that is not read (method 14)',
    ],
    ['one with another checksum', only({ crc32: 7 }), 'damaged'],
    ['one larger than it says', only({ unpacked: 3 }), 'damaged'],
    ['one smaller than it says', only({ unpacked: 99 }), 'damaged'],
    ['one of no bytes, as it says', only({ unpacked: 0 }), 'damaged'],
    ['one without its header', only({ signature: 7 }), 'damaged'],
    ['one that is no Deflate', only({ method: 8, content: 'x', packed: 1 }), 'damaged'],
    ['a stored one with two sizes', only({ method: 0, unpacked: 3 }), 'damaged'],
  ])('%s', async (_, archive, message) => {
    expect(await saidOf(archive)).toBe(`ada.zip has "first.ts" ${message}`);
  });
});

describe('a declared file that is no source is refused like that of a folder', () => {
  async function firstOf(archive: Buffer) {
    const { ada } = await adasHandIn(archive);
    return (await ada.read(course)).files.get(FIRST);
  }

  test.each<readonly [string, Partial<ZipEntry>, string]>([
    ['a symbolic link', { mode: 0o120777 }, 'symbolic-link'],
    ['a device', { mode: 0o020666 }, 'not-a-file'],
    ['a folder', { name: 'first.ts/', content: '' }, 'not-a-file'],
    ['one byte above the largest size', { content: 'x'.repeat(256 * 1024 + 1) }, 'too-large'],
    ['a NUL byte', { content: 'a\0' }, 'binary'],
    ['a letter written in Latin-1', { content: Buffer.from([0xe9]) }, 'not-utf8'],
  ])('%s', async (_, own, why) => {
    expect(await firstOf(zipOf([{ ...first, ...own }]))).toEqual({
      state: 'refused',
      path: 'first.ts',
      why,
    });
  });
});

describe('an archive that is only unusual is read', () => {
  const bytes = Buffer.from(first.content ?? '');
  const cafe = Buffer.from('cafe/first.ts');
  test.each<readonly [string, Buffer]>([
    ['made by another program', Buffer.from(zipSync({ 'ada/first.ts': strToU8('x') }))],
    ['stored', zipOf([{ ...first, method: 0 }])],
    ['with a comment', zipOf([first], { comment: 'of ada' })],
    [
      'with the numbers of zip64',
      zipOf([first], { zip64: {}, count: 0xffff, directory: 0xffffffff }),
    ],
    [
      'with sizes said in zip64',
      zipOf([{ ...first, unpacked: 0xffffffff, extra: extraField(1, u64(BigInt(bytes.length))) }]),
    ],
    ['from Unix', zipOf([{ ...first, mode: 0o100644 }])],
    ['with an empty folder', zipOf([{ name: 'notes/' }, first])],
    [
      'with backslashes between folders',
      zipOf([{ ...first, name: 'exercises\\01-first\\first.ts' }]),
    ],
    ['with dots before names', zipOf([{ ...first, name: './first.ts' }])],
    [
      'with names of the days of DOS beside it',
      zipOf([first, { name: Buffer.from([0x81]), flags: 0 }]),
    ],
    [
      'in a folder of UTF-8 that does not say so',
      zipOf([{ ...first, name: 'größe/first.ts', flags: 0 }]),
    ],
    [
      'with a Unicode name beside another',
      zipOf([
        {
          ...first,
          name: cafe,
          extra: extraField(
            0x7075,
            Buffer.concat([Buffer.from([1]), u32(crc32(cafe)), Buffer.from('café/first.ts')]),
          ),
        },
      ]),
    ],
    ['with links that nobody follows', beside('node_modules/.bin/tsc', { mode: 0o120777 })],
    ['with what macOS leaves', beside('__MACOSX/._first.ts')],
    ['with an encrypted file that is not declared', beside('notes.txt', { flags: 0x801 })],
    ['with damage in a file that is not declared', beside('notes.txt', { crc32: 1 })],
    [
      'with zeros that harm nobody',
      beside('zeros', { content: zeros.subarray(0, 15 * 1024 * 1024) }),
    ],
  ])('%s', async (_, archive) => {
    expect(await saidOf(archive)).toBe('read');
  });
});
