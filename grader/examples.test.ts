import { expect, test } from 'vitest';
import { EXAMPLES } from './examples.ts';
import { chainrule } from './testing/command-line.ts';

/** Commands as the help of the program names them. */
async function commands(): Promise<readonly string[]> {
  const { stdout } = await chainrule(['--help']);
  const listed = stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm);
  return [...listed].map(([, name = '']) => name).filter((name) => name !== 'help');
}

test('the help of every command ends with examples, and every example is of a command', async () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...(await commands())].sort());
});

test('examples use options that their command has', async () => {
  const helps = await Promise.all(
    Object.entries(EXAMPLES).map(async ([name, examples]) => ({
      examples,
      help: (await chainrule([name, '--help'])).stdout,
    })),
  );
  for (const { examples, help } of helps) {
    expect(help).toContain('Examples:');
    for (const example of examples) {
      expect(help).toContain(example);
      for (const [option] of example.matchAll(/--[a-z-]+/g)) {
        expect(help.split('Examples:')[0], example).toContain(option);
      }
    }
  }
});
