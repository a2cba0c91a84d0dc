import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { chainrule, type Ended } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

async function verified(half: string, equivalents: readonly object[] = []): Promise<Ended> {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'solutions/01-double/solution.ts': toyCourse['solutions/01-double/solution.ts'].replace(
      'return z / 2;',
      half,
    ),
    'solutions/01-double/equivalents.json': JSON.stringify(equivalents),
  });
  const ended = await chainrule(['verify', '--mutants'], { cwd: folder });
  // Where it is run decides about colours.
  return { ...ended, stdout: stripVTControlCharacters(ended.stdout) };
}

test('a course whose checks catch every mutant leaves with 0', async () => {
  const { code, stdout, stderr } = await verified('return z / 2;');
  expect(stdout).toMatch(/01-double +│ 11 +│ 11 +│ 0 +│ 0 +│ 100.0 %/);
  expect(stdout).toContain('01-double: what these fail, others fail too: pure (2)');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('a survivor is told with its lines and leaves with 1', async () => {
  const { code, stdout } = await verified('return z / 2 + 1e-15;');
  expect(stdout).toContain(
    'SURVIVOR in 01-double, line 11, column 16, arithmetic: answers otherwise, and within the tolerance of every check\n' +
      '  - return z / 2 + 1e-15;\n  + return z / 2 - 1e-15;\n',
  );
  expect(code).toBe(1);
});

test('a record of no survivor is told and leaves with 1', async () => {
  const stale = { from: 'return z / 2;', to: 'return z;', reason: 'It was one once.' };
  const { code, stdout } = await verified('return z / 2;', [stale]);
  expect(stdout).toContain(
    'STALE in 01-double, equivalents.json speaks of no survivor:\n  - return z / 2;\n  + return z;',
  );
  expect(code).toBe(1);
});
