import { describe, expect, test } from 'vitest';
import { packed } from '../../testing/archives.ts';
import { courseExercise, courseOf, FIRST, SECOND } from '../../testing/documents.ts';
import { memorySource } from '../archive/bytes.ts';
import { HAND_IN_LIMITS } from '../archive/limits.ts';
import { archiveTree } from '../tree/archive-tree.ts';
import { readHandIn } from './hand-in.ts';

const course = courseOf(
  courseExercise({ slug: FIRST }, { file: 'first.ts' }),
  courseExercise({ slug: SECOND }, { file: 'first-2.ts' }),
);

type Files = Readonly<Record<string, string | Buffer>>;

async function filesIn(files: Files) {
  const source = memorySource(packed(files));
  const { tree } = await archiveTree(source, 'export', HAND_IN_LIMITS);
  return (await readHandIn(tree, 'ada', course)).files;
}

async function firstIn(files: Files) {
  const found = (await filesIn(files)).get(FIRST);
  return found?.state === 'read' ? `${found.path}: ${found.text}` : found;
}

describe('a file to grade is found', () => {
  test.each<readonly [string, Files, string]>([
    ['by itself', { 'first.ts': 'x' }, 'first.ts: x'],
    ['in a whole course', { 'exercises/01-first/first.ts': 'x' }, 'exercises/01-first/first.ts: x'],
    ['in the folder of its exercise', { '01-first/first.ts': 'x' }, '01-first/first.ts: x'],
    ['one folder down', { 'ada/first.ts': 'x' }, 'ada/first.ts: x'],
    [
      'in a course one folder down',
      { 'ada/exercises/01-first/first.ts': 'x' },
      'ada/exercises/01-first/first.ts: x',
    ],
    [
      'in the one folder of several that has it',
      { 'a/x': 'x', 'b/first.ts': 'x' },
      'b/first.ts: x',
    ],
    ['in an archive', { 'work.zip': packed({ 'first.ts': 'x' }) }, 'first.ts: x'],
    ['in an archive in capitals', { 'WORK.ZIP': packed({ 'first.ts': 'x' }) }, 'first.ts: x'],
    [
      'one folder down in an archive',
      { 'work.zip': packed({ 'ada/first.ts': 'x' }) },
      'ada/first.ts: x',
    ],
    [
      'in an archive beside a file of another exercise',
      { 'first-2.ts': 'y', 'work.zip': packed({ 'first.ts': 'x' }) },
      'first.ts: x',
    ],
    [
      'by itself and in an archive, the same',
      { 'first.ts': 'x', 'work.zip': packed({ 'first.ts': 'x' }) },
      'first.ts: x',
    ],
    ['uploaded again', { 'first-1.ts': 'x' }, 'first-1.ts: x'],
    [
      'uploaded ten times, the last',
      { 'first-1.ts': 'a', 'first-9.ts': 'b', 'first-10.ts': 'x' },
      'first-10.ts: x',
    ],
    ['by its own name, before any upload', { 'first-1.ts': 'a', 'first.ts': 'x' }, 'first.ts: x'],
    ['uploaded again in the folder of a student', { 'ada/first-1.ts': 'x' }, 'ada/first-1.ts: x'],
    [
      'beside an archive that nobody needs',
      { 'first.ts': 'x', 'first-2.ts': 'y', 'data.zip': 'broken' },
      'first.ts: x',
    ],
    [
      'without what macOS leaves',
      { '__MACOSX/first.ts': 'a', 'ada/first.ts': 'x' },
      'ada/first.ts: x',
    ],
  ])('%s', async (_, files, text) => {
    expect(await firstIn(files)).toBe(text);
  });
});

test('a file of another exercise is no upload of this one', async () => {
  expect(await firstIn({ 'first-2.ts': 'y' })).toEqual({ state: 'missing' });
});

test.each(['first-0.ts', 'first-01.ts', 'first-x.ts', 'first-.ts', 'first-1.js', 'first-1.ts.txt'])(
  'a name that Canvas does not make is no upload: %s',
  async (name) => {
    expect(await firstIn({ 'first-2.ts': 'y', [name]: 'x' })).toEqual({ state: 'missing' });
  },
);

describe('two files for one exercise are ambiguous', () => {
  test.each<readonly [string, Files]>([
    ['in a course and by itself', { 'exercises/01-first/first.ts': 'x', 'first.ts': 'y' }],
    [
      'in an archive and by itself, where another is missing',
      { 'first.ts': 'y', 'work.zip': packed({ 'first.ts': 'x' }) },
    ],
  ])('%s', async (_, files) => {
    expect(await firstIn(files)).toEqual({ state: 'refused', path: 'first.ts', why: 'ambiguous' });
  });
});

describe('a hand-in that cannot be graded is refused', () => {
  const none = 'export holds none of the files to grade (first.ts, first-2.ts)';
  test.each<readonly [string, Files, string]>([
    ['with none of the files', { 'notes.txt': '' }, none],
    ['with nothing', {}, none],
    ['with a file two folders down', { 'a/b/first.ts': 'x' }, none],
    [
      'with another kind of archive',
      { 'work.rar': 'x' },
      `${none}; "work.rar" is an archive that is not read`,
    ],
    [
      'with files in two folders',
      { 'a/first.ts': 'x', 'b/first.ts': 'x' },
      'export has files to grade in more than one folder: "a", "b"',
    ],
    [
      'with two archives',
      { 'a.zip': 'x', 'b.zip': 'x' },
      'export has more than one archive: "a.zip", "b.zip"',
    ],
    ['with an archive that is none', { 'a.zip': 'x' }, 'export/a.zip is not a zip archive'],
    ['with an archive of nothing', { 'a.zip': packed({}) }, none],
    [
      'with an archive that leads out',
      { 'a.zip': packed({ '../first.ts': 'x' }) },
      'export/a.zip: "../first.ts" leads out of the archive',
    ],
    [
      'with an archive in an archive',
      { 'a.zip': packed({ 'b.zip': packed({ 'first.ts': 'x' }) }) },
      none,
    ],
    [
      'with a missing file and a broken archive',
      { 'first.ts': 'x', 'a.zip': 'x' },
      'export/a.zip is not a zip archive',
    ],
  ])('%s', async (_, files, message) => {
    await expect(firstIn(files)).rejects.toMatchObject({ name: 'Refusal', message });
  });
});
