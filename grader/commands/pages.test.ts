import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../contract/result.ts';
import { chainrule } from '../testing/command-line.ts';
import { golden } from '../testing/golden.ts';
import { writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

// What commands write for people to look at.

const right = toyCourse['solutions/01-double/solution.ts'];
const wrong = right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 3)');

// One grading serves several tests: its folder stays until the last of them.
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

/** A course with a picture and a question, and a submission. */
async function place(work: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-pages-'));
  folders.push(folder);
  const manifest = JSON.parse(toyCourse['exercises/01-double/exercise.json']);
  const picture = {
    kind: 'curves',
    probe: 'double',
    title: 'Twice as much',
    words: 'Every number is twice what it was.',
    with: { x: { label: 'entry' }, y: { label: 'value' }, curves: { twice: 'twice' } },
  };
  const questions = [{ line: 'Matrix\\.mul\\(', ask: 'Why is a new matrix made here?' }];
  await writeFiles(folder, {
    ...toyCourse,
    'exercises/01-double/exercise.json': JSON.stringify({
      ...manifest,
      pictures: [picture],
      questions,
    }),
    'work/double.ts': work,
  });
  return folder;
}

const read = (folder: string, name: string) => readFile(path.join(folder, name), 'utf8');

async function grade(folder: string, ...words: readonly string[]) {
  const ended = await chainrule(['grade', 'work', '--out', 'out', ...words], { cwd: folder });
  return { ...ended, page: await read(folder, 'out/feedback.html').catch(() => '') };
}

describe('a page of a right submission', () => {
  let page: string;
  beforeAll(async () => {
    ({ page } = await grade(await place(right)));
  });

  test('asks a question about a line of the student', () => {
    expect(page).toContain('Why is a new matrix made here?');
  });

  test('shows a picture of what the code does', () => {
    expect(page).toContain('Twice as much');
    expect(page).toContain('the twice of the reference');
  });

  test('leads to the lesson', () => {
    expect(page).toContain('href="../exercises/01-double/README.md"');
  });
});

describe('a page of a wrong submission', () => {
  let page: string;
  beforeAll(async () => {
    ({ page } = await grade(await place(wrong)));
  });

  test('shows what came back beside what was expected', () => {
    expect(page).toContain('Your twice');
    expect(page).toContain('Expected twice');
  });

  test('shows the function with what is wrong about it', () => {
    expect(page).toMatch(/▲ ✘ double gives twice the matrix/);
  });
});

describe('with an older result', () => {
  test('the page says what is newly right', async () => {
    const folder = await place(wrong);
    await grade(folder);
    await writeFile(path.join(folder, 'work/double.ts'), right);
    const { page } = await grade(folder, '--since', 'out/result.json');
    expect(page).toMatch(
      /Newly right:<\/p>\s*<ul><li>01: double gives twice the matrix<\/li><\/ul>/,
    );
  });

  test('of another course, nothing is graded', async () => {
    const folder = await place(right);
    await writeFile(path.join(folder, 'older.json'), JSON.stringify(golden));
    const { code, stderr, page } = await grade(folder, '--since', 'older.json');
    expect(stderr).toMatch(
      /older\.json is a result of the course chainrule, not of .*Give --since/,
    );
    expect([code, page]).toEqual([2, '']);
  });
});

