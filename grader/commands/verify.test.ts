import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { chainrule, chainruleProcess, type Ended, projectRoot } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

async function verified(
  files: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ended & { readonly folder: string }> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...files });
  // Workers that are ended in the midst of something leave what they started to their process.
  const ended = await chainruleProcess(['verify', '--seeds', '1', ...words], { cwd: folder });
  // Where it is run decides about colours.
  return { ...ended, stdout: stripVTControlCharacters(ended.stdout), folder };
}

const solution = toyCourse['solutions/01-double/solution.ts'];

test('a course that holds together is proved and leaves with 0', async () => {
  const { code, stdout, stderr } = await verified({}, '--seeds', '2');
  expect(stdout).toContain('13 claims hold. Programs were tried on 2 seeds.');
  expect(stdout).toMatch(
    /mistakes +│ 1 named.*mutants +│ 11 lose points, 0 rightly none.*checks +│ 2 needed, 1 kept/s,
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('a solution that depends on more than its inputs is a breach', async () => {
  const { code, stdout } = await verified({
    'solutions/01-double/solution.ts': `let calls = 0;\n${solution.replace('return Matrix.mul(Z, 2);', 'calls += 1;\n  return Matrix.mul(Z, 2).add(calls);')}`,
  });
  expect(stdout).toMatch(/BREACH in 01-double, solution: seed 1: pure fail: not-repeatable/);
  expect(code).toBe(1);
});

test('a survivor is told with its lines and leaves with 1', async () => {
  const half = solution.replace('return z / 2;', 'return z / 2 + 1e-15;');
  const { code, stdout } = await verified({ 'solutions/01-double/solution.ts': half });
  expect(stdout).toContain(
    'SURVIVOR in 01-double, line 11, column 16, arithmetic: answers otherwise, and within the tolerance of every check\n' +
      '  - return z / 2 + 1e-15;\n  + return z / 2 - 1e-15;\n',
  );
  expect(code).toBe(1);
});

test('a record of no survivor is told and leaves with 1', async () => {
  const stale = { from: 'return z / 2;', to: 'return z;', reason: 'It was one once.' };
  const { code, stdout } = await verified({
    'solutions/01-double/equivalents.json': JSON.stringify([stale]),
  });
  expect(stdout).toContain(
    'BREACH in 01-double, mutants: equivalents.json speaks of no survivor: "return z / 2;" -> "return z;"',
  );
  expect(code).toBe(1);
});

test('a quick run says what it left out', async () => {
  const { code, stdout } = await verified({}, '--quick');
  expect(stdout).toContain('This was a quick run. Programs were tried on one seed only.');
  expect(code).toBe(0);
});

describe('the document', () => {
  test('is printed alone where no file is named, and says the same with any number of workers', async () => {
    const [one, three] = [
      await verified({}, '--jobs', '1', '--json'),
      await verified({}, '--jobs', '3', '--json'),
    ];
    expect(JSON.parse(one.stdout)).toMatchObject({ schema: 'chainrule/verification', holds: true });
    expect(three.stdout).toBe(one.stdout);
  });

  test('is written beside the page where a file is named', async () => {
    const { folder } = await verified({}, '--json', 'out/proof.json', '--out', 'out/proof.html');
    const read = (name: string) => readFile(path.join(folder, 'out', name), 'utf8');
    expect(JSON.parse(await read('proof.json')).exercises.length).toBe(1);
    expect(await read('proof.html')).toContain('<h1>What was proved of ');
  });

  test('never takes the place of the page', async () => {
    const { code, stderr } = await verified({}, '--json', 'proof', '--out', './proof');
    expect(stderr).toMatch(/The page and the document would both be/);
    expect(code).toBe(2);
  });
});

test('a page that has no room is refused before anything is tried', async () => {
  const broken = { 'solutions/01-double/mistakes.ts': 'export const mistakes = 1;' };
  const { code, stderr } = await verified(broken, '--out', 'solutions');
  expect(stderr).toMatch(/solutions cannot be written \(a folder is in its place\)/);
  expect(code).toBe(2);
});

test.each([
  ['--jobs', '0'],
  ['--seeds', 'many'],
  ['--only', '09'],
])('%s %s is refused', async (option, word) => {
  expect((await verified({}, option, word)).code).toBe(2);
});

test('a kind of check that is not there is refused with its name', async () => {
  const { code, stderr } = await verified({
    'exercises/01-double/exercise.json': toyCourse['exercises/01-double/exercise.json'].replace(
      '"kind":"property"',
      '"kind":"magic"',
    ),
  });
  expect(stderr).toMatch(/magic/);
  expect(stderr).not.toContain('defect of the grader');
  expect(code).toBe(2);
});

test('an edit that does not stand in the solution is refused with its name', async () => {
  const { code, stderr } = await verified({
    'solutions/01-double/mistakes.ts': toyCourse['solutions/01-double/mistakes.ts'].replace(
      "find: 'Matrix.mul(Z, 2)'",
      "find: 'Matrix.mul(Z, 9)'",
    ),
  });
  expect(stderr).toMatch(/mistake "in-place": its edit stands 0 times/);
  expect(code).toBe(2);
});

test('an exercise added as two folders is found, keyed, graded, reported and proved', async () => {
  const folder = await temporaryFolder();
  for (const place of ['exercises/01-forward-pass', 'solutions/01-forward-pass']) {
    await cp(path.join(projectRoot, place), path.join(folder, place), { recursive: true });
  }
  const added = Object.entries(toyCourse).map(([place, text]) => [
    place.replace('01-double', '07-double'),
    text,
  ]);
  await writeFiles(folder, Object.fromEntries(added));
  await writeFiles(folder, { 'work/double.ts': solution });

  const key = await chainrule(['key', '--out', 'key.json'], { cwd: folder });
  expect(key.stderr).toBe('');
  expect(await readFile(path.join(folder, 'key.json'), 'utf8')).toContain('"07-double"');
  const grade = await chainrule(['grade', 'work', '--key', 'key.json'], { cwd: folder });
  expect(grade.stdout).toMatch(/✔ 07 +Double +100 \/ 100/);
  expect(await readFile(path.join(folder, 'feedback/feedback.html'), 'utf8')).toContain(
    '07 Double',
  );
  const proof = await chainruleProcess(['verify', '--only', '07', '--seeds', '1'], {
    cwd: folder,
  });
  expect(proof.stdout).toContain('13 claims hold.');
});
