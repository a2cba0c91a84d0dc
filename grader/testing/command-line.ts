import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The project's own folder. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..');

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `chainrule` as a user does, in the built program. */
export function chainrule(
  list: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const program = path.join(projectRoot, 'dist', 'cli.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...list],
      { cwd: options.cwd ?? projectRoot, env: { ...process.env, ...options.env } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** A `chainrule` that goes on running, with pipes to it. */
export function startChainrule(list: readonly string[]) {
  const program = path.join(projectRoot, 'dist', 'cli.js');
  const child = spawn(process.execPath, [program, ...list], { cwd: projectRoot });
  onTestFinished(() => void child.kill());
  const ended = new Promise<number>((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
  let [written, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    child,
    ended,
    written: () => written,
    errors: () => errors,
    /** Waits until something was written. */
    says: async (words: string): Promise<void> => {
      while (!written.includes(words)) {
        const over = await Promise.race([once(child.stdout, 'data'), ended]);
        if (typeof over === 'number' && !written.includes(words)) {
          throw new Error(`"${words}" was not said:\n${written}\n${errors}`);
        }
      }
    },
  };
}
