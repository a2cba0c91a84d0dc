import { ISOLATION_LEVELS, type Isolation } from '../contract/evidence.ts';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { GRADER_VERSION } from '../contract/identity.ts';
import { compileUnit } from '../sandbox/compile.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { Session } from '../sandbox/session.ts';

/** What each level means, for someone who has to choose one. */
const MEANING: Readonly<Record<Isolation, string>> = {
  process: 'each submission has a process of its own, and nothing of this machine in its realm',
  permissions: 'beside that, Node denies the process files, programs and threads',
  system: 'beside that, the operating system denies it files, network and other processes',
};

/**
 * `chainrule doctor`: what this machine offers, and what stands in the way of more.
 *
 * @returns exit code: 0 when a program runs behind the wall here, else 2
 */
export async function doctorCommand(): Promise<number> {
  const { level, obstacle } = strongestIsolation();
  const works = await runsBehindTheWall();
  const reached = ISOLATION_LEVELS.indexOf(level);
  const levels = ISOLATION_LEVELS.map((each, at) => {
    const says = at === reached + 1 && obstacle !== null ? obstacle : MEANING[each];
    return `  ${at <= reached ? '✔' : '✘'} ${each.padEnd(13)}${says}`;
  });
  const lines = [
    `Chainrule   ${GRADER_VERSION}`,
    `Node        ${process.version}`,
    `System      ${process.platform} ${process.arch}`,
    `Isolation   ${level}, the strongest that is reached here:`,
    ...levels,
    works ? 'The wall    answers' : 'The wall    does not answer: no submission can be graded here',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return works ? 0 : 2;
}

/** Whether a program can be compiled, run and heard here. */
async function runsBehindTheWall(): Promise<boolean> {
  const compiled = await compileUnit({
    file: 'work.ts',
    module: 'export const one = (): number => 1;',
    probes: 'export const probes = {};',
    packages: [],
    links: [],
  });
  if (compiled.state === 'failed') return false;
  const session = new Session(DEFAULT_LIMITS.memory);
  const answer = await session.open(compiled.code, DEFAULT_LIMITS).finally(() => session.close());
  return answer.outcome === 'loaded';
}
