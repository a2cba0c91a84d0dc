import { execFile } from 'node:child_process';
import path from 'node:path';

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
