import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { REPORT_FORMATS } from './load.ts';
import { chainruleProcess, projectRoot } from './testing/command-line.ts';
import { resultOf } from './testing/documents.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { toyCourse } from './testing/toy-course.ts';

test('a refusal is one line that no terminal obeys, whatever a stranger wrote', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'result.json': JSON.stringify({ ...resultOf([]), 'a\u001b[2J\nb\u202e': 1 }),
  });
  const { code, stderr } = await chainruleProcess(['render', 'result.json'], { cwd: folder });
  expect(stderr).toMatch(/^chainrule: result\.json: [^\n]*\n$/);
  expect(stderr).toContain('a\ufffd[2J');
  expect(stderr).not.toMatch(/[\u001b\u202e]/);
  expect(code).toBe(2);
});

test('a reader that stops before the end changes nothing but what it reads', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    ...toyCourse,
    'work/double.ts': toyCourse['solutions/01-double/solution.ts'],
  });
  const program = path.join(projectRoot, 'dist', 'cli.js');
  const child = spawn(process.execPath, [program, 'grade', 'work'], { cwd: folder });
  child.stdout.destroy();
  const ended = new Promise((resolve) => child.on('close', resolve));
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toBe(0);
});

test('help names every report format', async () => {
  const { stdout } = await chainruleProcess(['render', '--help']);
  // Help is broken into lines.
  expect(stdout.replace(/\s+/g, ' ')).toContain(`one of ${REPORT_FORMATS.join(', ')}`);
});
