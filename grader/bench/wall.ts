import { performance } from 'node:perf_hooks';
import { ISOLATION_LEVELS } from '../contract/evidence.ts';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { compileUnit } from '../sandbox/compile.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { Session } from '../sandbox/session.ts';
import numericWork from './numeric-work.ts?raw';

// Run by the bench as a process of its own, so that its processor time and that of
// its children can be told from the bench's: `bench-wall.js tiny permissions 40`
// makes one call in each of 40 submissions, and prints the milliseconds of the last.

const TINY = 'export const first = (x: number): number => x + 1;';
const PROBES = `export const probes = {
  first: { cases: 1, run: (student, input) => ({ out: student.first(input.x) }) },
};`;
const INPUT = JSON.stringify({ kind: 'record', fields: { x: { kind: 'number', value: 3 } } });

const [task, level = '', count = '1'] = process.argv.slice(2);
const isolation = ISOLATION_LEVELS.find((known) => known === level) ?? strongestIsolation().level;
const code = await compiled(task === 'numeric' ? numericWork : TINY);
let time = 0;
for (let each = 0; each < Number(count); each += 1) time = await once(code);
process.stdout.write(`${time}\n`);

/** Milliseconds of one call in a process of its own. */
async function once(code: string): Promise<number> {
  const session = new Session(DEFAULT_LIMITS.memory, isolation);
  await session.open(code, { ...DEFAULT_LIMITS, seconds: 30 });
  const start = performance.now();
  const answer = await session.call('run', 'first', INPUT);
  const time = performance.now() - start;
  session.close();
  if (answer.outcome !== 'returned') throw new Error(`the bench's own code ${answer.outcome}`);
  return time;
}

async function compiled(module: string): Promise<string> {
  const unit = { file: 'work.ts', module, probes: PROBES, packages: ['ml-matrix'], links: [] };
  const made = await compileUnit(unit);
  if (made.state === 'failed') throw new Error(made.message);
  return made.code;
}