describe('with a secret seed', () => {
  const SECRET = 'hush-hush';
  let folder: string;
  let page: string;
  let result: Result;
  beforeAll(async () => {
    folder = await place(wrong);
    ({ page } = await grade(folder, '--seed', SECRET, '--secret'));
    result = JSON.parse(await read(folder, 'out/instructor/result.json'));
  });

  /** Every expected number of what was compared, as the page would write it. */
  const expected = () =>
    result.exercises
      .flatMap(({ checks }) => checks.flatMap(({ got }) => got?.compared?.expected ?? []))
      .map((number) => Number(Number(number).toPrecision(4)).toString());

  test('its result lies apart', async () => {
    await expect(access(path.join(folder, 'out/result.json'))).rejects.toThrow('ENOENT');
  });

  test('there is something to hide', () => {
    expect(expected().length).toBeGreaterThan(3);
  });

  test('the page of the student shows no expected number and not the seed', () => {
    expect(page).not.toContain(SECRET);
    for (const number of expected()) expect(page).not.toContain(number);
  });

  test("the instructor's view shows both", async () => {
    const words = ['render', 'out/instructor/result.json', '--format', 'instructor'];
    const { stdout } = await chainrule(words, { cwd: folder });
    expect(stdout).toContain(SECRET);
    for (const number of expected()) expect(stdout).toContain(`>${number}<`);
  });

  test('a key of it keeps the secret too', async () => {
    const words = ['key', '--seed', SECRET, '--secret', '--out', 'key.json'];
    await chainrule(words, { cwd: folder });
    const graded = await grade(folder, '--key', 'key.json');
    expect(graded.page).not.toContain(SECRET);
    expect(graded.page).toContain('kept by your teacher');
  });
});

test('a secret needs a seed', async () => {
  const { code, stderr } = await grade(await place(right), '--secret');
  expect(stderr).toContain('Without --seed the seed is 1, which is no secret');
  expect(code).toBe(2);
});

test('a key of another seed is refused without telling a secret one', async () => {
  const folder = await place(right);
  const words = ['--seed', 'hush-hush', '--secret', '--out', 'key.json'];
  await chainrule(['key', ...words], { cwd: folder });
  const { stderr } = await grade(folder, '--key', 'key.json', '--seed', 'other');
  expect(stderr).toContain('key.json is a key of another seed, not of seed other');
});

describe('the pages of the demo', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await place(right);
    await chainrule(['demo'], { cwd: folder });
  });

  test('are one for the class and one for each submission', async () => {
    await access(path.join(folder, 'feedback/index.html'));
    expect(await readdir(path.join(folder, 'feedback/students'))).toEqual([
      'all-right.html',
      'does-not-parse.html',
      'graded-by-key.html',
      'half-way.html',
      'mistake-in-01.html',
      'needs-review.html',
      'never-stops.html',
      'untouched.html',
    ]);
  });

  test('show every kind of outcome', async () => {
    const index = await read(folder, 'feedback/index.html');
    for (const words of ['right', 'not yet', 'could not be judged', 'waits'])
      expect(index).toContain(words);
  });

  test('lead to each other', async () => {
    const index = await read(folder, 'feedback/index.html');
    const links = [...index.matchAll(/href="([^"#]+)"/g)].map(([, link = '']) => link);
    expect(new Set(links).size).toBe(16);
    for (const link of links) await access(path.join(folder, 'feedback', link));
  });
});

describe('the pages of a class', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await place(right);
    const named = (submission: string) => JSON.stringify({ ...golden, submission });
    await writeFiles(folder, {
      'results/ada/result.json': named('ada'),
      'results/grace/out/result.json': named('../../grace'),
      'results/again.json': named('Ada'),
      'other/result.json': JSON.stringify({ ...golden, course: 'other' }),
    });
  });

  test('are made from results, and every submission has its own', async () => {
    const { code, stdout } = await chainrule(['class', 'results'], { cwd: folder });
    expect(stdout).toMatch(/^3 results: open feedback.index\.html/);
    expect(await readdir(path.join(folder, 'feedback/students'))).toEqual([
      'Ada-2.html',
      'ada.html',
      'grace.html',
    ]);
    expect(code).toBe(0);
  });

  test('are not made from results of two courses', async () => {
    const { code, stderr } = await chainrule(['class', 'results', 'other'], { cwd: folder });
    expect(stderr).toContain('The results are of more than one course: chainrule, other.');
    expect(code).toBe(2);
  });

  test.each([
    ['a place where nothing is', 'nowhere', 'There is nothing at nowhere'],
    ['a folder without results', 'work', 'There is no result in work'],
    ['a file that is no result', 'work/double.ts', 'work/double.ts'],
  ])('are not made from %s', async (_, where, words) => {
    const { code, stderr } = await chainrule(['class', where], { cwd: folder });
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });
});
