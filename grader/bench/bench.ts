import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Course } from '../contract/course.ts';
import { readCourse } from '../intake/course.ts';
import { KeyMaker } from '../make-key.ts';
import { offeredLevels, strongestIsolation } from '../sandbox/isolation.ts';
import { type DiagnosisTimes, diagnosisTimes } from './diagnosis-times.ts';
import { median, milliseconds, output, processorTime, wall } from './measures.ts';
import { computeProgram, handIn } from './same-project.ts';
import { type WatchTimes, watchTimes } from './watch-times.ts';

// Whole commands, side by side in one run, in turn: the ratio is the figure. One
// run of each is not counted.

const RUNS = 5;
/** Mistakes that are made in each exercise while it is watched. */
const MISTAKES = 5;
/** The exercises that a course of any size is held against: it may take 1.8 times as long. */
const SIX = ['01', '02', '03', '04', '05', '06'];
const root = process.cwd();

const course = await readCourse(root);
const place = await mkdtemp(path.join(root, 'dist', 'bench-'));
try {
  await handIn(course, place);
  const grade = [
    path.join(root, 'dist/cli.js'),
    'grade',
    path.join(place, 'submission'),
    '--out',
    path.join(place, 'out'),
  ];
  const vitest = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', place];
  const six = [...grade, '--exercise', ...SIX];
  const times: Record<'grade' | 'six' | 'vitest', number[]> = { grade: [], six: [], vitest: [] };
  for (let run = 0; run <= RUNS; run += 1) {
    const one = { grade: await wall(grade), six: await wall(six), vitest: await wall(vitest) };
    if (run === 0) continue;
    times.grade.push(one.grade);
    times.six.push(one.six);
    times.vitest.push(one.vitest);
  }
  const against = (other: readonly number[]) =>
    median(times.grade.map((time, run) => time / (other[run] ?? Number.NaN))).toFixed(2);
  const compute = await computeTimes();
  const keys = await keyTimes(course);
  const wallCost = await wallCosts();
  const pages = await pageTimes();
  const explaining = await diagnosisTimes(course);
  const watched = await watchTimes(course, path.join(root, 'dist/cli.js'), place, MISTAKES);
  const lines = [
    ['one submission, cold', `median of ${RUNS}`],
    ['chainrule grade', milliseconds(median(times.grade))],
    ['vitest run, the same checks', milliseconds(median(times.vitest))],
    ['grade / vitest', against(times.vitest)],
    [`${course.exercises.length} exercises / the six from 01 to 06`, against(times.six)],
    ['', ''],
    ['the references compute, cold', milliseconds(median(compute))],
    ['a key of one seed, in a warm process', milliseconds(median(keys))],
    ['', ''],
    ['a page, processor time, the first of a process', milliseconds(median(pages.first))],
    ['a page after that', milliseconds(median(pages.warm))],
    ['', ''],
    ...diagnosisLines('one mistake', explaining.single),
    ...diagnosisLines('two at once, for the first time', explaining.pair),
    ...watchLines(watched),
    ['', ''],
    ['the wall, processor time a submission', milliseconds(wallCost.processor)],
    ['an empty Node process', milliseconds(wallCost.empty)],
    ['numeric work, wall / plain Node', wallCost.numeric.toFixed(2)],
    [`a submission, ${strongestIsolation().level} / permissions`, wallCost.system.toFixed(2)],
  ];
  process.stdout.write(
    `${lines.map(([name = '', value = '']) => `${name.padEnd(48)} ${value}`).join('\n')}\n`,
  );
} finally {
  await rm(place, { recursive: true, force: true });
}

/** Milliseconds that all references compute on every case, each time in a fresh process. */
async function computeTimes(): Promise<readonly number[]> {
  const program = await computeProgram(course, place);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(Number(await output([program])));
  return times;
}

/** What the wall costs: processor time for each submission, and time for numeric work as a ratio. */
async function wallCosts() {
  const many = 40;
  const plain = path.join(root, 'dist/bench-plain.js');
  const walled = path.join(root, 'dist/bench-wall.js');
  const ratios: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const without = Number(await output([plain]));
    const within = Number(await output([walled, 'numeric']));
    if (run > 0) ratios.push(within / without);
  }
  // A process that the system's own wall ends is nobody's child any more: its time
  // cannot be read, so processor time is that of the level below.
  const none = await processorTime([walled, 'tiny', 'permissions', '0']);
  const all = await processorTime([walled, 'tiny', 'permissions', String(many)]);
  const times: Record<string, number> = {};
  for (const level of offeredLevels()) {
    const start = performance.now();
    await output([walled, 'tiny', level, String(many)]);
    times[level] = (performance.now() - start) / many;
  }
  return {
    processor: (all - none) / many,
    empty: await processorTime(['-e', '0']),
    numeric: median(ratios),
    system: (times[strongestIsolation().level] ?? Number.NaN) / (times.permissions ?? Number.NaN),
  };
}

/** Processor time for the page of the submission that was graded, in processes of their own. */
async function pageTimes() {
  const first: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const words = [path.join(root, 'dist/bench-page.js'), path.join(place, 'out', 'result.json')];
    const times: unknown = JSON.parse(await output(words));
    if (!(times instanceof Object && 'first' in times && 'warm' in times))
      throw new Error('no times were told');
    first.push(Number(times.first));
    warm.push(Number(times.warm));
  }
  return { first, warm };
}

/** Milliseconds for inputs, slopes and outputs of the reference, in a process that is already there. */
async function keyTimes(all: Course): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const keys = new KeyMaker(all, String(run + 1));
    const start = performance.now();
    for (const { slug } of all.exercises) await keys.exercise(slug);
    if (run > 0) times.push(performance.now() - start);
    keys.close();
  }
  return times;
}

/** How long explaining takes, and that as a share of running the submission once. */
function diagnosisLines(
  name: string,
  { explained, ratios }: DiagnosisTimes,
): readonly (readonly string[])[] {
  return [
    [`explaining ${name}`, `${median(explained).toFixed(1)} ms`],
    ['  in times of running what is explained', median(ratios).toFixed(2)],
  ];
}

/** From before a file is saved until the new screen was written; without a terminal there is no figure. */
function watchLines(watched: ReadonlyMap<string, WatchTimes>): readonly (readonly string[])[] {
  if (watched.size === 0) return [];
  const wrong = [...watched.values()].flatMap((times) => times.wrong);
  const right = [...watched.values()].flatMap((times) => times.right);
  return [
    ['', ''],
    [`watch, from a save to the screen`, `median of ${wrong.length}`],
    ['the first cause of a mistake', milliseconds(median(wrong))],
    ...[...watched].map(([slug, times]) => [`  ${slug}`, milliseconds(median(times.wrong))]),
    ['all is right, after everything was run', milliseconds(median(right))],
    ...[...watched].map(([slug, times]) => [`  ${slug}`, milliseconds(median(times.right))]),
  ];
}
