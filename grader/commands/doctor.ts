import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import ownPackage from '../../package.json' with { type: 'json' };
import { counted } from '../../reports/words/phrases.ts';
import { oneLine } from '../../reports/words/plain.ts';
import type { Course } from '../contract/course.ts';
import { ISOLATION_LEVELS, type Isolation } from '../contract/evidence.ts';
import { DEFAULT_LIMITS } from '../contract/exercise.ts';
import { GRADER_VERSION } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { readKey } from '../intake/documents.ts';
import { compileUnit } from '../sandbox/compile.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { Session } from '../sandbox/session.ts';

/** What each level means, for someone who has to choose one. */
const MEANING: Readonly<Record<Isolation, string>> = {
  process: 'each submission has a process of its own, and nothing of this machine in its realm',
  permissions: 'beside that, Node denies the process files, programs and threads',
  system: 'beside that, the operating system denies it files, network and other processes',
};

/** Programs that show a page; the first that is there is named. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'firefox', 'microsoft-edge'];

/**
 * `chainrule doctor`: what this machine and this folder offer, what stands in the way of
 * more, and what to do about it.
 *
 * @returns exit code: 0 when a program runs behind the wall here, else 2
 */
export async function doctorCommand(options: { readonly course: string }): Promise<number> {
  const { level, obstacle } = strongestIsolation();
  const works = await runsBehindTheWall();
  const reached = ISOLATION_LEVELS.indexOf(level);
  const levels = ISOLATION_LEVELS.map((each, at) => {
    const says = at === reached + 1 && obstacle !== null ? obstacle : MEANING[each];
    return `  ${at <= reached ? '✔' : '✘'} ${each.padEnd(13)}${says}`;
  });
  const lines = [
    `Chainrule   ${GRADER_VERSION}`,
    `Node        ${process.version}${isOldNode() ? `: too old, install ${ownPackage.engines.node}` : ''}`,
    `System      ${process.platform} ${process.arch}`,
    `Isolation   ${level}, the strongest that is reached here:`,
    ...levels,
    works ? 'The wall    answers' : 'The wall    does not answer: no submission can be graded here',
    `Browser     ${await browserHere()}`,
    ...(await courseHere(options.course)),
  ];
  process.stdout.write(`${lines.map(oneLineKept).join('\n')}\n`);
  return works && !isOldNode() ? 0 : 2;
}

/** Indentation is kept; whatever else a folder or a file may have put in is not obeyed. */
function oneLineKept(line: string): string {
  return line.replace(/^( *)(.*)$/s, (_, blanks: string, rest: string) => blanks + oneLine(rest));
}

function isOldNode(): boolean {
  const [wanted = 0, wantedMinor = 0] = numbersIn(ownPackage.engines.node);
  const [major = 0, minor = 0] = numbersIn(process.version);
  return major < wanted || (major === wanted && minor < wantedMinor);
}

function numbersIn(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

async function browserHere(): Promise<string> {
  if (process.platform !== 'linux') return 'pages are opened by the system';
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of BROWSERS) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (await isRunnable(file)) return file;
    }
  }
  return 'none is found: pages are written all the same, to be opened elsewhere';
}

function isRunnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** What can be graded from this folder, and with what. */
async function courseHere(folder: string): Promise<readonly string[]> {
  try {
    const course = await readCourse(folder);
    const { id, exercises } = course;
    const solved = exercises.filter(({ solution }) => solution !== null).length;
    const some = solved === 0 ? 'without' : `${solved} of them with`;
    const solutions = solved === exercises.length ? 'with' : some;
    return [
      `Course      ${id}, ${counted(exercises.length, 'exercise', 'exercises')}, ${solutions} solutions`,
      `Key         ${await keyHere(folder, course, solved === exercises.length)}`,
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'no-course') return ['Course      none in this folder'];
    return [`Course      ✘ ${error.message}. ${error.remedy}`];
  }
}

async function keyHere(folder: string, course: Course, solved: boolean): Promise<string> {
  const file = path.join(folder, 'key.json');
  if (!(await isThere(file))) {
    return solved
      ? 'made from the solutions'
      : '✘ there is no key.json: nothing can be graded here. Make one with "chainrule key" where the solutions are.';
  }
  try {
    const { seed, secret } = await readKey(file, course);
    return `key.json of ${secret ? 'a secret seed' : `seed ${seed}`}, which fits`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `✘ ${error.message}. ${error.remedy}`;
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
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
