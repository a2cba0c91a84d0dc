import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import { asHandedIn } from '../analysis/stub.ts';
import type { Course } from '../contract/course.ts';
import { readCourse } from '../intake/course.ts';
import { KeyMaker } from '../make-key.ts';
import { offeredLevels, strongestIsolation } from '../sandbox/isolation.ts';
import { type WatchTimes, watchTimes } from './watch-times.ts';

// Whole commands, side by side in one run, in turn: the ratio is the figure. One
// run of each is not counted.

const RUNS = 5;
/** Mistakes that are made in each exercise while it is watched. */
const MISTAKES = 5;
const root = process.cwd();

/** How the benched files name what lies outside their folder. */
const alias = {
  '@grader': path.join(root, 'grader'),
  '@root': root,
  'chainrule/fixtures': path.join(root, 'grader/sandbox/inside/fixtures.ts'),
};

const course = await readCourse(root);
const place = await mkdtemp(path.join(root, 'dist', 'bench-'));
try {
  await handIn(course);
  const grade = [
    path.join(root, 'dist/cli.js'),
    'grade',
    path.join(place, 'submission'),
    '--out',
    path.join(place, 'out'),
  ];
  const vitest = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', place];
  const times: { grade: number[]; vitest: number[] } = { grade: [], vitest: [] };
  for (let run = 0; run <= RUNS; run += 1) {
    const [one, other] = [await wall(grade), await wall(vitest)];
    if (run === 0) continue;
    times.grade.push(one);
    times.vitest.push(other);
  }
  const ratios = times.grade.map((time, run) => time / (times.vitest[run] ?? Number.NaN));
  const compute = await computeTimes(course);
  const keys = await keyTimes(course);
  const wallCost = await wallCosts();
  const pages = await pageTimes();
  const watched = await watchTimes(course, path.join(root, 'dist/cli.js'), place, MISTAKES);
  const lines = [
    ['one submission, cold', `median of ${RUNS}`],
    ['chainrule grade', milliseconds(median(times.grade))],
    ['vitest run, the same checks', milliseconds(median(times.vitest))],
    ['grade / vitest', median(ratios).toFixed(2)],
    ['', ''],
    ['the references compute, cold', milliseconds(median(compute))],
    ['a key of one seed, in a warm process', milliseconds(median(keys))],
    ['', ''],
    ['a page, processor time, the first of a process', milliseconds(median(pages.first))],
    ['a page after that', milliseconds(median(pages.warm))],
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

/** Lays out a right submission, and beside it an ordinary Vitest project with the same checks. */
async function handIn({ exercises }: Course): Promise<void> {
  const names = new Map(exercises.map(({ slug, manifest }) => [slug, manifest.file]));
  for (const { slug, manifest, solution, probes } of exercises) {
    const text = asHandedIn(solution?.source ?? '', names);
    await write(`submission/exercises/${slug}/${manifest.file}`, text);
    // Probes import stubs of earlier exercises, which the reference stands in for.
    const linked = exercises.reduce(
      (source, earlier) =>
        source.replaceAll(
          `../${earlier.slug}/${earlier.manifest.file}`,
          `@root/solutions/${earlier.slug}/solution.ts`,
        ),
      probes,
    );
    await write(`probes/${slug}.ts`, linked);
    await write(
      `${slug}.test.ts`,
      [
        "import { sameChecks } from '@grader/bench/same-checks.ts';",
        `import manifest from '@root/exercises/${slug}/exercise.json';`,
        `import { probes } from './probes/${slug}.ts';`,
        `import * as reference from '@root/solutions/${slug}/solution.ts';`,
        `import * as student from './submission/exercises/${slug}/${manifest.file}';`,
        'sameChecks({ manifest, probes, reference, student });',
      ].join('\n'),
    );
  }
  await write(
    'vitest.config.ts',
    `export default {
  resolve: { alias: ${JSON.stringify(alias)} },
  test: { include: ['*.test.ts'] },
};`,
  );
  await symlink(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
}

async function write(name: string, text: string): Promise<void> {
  const file = path.join(place, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Milliseconds of wall time of a whole command, which must end well. */
async function wall(words: readonly string[]): Promise<number> {
  const start = performance.now();
  await output(words);
  return performance.now() - start;
}

/** What a command writes; throws where it does not end well. */
function output(words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${words.join(' ')}\n${stdout}\n${stderr}`));
    });
  });
}

/** Milliseconds that all references compute on every case, each time in a fresh process. */
async function computeTimes({ exercises }: Course): Promise<readonly number[]> {
  const imports = exercises.map(({ slug }, at) => [
    `import * as reference${at} from '@root/solutions/${slug}/solution.ts';`,
    `import { probes as probes${at} } from './probes/${slug}.ts';`,
  ]);
  const pairs = exercises.map((_, at) => `{ reference: reference${at}, probes: probes${at} }`);
  const outfile = path.join(place, 'compute.mjs');
  await build({
    stdin: {
      contents: [
        "import { millisecondsOf } from '@grader/bench/compute.ts';",
        ...imports.flat(),
        `console.log(millisecondsOf([${pairs}]));`,
      ].join('\n'),
      resolveDir: place,
    },
    alias,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(Number(await output([outfile])));
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

/** Milliseconds of processor time of a whole command and its children. */
async function processorTime(words: readonly string[]): Promise<number> {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null';
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
