import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult, Result } from './contract/result.ts';
import { chainrule } from './testing/command-line.ts';
import { releasedAndInstalled, type Told, testedIn } from './testing/starter.ts';
import { buildingOn, toyCourse } from './testing/toy-course.ts';

// What a student sees of `npm test`, in a repository that was released and installed.

const right = toyCourse['solutions/01-double/solution.ts'];

/** A known mistake and an error in the first exercise; the second waits for it, and never ends. */
const work = {
  'exercises/01-double/double.ts': right
    .replace('Matrix.mul(Z, 2)', 'Z.mul(2)')
    .replace('return z / 2', "console.log('heard', z);\n  return z.halve()"),
  'exercises/02-quadruple/quadruple.ts': buildingOn['solutions/02-quadruple/solution.ts']
    .replace('solution.ts', 'double.ts')
    .replace('double(double(Z))', 'double(Z)')
    .replace('return -z', 'while (z) z = -z;\n  return z'),
};

let home: string;
let told: Told;
let graded: Result;

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chainrule-test-'));
  const folder = await releasedAndInstalled(home, { ...toyCourse, ...buildingOn });
  for (const [place, text] of Object.entries(work)) await writeFile(path.join(folder, place), text);
  told = await testedIn(folder);
  await chainrule(['grade', '.', '--key', 'key.json'], { cwd: folder });
  graded = JSON.parse(await readFile(path.join(folder, 'feedback', 'result.json'), 'utf8'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

const toldOf = (title: string) => told.tests.find((each) => each.title.startsWith(title));

const AS_VITEST_SAYS: Readonly<Record<CheckResult['status'], string>> = {
  pass: 'passed',
  fail: 'failed',
  error: 'failed',
  skip: 'skipped',
};

describe('npm test in a student’s repository', () => {
  test('has a test for every check, with the title, the points and the outcome of the grader', () => {
    const checks = graded.exercises.flatMap((exercise) => exercise.checks);
    expect(told.tests.map(({ title, status }) => `${status}: ${title}`)).toEqual(
      checks.map(
        ({ title, points, status }) =>
          `${AS_VITEST_SAYS[status]}: ${title} (${points.possible / 1000} points)`,
      ),
    );
  });

  test('has seen every kind of outcome here', () => {
    expect(new Set(told.tests.map(({ status }) => status))).toEqual(
      new Set(['passed', 'failed', 'skipped']),
    );
  });

  test('shows the named mistake with its hint', () => {
    const message = toldOf('double leaves its input')?.failureMessages.join('\n');
    expect(message).toContain('Looks like: double changes its input.');
    expect(message).toContain('Is Z still what it was?');
  });

  test('leads to the line of the student’s own on which an error was thrown', () => {
    const message = toldOf('half gives half')?.failureMessages.join('\n');
    expect(message).toMatch(/exercises\/01-double\/double\.ts:12:\d+/);
    expect(message).not.toMatch(/node_modules|probes\.ts/);
  });

  test('lets the console be heard', () => {
    expect(told.text).toContain('heard');
  });

  test('comes to its end although a program does not', () => {
    const message = toldOf('negate turns the sign')?.failureMessages.join('\n');
    expect(message).toContain('did not come to an end within 1 second');
  });
});
