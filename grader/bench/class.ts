import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { asHandedIn } from '../analysis/stub.ts';
import type { Course, CourseExercise } from '../contract/course.ts';
import { readCourse } from '../intake/course.ts';
import { applyMistake, readMistakes } from '../make-key.ts';
import { Session } from '../sandbox/session.ts';
import { machineTime, median, output, processorTime, wall } from './measures.ts';
import { computeProgram, handIn } from './same-project.ts';

// A whole class beside what it is held against, in one run. The machine must do nothing else.

const SIZE = Number(process.argv[2] ?? 200);
const RUNS = 3;
const root = process.cwd();
const program = path.join(root, 'dist/cli.js');

const course = await readCourse(root);
const place = await mkdtemp(path.join(root, 'dist', 'bench-'));
try {
  await handIn(course, place);
  const kinds = await kindsOf(course);
  const [one, two] = [path.join(place, 'one'), path.join(place, 'two')];
  await writeClass(one, SIZE, kinds);
  await writeClass(two, 2 * SIZE, kinds);

  const first = await graded(one);
  const again = await graded(one);
  const twice = await graded(two);
  const vitest = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', place];
  const vitestTimes: number[] = [];
  for (let run = 0; run < RUNS; run += 1) vitestTimes.push(await wall(vitest));
  const plain = await computeProgram(course, place);
  const plainTimes: number[] = [];
  const plainCompute: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    plainTimes.push(await processorTime([plain]));
    plainCompute.push(Number(await output([plain])));
  }
  const each = (milliseconds: number) => milliseconds / SIZE;
  const lines = [
    [`a class of ${SIZE}`, `${(first.wall / 1000).toFixed(1)} s`],
    ['a hand-in, wall', `${each(first.wall).toFixed(0)} ms`],
    ['vitest run of the same checks, a right submission', `${median(vitestTimes).toFixed(0)} ms`],
    ['vitest / a hand-in', (median(vitestTimes) / each(first.wall)).toFixed(1)],
    ['a hand-in, processor', `${each(first.processor).toFixed(0)} ms`],
    ['the references in plain Node, a process', `${median(plainTimes).toFixed(0)} ms`],
    ['the references compute', `${median(plainCompute).toFixed(0)} ms`],
    ['a hand-in / plain Node, processor', (each(first.processor) / median(plainTimes)).toFixed(2)],
    ['twice the class / the class', (twice.wall / first.wall).toFixed(2)],
    ['the most memory, twice the class / the class', (twice.memory / first.memory).toFixed(2)],
    ['unchanged / the first run', (again.wall / first.wall).toFixed(4)],
  ];
  process.stdout.write(
    `${lines.map(([name = '', value = '']) => `${name.padEnd(52)} ${value}`).join('\n')}\n`,
  );
} finally {
  await rm(place, { recursive: true, force: true });
}

/** Texts of all files of a hand-in, by exercise. */
type Kind = (exercise: CourseExercise) => string;

/**
 * What a class hands in: of twenty seven made a known mistake, five are right, four
 * began, two left all stubs as they are, one never stops and one is up to no good.
 */
async function kindsOf({ exercises }: Course): Promise<readonly Kind[]> {
  const names = new Map(exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  const right: Kind = ({ solution }) => asHandedIn(solution?.source ?? '', names);
  const stub: Kind = (exercise) => exercise.stub;
  const mistakes: Kind[] = [];
  const session = new Session(128);
  for (const exercise of exercises) {
    const { slug, solution } = exercise;
    if (solution === null) continue;
    for (const mistake of await readMistakes(session, slug, solution)) {
      const text = asHandedIn(applyMistake(slug, solution.source, mistake), names);
      mistakes.push((each) => (each === exercise ? text : right(each)));
    }
  }
  session.close();
  const half: Kind = (exercise) =>
    exercises.indexOf(exercise) < exercises.length / 2 ? right(exercise) : exercise.stub;
  const spoiled =
    (words: string): Kind =>
    (exercise) =>
      exercise === exercises[1]
        ? right(exercise).replace('{\n', `{\n  ${words}\n`)
        : right(exercise);
  const endless = spoiled('for (;;) {}');
  const hostile = spoiled("(globalThis as any).constructor.constructor('process.exit()')();");
  const others = [
    right,
    half,
    stub,
    right,
    half,
    endless,
    right,
    half,
    right,
    stub,
    hostile,
    half,
    right,
  ];
  // Every mistake of the course has its turn.
  return Array.from({ length: 20 * mistakes.length }, (_, at) => {
    const turn = at % 20;
    return (
      (turn < 13 ? others[turn] : mistakes[(7 * Math.floor(at / 20) + turn) % mistakes.length]) ??
      right
    );
  });
}

async function writeClass(folder: string, size: number, kinds: readonly Kind[]): Promise<void> {
  for (let nth = 0; nth < size; nth += 1) {
    const kind = kinds[nth % kinds.length];
    for (const exercise of course.exercises) {
      const own = path.join(folder, `s${String(nth).padStart(4, '0')}`, 'exercises', exercise.slug);
      await mkdir(own, { recursive: true });
      await writeFile(path.join(own, exercise.manifest.file), kind?.(exercise) ?? '');
    }
  }
}

/** Milliseconds of wall and processor time of a run, and the most memory (KiB) that the program itself had. */
async function graded(folder: string) {
  const [start, before] = [performance.now(), machineTime()];
  const child = spawn(
    process.execPath,
    [program, 'batch', folder, '--seed', 'bench', '--out', `${folder}-out`],
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
