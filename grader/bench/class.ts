import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { mean } from 'd3-array';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { readCourse } from '../intake/course.ts';
import { machineTime, median, milliseconds, processorTime, wall } from './measures.ts';
import { kindsOf, TURN, writeClass } from './mixed-class.ts';
import { computeProgram, handIn } from './same-project.ts';

// A whole class beside what it is held against, in one run. The machine must do nothing else.

const SIZE = Number(process.argv[2] ?? 200);
const root = process.cwd();
const program = path.join(root, 'dist/cli.js');

const course = await readCourse(root);
const place = await mkdtemp(path.join(root, 'dist', 'bench-'));
try {
  await handIn(course, place);
  const kinds = await kindsOf(course);
  const [one, two] = [path.join(place, 'one'), path.join(place, 'two')];
  await writeClass(course, one, SIZE, kinds);
  await writeClass(course, two, 2 * SIZE, kinds);
  const vitest = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', place];

  // In between, and not at the end alone: the machine may be faster or slower by then.
  const held: Record<'vitest' | 'plain', number[]> = { vitest: [], plain: [] };
  const holdAgainst = async (): Promise<void> => {
    held.vitest.push(await wall(vitest));
    held.plain.push(mean(await plainTimes(one)) ?? Number.NaN);
  };
  await holdAgainst();
  const first = await graded(one);
  const again = await graded(one);
  await holdAgainst();
  const twice = await graded(two);
  await holdAgainst();
  const afresh = await graded(one, '--fresh');
  await holdAgainst();
  const single = {
    wall: (first.wall + afresh.wall) / 2 / SIZE,
    processor: (first.processor + afresh.processor) / 2 / SIZE,
  };
  const [vitestTime, plain] = [median(held.vitest), median(held.plain)];
  const lines = [
    [`a class of ${SIZE}`, `${(first.wall / 1000).toFixed(1)} s`],
    ['a hand-in, wall', milliseconds(single.wall)],
    ['vitest run of the same checks, a right submission', milliseconds(vitestTime)],
    ['vitest / a hand-in', (vitestTime / single.wall).toFixed(1)],
    ['a hand-in, processor', milliseconds(single.processor)],
    ['its functions in plain Node, a process, processor', milliseconds(plain)],
    ['a hand-in / plain Node, processor', (single.processor / plain).toFixed(2)],
    ['twice the class / the class', (twice.wall / single.wall / SIZE).toFixed(2)],
    ['the most memory, twice the class / the class', (twice.memory / first.memory).toFixed(2)],
    ['unchanged / the first run', (again.wall / first.wall).toFixed(4)],
  ];
  process.stdout.write(
    `${lines.map(([name = '', value = '']) => `${name.padEnd(52)} ${value}`).join('\n')}\n`,
  );
} finally {
  await rm(place, { recursive: true, force: true });
}

/**
 * Milliseconds of processor time of the functions of some hand-ins of every kind, each in a
 * plain Node process. What never stops is ended after the time that the wall gives a call.
 */
async function plainTimes(folder: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (const name of (await readdir(folder)).sort().slice(0, TURN)) {
    const compute = await computeProgram(course, place, path.join(folder, name));
    times.push(await processorTime([compute], DEFAULT_LIMITS.seconds));
  }
  return times;
}

/** Milliseconds of wall and processor time of a run, and the most memory (KiB) that the program itself had. */
async function graded(folder: string, ...more: readonly string[]) {
  const [start, before] = [performance.now(), machineTime()];
  const child = spawn(
    process.execPath,
    [program, 'batch', folder, '--seed', 'bench', '--out', `${folder}-out`, ...more],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let memory = 0;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 100);
  const code = await new Promise<number>((resolve) =>
    child.on('exit', (number) => resolve(number ?? 1)),
  );
  clearInterval(look);
  if (code !== 0) throw new Error(`chainrule batch left with ${code}`);
  return { wall: performance.now() - start, processor: machineTime() - before, memory };
}
