import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chainrule, type Ended, projectRoot } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

async function verified(files: Readonly<Record<string, string>>, seeds = 1): Promise<Ended> {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...files });
  return chainrule(['verify', '--seeds', String(seeds)], { cwd: folder });
}

const solution = toyCourse['solutions/01-double/solution.ts'];

test('a course that holds together is proved and leaves with 0', async () => {
  const { code, stdout } = await verified({}, 2);
  expect(stdout).toContain('8 claims hold. The solutions were tried on 2 seeds.');
  expect(stdout).toContain('1 named');
  expect(code).toBe(0);
});

test('a solution that depends on more than its inputs is a breach', async () => {
  const { code, stdout } = await verified({
    'solutions/01-double/solution.ts': `let calls = 0;\n${solution.replace('return Matrix.mul(Z, 2);', 'calls += 1;\n  return Matrix.mul(Z, 2).add(calls);')}`,
  });
  expect(stdout).toMatch(/BREACH in 01-double, solution: seed 1: pure fail: not-repeatable/);
  expect(code).toBe(1);
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
  const proof = await chainrule(['verify', '--only', '07', '--seeds', '1'], { cwd: folder });
  expect(proof.stdout).toContain('8 claims hold.');
});
