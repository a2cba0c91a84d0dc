import { randomUUID } from 'node:crypto';
import { type Environment, isWorkflow } from './platform.ts';

// A runner of GitHub's reads every line that a step prints. It obeys a line that begins with
// `::name`, and `##[name]` wherever that stands in one.

/**
 * Text that a runner shows and does not obey: no command is obeyed until a word that
 * nobody can guess has come.
 */
export function suspended(text: string, token: string = randomUUID()): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `::stop-commands::${token}\n${text}${end}::${token}::\n`;
}

/**
 * Text in which nothing is left to obey. Two streams may arrive in another order than they
 * were written in, so that what is said on the one cannot be suspended on the other.
 */
export function inert(text: string): string {
  return text
    .replace(/##(?=\[)/g, '#\u2060#\u2060')
    .replace(/^((?:[^\S\n\r\u2028\u2029]|\u0085)*):(?=:)/gm, '$1:\u2060');
}

/** Prints text in which a student's words may stand. */
export function print(text: string, env: Environment = process.env): void {
  process.stdout.write(isWorkflow(env) ? suspended(text) : text);
}

/** The same for what goes to the stream of errors. */
export function complain(text: string, env: Environment = process.env): void {
  process.stderr.write(isWorkflow(env) ? inert(text) : text);
}
