import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { buildingOn, toyCourse } from '../testing/toy-course.ts';

const stub = 'exercises/01-double/double.ts';

async function courseWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...files });
  return folder;
}

test('a stub that is not there yet is made from the solution', async () => {
  const folder = await courseWith({});
  await rm(path.join(folder, stub));
  const { code, stdout } = await chainrule(['stub'], { cwd: folder });
  expect(await readFile(path.join(folder, stub), 'utf8')).toBe(toyCourse[stub]);
  expect(stdout).toBe(`${stub}\n`);
  expect(code).toBe(0);
});

test('without solutions it says that there is nothing to make a stub from', async () => {
  const folder = await courseWith({});
  await rm(path.join(folder, 'solutions'), { recursive: true });
  const { code, stdout, stderr } = await chainrule(['stub'], { cwd: folder });
  expect(stderr).toMatch(
    /has no solutions\/01-double\/solution\.ts to make a stub from\. Write it/,
  );
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('where one stub cannot be made, none is written', async () => {
  const folder = await courseWith({ ...buildingOn, [stub]: 'export {};\n' });
  await rm(path.join(folder, 'solutions/02-quadruple'), { recursive: true });
  const { code } = await chainrule(['stub'], { cwd: folder });
  expect(await readFile(path.join(folder, stub), 'utf8')).toBe('export {};\n');
  expect(code).toBe(2);
});

test('a place that cannot be written to is no defect of the grader', async () => {
  // A name that a file system takes, but not with the ending of a file that is being written.
  const file = `${'a'.repeat(252)}.ts`;
  const folder = await courseWith({
    'exercises/01-double/exercise.json': toyCourse['exercises/01-double/exercise.json'].replace(
      'double.ts',
      file,
    ),
  });
  const { code, stderr } = await chainrule(['stub'], { cwd: folder });
  expect(stderr).toMatch(/^chainrule: .* cannot be written .*\. Allow writing there/);
  expect(code).toBe(2);
});
