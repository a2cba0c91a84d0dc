import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

/** A folder with a toy course and a submission that could be graded. */
async function setUp(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, toyCourse);
  await writeFiles(folder, { 'work/double.ts': toyCourse['solutions/01-double/solution.ts'] });
  return folder;
}

const broken: readonly {
  readonly title: string;
  readonly prepare?: (folder: string) => Promise<void>;
  readonly words: readonly string[];
  readonly says: RegExp;
}[] = [
  {
    title: 'a folder that does not exist',
    words: ['grade', 'nowhere'],
    says: /There is no folder nowhere\. Check the path/,
  },
  {
    title: 'a file in place of a folder',
    words: ['grade', 'work/double.ts'],
    says: /is a file, not a folder\. Check the path/,
  },
  {
    title: 'an empty folder',
    prepare: async (folder) => {
      await mkdir(path.join(folder, 'empty'));
    },
    words: ['grade', 'empty'],
    says: /holds none of the files to grade \(double\.ts\)\. Give the folder/,
  },
  {
    title: 'an exercise that is not there',
    words: ['grade', 'work', '--exercise', '09'],
    says: /There is no exercise "09"\. Choose from 01-double/,
  },
  {
    title: 'a manifest that is no JSON',
    prepare: (folder) => writeFile(path.join(folder, 'exercises/01-double/exercise.json'), '{'),
    words: ['grade', 'work'],
    says: /exercises\/01-double\/exercise\.json: not JSON .*Mend the manifest/,
  },
  {
    title: 'a folder where a manifest should be',
    prepare: async (folder) => {
      const place = path.join(folder, 'exercises/01-double/exercise.json');
      await rm(place);
      await mkdir(place);
    },
    words: ['grade', 'work'],
    says: /exercise\.json cannot be read: it is a folder\. Mend that/,
  },
  {
    title: 'a manifest with a field nobody knows',
    prepare: (folder) =>
      writeFile(
        path.join(folder, 'exercises/01-double/exercise.json'),
        toyCourse['exercises/01-double/exercise.json'].replace('"summary"', '"sumary"'),
      ),
    words: ['grade', 'work'],
    says: /exercises\/01-double\/exercise\.json: .*(summary|sumary)/,
  },
  {
    title: 'a kind of check that does not exist',
    prepare: (folder) =>
      writeFile(
        path.join(folder, 'exercises/01-double/exercise.json'),
        toyCourse['exercises/01-double/exercise.json'].replace('"matches"', '"maches"'),
      ),
    words: ['grade', 'work'],
    says: /there is no kind of check "maches"\. Give one of accuracy, .*matches/,
  },
  {
    title: 'settings that a check does not understand',
    prepare: (folder) =>
      writeFile(
        path.join(folder, 'exercises/01-double/exercise.json'),
        toyCourse['exercises/01-double/exercise.json'].replace('"outputs"', '"output"'),
      ),
    words: ['grade', 'work'],
    says: /check "doubles", "with": .*output/,
  },
  {
    title: 'a key that is no key',
    prepare: (folder) => writeFile(path.join(folder, 'key.json'), '{"schema":"something"}'),
    words: ['grade', 'work', '--key', 'key.json'],
    says: /key\.json: .*Make a key with "chainrule key"/,
  },
  {
    title: 'a key that is not there',
    words: ['grade', 'work', '--key', 'key.json'],
    says: /There is no file key\.json\. Make a key/,
  },
  {
    title: 'a seed with characters that no seed has',
    words: ['grade', 'work', '--seed', 'a b'],
    says: /"a b" is no seed\. A seed has/,
  },
  {
    title: 'an empty seed',
    words: ['grade', 'work', '--seed', ''],
    says: /"" is no seed/,
  },
  {
    title: 'a share of points that is no number',
    words: ['grade', 'work', '--at-least', 'most'],
    says: /--at-least is "most"\. Give a number from 0 to 100/,
  },
  {
    title: 'a level of isolation that does not exist',
    words: ['grade', 'work', '--require-isolation', 'moon'],
    says: /There is no level of isolation "moon"\. Give one of process, permissions, system/,
  },
  {
    title: 'a folder that is no course',
    words: ['grade', 'work', '--course', 'work'],
    says: /work is not a course/,
  },
  {
    title: 'a place that cannot be written to',
    words: ['grade', 'work', '--out', 'work/double.ts'],
    says: /cannot be written .*Choose another place with --out/,
  },
  {
    title: 'a result that is none',
    words: ['render', 'exercises/01-double/exercise.json'],
    says: /exercise\.json: .*Give a result\.json/,
  },
  {
    title: 'a report format that does not exist',
    words: ['render', 'result.json', '--format', 'pdf'],
    says: /There is no report format "pdf"\. Give one of .*markdown/,
  },
];

describe('bad input is answered with one line and exit code 2', () => {
  test.each(broken)('$title', async ({ prepare, words, says }) => {
    const folder = await setUp();
    await prepare?.(folder);
    const before = await readdir(folder);
    const { code, stdout, stderr } = await chainrule(words, { cwd: folder });
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(await readdir(folder)).toEqual(before);
  });
});

test('where one of the two files cannot be written, the other is not', async () => {
  const folder = await setUp();
  await mkdir(path.join(folder, 'feedback/feedback.html'), { recursive: true });
  const { code, stdout, stderr } = await chainrule(['grade', 'work'], { cwd: folder });
  expect(stderr).toMatch(/feedback\.html cannot be written \(a folder is in its place\)/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(await readdir(path.join(folder, 'feedback'))).toEqual(['feedback.html']);
});

test('a key of another version of the exercise is refused', async () => {
  const folder = await setUp();
  await chainrule(['key', '--out', 'key.json'], { cwd: folder });
  await writeFile(
    path.join(folder, 'exercises/01-double/probes.ts'),
    `${toyCourse['exercises/01-double/probes.ts']}\n// changed\n`,
  );
  const { code, stderr } = await chainrule(['grade', 'work', '--key', 'key.json'], { cwd: folder });
  expect(stderr).toMatch(/is of another version of 01-double/);
  expect(code).toBe(2);
});

test('a seed beside a key of another seed is refused', async () => {
  const folder = await setUp();
  await chainrule(['key', '--seed', '7', '--out', 'key.json'], { cwd: folder });
  const words = ['grade', 'work', '--key', 'key.json', '--seed', '8'];
  const { code, stderr } = await chainrule(words, { cwd: folder });
  expect(stderr).toMatch(/is a key of seed 7, not of seed 8/);
  expect(code).toBe(2);
});
