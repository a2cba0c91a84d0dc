import { performance } from 'node:perf_hooks';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { compileUnit } from '../sandbox/compile.ts';
import { Session } from '../sandbox/session.ts';
import numericWork from './numeric-work.ts?raw';

// Run by the bench as a process of its own, so that its processor time and that of
// its children can be told from the bench's: `wall.js submissions 40` or
// `wall.js numeric`.

const TINY = 'export const first = (x: number): number => x + 1;';
const PROBES = `export const probes = {
  first: { cases: 1, run: (student, input) => ({ out: student.first(input.x) }) },
};`;
const INPUT = JSON.stringify({ kind: 'record', fields: { x: { kind: 'number', value: 3 } } });
const ROUNDS = 7;

const [task, count = '1'] = process.argv.slice(2);
if (task === 'submissions') await submissions(Number(count));
else process.stdout.write(`${JSON.stringify(await numericTimes())}\n`);

/** Every one is run in a process of its own, as submissions are. */
async function submissions(many: number): Promise<void> {
  const code = await compiled(TINY);
  for (let each = 0; each < many; each += 1) await once(code);
}

async function once(code: string): Promise<number> {
  const session = new Session(DEFAULT_LIMITS.memory);
  await session.open(code, { ...DEFAULT_LIMITS, seconds: 30 });
  const start = performance.now();
  const answer = await session.call('run', 'first', INPUT);
  const time = performance.now() - start;
  session.close();
  if (answer.outcome !== 'returned') throw new Error(`the bench's own code ${answer.outcome}`);
  return time;
}

/** Milliseconds of the numeric work behind the wall, once in each of some fresh processes. */
async function numericTimes(): Promise<readonly number[]> {
  const code = await compiled(numericWork);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await once(code));
  return times;
}

async function compiled(module: string): Promise<string> {
  const unit = { file: 'work.ts', module, probes: PROBES, packages: ['ml-matrix'], links: [] };
  const made = await compileUnit(unit);
  if (made.state === 'failed') throw new Error(made.message);
  return made.code;
}
