import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { chainruleProcess } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

/** What the shell is offered for the last of these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const cwd = await temporaryFolder();
  await writeFiles(cwd, toyCourse);
  const { stdout } = await chainruleProcess(['complete', '--', ...words], { cwd });
  return stdout
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((word) => word !== '' && !/^:\d+$/.test(word));
}

describe('a shell is offered', () => {
  test('the commands', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining(['grade', 'release', 'doctor']));
  });

  test('the options of a command', async () => {
    expect(await offered('grade', '--')).toEqual(expect.arrayContaining(['--exercise', '--seed']));
  });

  test('the exercises of the folder that it is in', async () => {
    expect(await offered('grade', '.', '--exercise', '')).toEqual(['01-double']);
  });

  test('the formats of reports', async () => {
    expect(await offered('render', '--format', '')).toEqual(
      expect.arrayContaining(['html', 'markdown']),
    );
  });
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', async (shell) => {
  const { stdout, code } = await chainruleProcess(['completion', shell]);
  expect(stdout).toContain('chainrule');
  expect(code).toBe(0);
});

test('the script for bash is one that bash reads', async () => {
  const { stdout } = await chainruleProcess(['completion', 'bash']);
  const said = await new Promise<string>((resolve) => {
    const bash = execFile('bash', ['-n'], (_, out, err) => resolve(out + err));
    bash.stdin?.end(stdout);
  });
  expect(said).toBe('');
});

test('a shell that is not known is refused with those that are', async () => {
  const { stderr, code } = await chainruleProcess(['completion', 'tcsh']);
  expect(stderr).toMatch(/zsh.*bash.*fish/);
  expect(code).toBe(2);
});

test('the help of the program names it', async () => {
  expect((await chainruleProcess(['--help'])).stdout).toContain('completion <shell>');
});
