import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { chainrule, startChainrule } from '../testing/command-line.ts';
import { FIRST, IN_PLACE, RIGHT, workplace } from '../testing/workplace.ts';

// Without a terminal; in one it is tried in watch/in-a-terminal.test.ts.

/** What it says when these commands come all at once. */
async function piped(words: readonly string[], commands: string) {
  const { child, ended, written } = startChainrule(words);
  child.stdin.end(commands);
  const code = await ended;
  return { code, stdout: written() };
}

test('commands are read as lines, each when there is something that it can be about', async () => {
  const { words } = await workplace();
  const { stdout, code } = await piped(words, 'h\nl\n2\nq\n');
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
  for (const part of [
    'half gives half',
    'A question that may help',
    '> 01  Double: not yet',
    'Well done',
  ]) {
    expect(stdout).toContain(part);
  }
});

test('the report is whole before the next command', async () => {
  const { words, at } = await workplace();
  const { stdout } = await piped(words, 'o\nq\n');
  expect(stdout).toContain('report is in');
  expect(JSON.parse(await readFile(at('out/result.json'), 'utf8'))).toMatchObject({
    schema: 'chainrule/result',
  });
});

test('the judgement is that of grade', async () => {
  const { words, at, folder } = await workplace({ [FIRST]: IN_PLACE });
  await piped(words, 'o\nq\n');
  const watched = JSON.parse(await readFile(at('out/result.json'), 'utf8'));
  await chainrule(['grade', at('ada'), '--course', folder, '--out', at('graded')]);
  const graded = JSON.parse(await readFile(at('graded/result.json'), 'utf8'));
  expect({ ...watched, timings: {} }).toEqual({ ...graded, timings: {} });
  expect(await readFile(at('out/feedback.html'), 'utf8')).toBe(
    await readFile(at('graded/feedback.html'), 'utf8'),
  );
});

test('the end of the commands is not the end of the watch', async () => {
  const { words, save } = await workplace();
  const program = startChainrule(words);
  program.child.stdin.end();
  await program.says('half gives half');
  await save(FIRST, RIGHT);
  await program.says('Well done');
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(143);
});

test('who stops reading ends it quietly', async () => {
  const { words } = await workplace();
  const program = startChainrule(words);
  await program.says('Chainrule watches');
  program.child.stdout.destroy();
  expect([await program.ended, program.errors()]).toEqual([0, '']);
});

test.each([
  ['a folder that is not there', ['watch', 'no-such-folder']],
  ['an exercise that is not there', ['watch', '.', '--exercise', '77']],
])('%s is refused from the start', async (_, words) => {
  const { code, stderr } = await chainrule(words);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^chainrule: There is no/)]);
});
