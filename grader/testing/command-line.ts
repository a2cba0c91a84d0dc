import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { buildAlone } from '../sandbox/esbuild-service.ts';

/** The project's own folder. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..');

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Place {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

// A process has one folder, one environment and one pair of streams.
let before: Promise<unknown> = Promise.resolve();

/**
 * Runs `chainrule` as a user does, but in this process, where its libraries are loaded
 * already: one run after the other.
 */
export function chainrule(list: readonly string[], place: Place = {}): Promise<Ended> {
  const run = before.then(() => runHere(list, place));
  before = run.catch(() => {});
  return run;
}

async function runHere(list: readonly string[], { cwd, env }: Place): Promise<Ended> {
  const home = process.cwd();
  // esbuild goes back for ever to the folder that it was loaded in, which is not to be one that goes away.
  await buildAlone({ stdin: { contents: '' }, write: false });
  const [stdout, stderr] = [caught('stdout'), caught('stderr')];
  process.chdir(cwd ?? projectRoot);
  for (const [name, value] of Object.entries(env ?? {})) vi.stubEnv(name, value);
  try {
    const code = await runCommandLine(list);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    vi.unstubAllEnvs();
    process.chdir(home);
    stdout.end();
    stderr.end();
  }
}

/** What is written to a stream of this process, from now until the end. */
function caught(name: 'stdout' | 'stderr') {
  let text = '';
  const writing = vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
    text += chunk;
    return true;
  });
  return { text: () => text, end: () => writing.mockRestore() };
}

interface Bounded extends Place {
  /** Bytes that no file may grow above, to the next half kibibyte; where there is a POSIX shell. */
  readonly largestFile?: number;
}

/** Runs `chainrule` as a process of its own, from the built program. */
export function chainruleProcess(list: readonly string[], options: Bounded = {}): Promise<Ended> {
  const words = [process.execPath, path.join(projectRoot, 'dist', 'cli.js'), ...list];
  const blocks = Math.floor((options.largestFile ?? 0) / 512);
  const bounded = ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...words];
  const [program = '', ...rest] = options.largestFile === undefined ? words : bounded;
  return new Promise((resolve) => {
    execFile(
      program,
      rest,
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
