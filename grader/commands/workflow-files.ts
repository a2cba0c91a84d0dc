import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { Refusal } from '../contract/refusal.ts';
import type { Environment } from './platform.ts';

/**
 * Outputs of a step in the form in which a runner reads them: each between two lines of
 * a word that nobody can guess, so that no output can end itself and begin another.
 */
export function outputLines(
  outputs: Readonly<Record<string, string>>,
  word: () => string = randomUUID,
): string {
  return Object.entries(outputs)
    .map(([name, text]) => {
      const end = `end_${word()}`;
      return `${name}<<${end}\n${text.replace(/\r\n?/g, '\n')}\n${end}\n`;
    })
    .join('');
}

/**
 * Appends to one of the files that a runner gives to a step, from a line of its own on; where
 * there is no such file, nothing is done.
 *
 * @throws Refusal when it cannot be written to
 */
export async function appendFor(
  env: Environment,
  name: 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY',
  text: string,
): Promise<void> {
  const file = env[name] ?? '';
  if (file === '' || text === '') return;
  try {
    await appendFile(file, `\n${text}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'cannot-write',
      `The file of ${name} cannot be written (${why})`,
      'Run this in a step of a workflow, or leave "--format auto" out.',
    );
  }
}
