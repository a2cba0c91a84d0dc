import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../contract/result.ts';
import { chainrule, type Ended } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { buildingOn, toyCourse } from '../testing/toy-course.ts';

const right = toyCourse['solutions/01-double/solution.ts'];
const rightToo = buildingOn['solutions/02-quadruple/solution.ts'].replace(
  'solution.ts',
  'double.ts',
);

interface Run extends Ended {
  readonly folder: string;
  readonly result: Result;
  readonly page: string;
}

async function courseWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...buildingOn, ...files });
  return folder;
}

async function graded(
  folder: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const ended = await chainrule(['grade', 'work', '--out', 'out', ...words], { cwd: folder, env });
  const read = (name: string) => readFile(path.join(folder, 'out', name), 'utf8');
  const [json, page] = await Promise.all([read('result.json'), read('feedback.html')]);
  return { ...ended, folder, result: JSON.parse(json), page };
}

const outcomes = ({ result }: Run) =>
  result.exercises.flatMap(({ checks }) =>
    checks.map(({ id, status, reason }) => `${id}: ${status}, ${reason}`),
  );

const withoutTimings = ({ result }: Run) => JSON.stringify({ ...result, timings: {} });

test('a right submission earns everything and leaves with 0', async () => {
  const folder = await courseWith({ 'work/double.ts': right, 'work/quadruple.ts': rightToo });
  const run = await graded(folder);
  expect(run.result.points).toEqual({ earned: 200_000, possible: 200_000 });
  expect(run.stdout).toContain('Everything is right.');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
});

test('a submission below --at-least leaves with 1 and is graded all the same', async () => {
  const folder = await courseWith({ 'work/double.ts': right });
  const run = await graded(folder, ['--at-least', '80']);
  expect(run.result.points.earned).toBe(100_000);
  expect(run.code).toBe(1);
});

test('a known mistake is named, with its hint on every surface', async () => {
  const folder = await courseWith({
    'work/double.ts': right.replace('Matrix.mul(Z, 2)', 'Z.mul(2)'),
    'work/quadruple.ts': rightToo,
  });
  const run = await graded(folder);
  expect(run.result.exercises[0]?.mistakes.map(({ id }) => id)).toEqual(['in-place']);
  expect(run.stdout).toContain('double changes its input');
  expect(run.page).toContain('Is Z still what it was?');
});

test('a key grades as the solutions do, where nothing has to wait', async () => {
  const files = { 'work/double.ts': right.replace('Matrix.mul(Z, 2)', 'Z.mul(2)') };
  const folder = await courseWith(files);
  const [bySolutions] = [await graded(folder, ['--exercise', '01', '--seed', '5'])];
  await chainrule(['key', '--seed', '5', '--out', 'key.json'], { cwd: folder });
  await rm(path.join(folder, 'solutions'), { recursive: true });
  const byKey = await graded(folder, ['--exercise', '01', '--key', 'key.json']);
  expect(withoutTimings(byKey)).toBe(withoutTimings(bySolutions));
});

test('without solutions and without a key, it says what is missing', async () => {
  const folder = await courseWith({ 'work/double.ts': right });
  await rm(path.join(folder, 'solutions'), { recursive: true });
  const { code, stderr } = await chainrule(['grade', 'work'], { cwd: folder });
  expect(stderr).toMatch(/has no solutions\/01-double\/solution\.ts .*--key/);
  expect(code).toBe(2);
});

test('time zone, language and repetition change nothing but the timings', async () => {
  const folder = await courseWith({
    'work/double.ts': right.replace('Matrix.mul(Z, 2)', 'Matrix.mul(Z, 2.5)'),
    'work/quadruple.ts': rightToo,
  });
  const here = await graded(folder, [], { TZ: 'UTC', LANG: 'C' });
  const there = await graded(folder, [], {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(withoutTimings(there)).toBe(withoutTimings(here));
  expect(there.page).toBe(here.page);
});

test('a result is rendered again in every format without grading', async () => {
  const folder = await courseWith({ 'work/double.ts': right });
  const run = await graded(folder);
  const render = async (format: string) => {
    const words = ['render', 'out/result.json', '--format', format, '--out', 'out/again'];
    await chainrule([...words, '--course', '.'], { cwd: folder });
    return readFile(path.join(folder, 'out/again'), 'utf8');
  };
  expect(await render('html')).toBe(run.page);
  expect(JSON.parse(await render('json'))).toEqual(run.result);
  expect(await render('markdown')).toContain('100 of 200');
  expect(await render('terminal')).toContain('100 / 200');
});

test('a broken reference is an error of the course and no failure of the student', async () => {
  const folder = await courseWith({
    'work/double.ts': right,
    'work/quadruple.ts': rightToo,
    'solutions/01-double/solution.ts': right.replace('z / 2', 'z.half()'),
  });
  const run = await graded(folder);
  expect(outcomes(run)).toContain('half: error, reference-failed');
  expect(run.stdout).toContain('The reference itself did not give an answer here.');
  expect(run.code).toBe(2);
});
