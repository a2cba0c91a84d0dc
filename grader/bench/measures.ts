import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Milliseconds of wall time of a whole command, which must end well. */
export async function wall(words: readonly string[]): Promise<number> {
  const start = performance.now();
  await output(words);
  return performance.now() - start;
}

/** What a command writes; throws where it does not end well. */
export function output(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${words.join(' ')}\n${stdout}\n${stderr}`));
    });
  });
}

/**
 * Milliseconds of processor time of a whole command and its children.
 *
 * @param most seconds of processor time, after which it is ended, however far it is
 */
export async function processorTime(words: readonly string[], most?: number): Promise<number> {
  const ended = most === undefined ? '' : `ulimit -t ${most}; `;
  const either = most === undefined ? '' : ' || true';
  const script = `TIMEFORMAT="%3U %3S"; ${ended}time { "$@" > /dev/null${either}; }`;
  const [user = Number.NaN, system = Number.NaN] = await new Promise<readonly number[]>(
    (resolve, reject) => {
      execFile('bash', ['-c', script, 'bash', process.execPath, ...words], (error, _, stderr) => {
        if (error === null) resolve(stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? []);
        else reject(error);
      });
    },
  );
  return (user + system) * 1000;
}

/**
 * Milliseconds of processor time of everything on this machine since it was started: the
 * only figure that has processes in it which the wall of the system ends. It means
 * something on a machine that does nothing else.
 */
export function machineTime(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.sys + times.nice, 0);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
