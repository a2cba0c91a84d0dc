import { availableParallelism } from 'node:os';
import path from 'node:path';
import { renderVerification } from '../../reports/verification/page.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Verification } from '../contract/verification.ts';
import { readCourse } from '../intake/course.ts';
import { loadKinds } from '../load.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { verify } from '../verify.ts';
import { checkedNumber, chosenExercises } from './arguments.ts';
import { progressOn } from './progress.ts';
import { Crew, type Orders } from './verify/crew.ts';
import { inTerminal } from './verify/terminal.ts';
import { makePlaces, writeWhole } from './write.ts';

interface VerifyOptions {
  readonly course: string;
  readonly only?: readonly string[];
  readonly seeds?: string;
  readonly quick?: boolean;
  readonly jobs?: string;
  /** `true` where it is to be printed. */
  readonly json?: string | true;
  readonly out: string;
}

/** Seeds that right programs are tried on unless another number is given. */
const SEEDS = { quick: '1', full: '20' };

/**
 * `chainrule verify`: what holds of the course, as a table, a page and a document.
 *
 * @returns exit code: 1 on any breach
 */
export async function verifyCommand(options: VerifyOptions): Promise<number> {
  const { quick = false, json, out } = options;
  const course = await readCourse(options.course);
  const only = chosenExercises(course, options.only);
  const asked = options.seeds ?? (quick ? SEEDS.quick : SEEDS.full);
  const seeds = Math.round(checkedNumber(asked, '--seeds', 1, 10_000));
  const jobs =
    options.jobs === undefined
      ? availableParallelism()
      : Math.round(checkedNumber(options.jobs, '--jobs', 1, 64));
  if (typeof json === 'string' && path.resolve(json) === path.resolve(out)) {
    throw new Refusal(
      'bad-argument',
      `The page and the document would both be ${out}`,
      'Give --json or --out another file.',
    );
  }
  const files = [out, ...(typeof json === 'string' ? [json] : [])];
  await makePlaces(files);
  // A worker could not say what is wrong with a course on which it cannot even begin.
  await loadKinds(course);
  const exercises = course.exercises.filter(({ slug }) => only?.has(slug) ?? true);
  const orders = { course: options.course, isolation: strongestIsolation().level };
  const verification = await provedBy(orders, jobs, (crew, progress) =>
    verify(course, { exercises, seeds, quick }, { work: (task) => crew.work(task), progress }),
  );
  const text = `${JSON.stringify(verification, null, 2)}\n`;
  await writeWhole({
    [out]: renderVerification(verification),
    ...(typeof json === 'string' ? { [json]: text } : {}),
  });
  process.stdout.write(json === true ? text : inTerminal(verification, out));
  return verification.holds ? 0 : 1;
}

/** Proves with a crew, and dismisses it afterwards, whatever happens. */
async function provedBy(
  orders: Orders,
  jobs: number,
  prove: (crew: Crew, progress: (done: number, of: number) => void) => Promise<Verification>,
): Promise<Verification> {
  const bar = progressOn(process.stderr);
  const crew = new Crew(orders, jobs);
  try {
    return await prove(crew, bar.told);
  } finally {
    bar.over();
    await crew.dismiss();
  }
}
