import { availableParallelism } from 'node:os';
import { oneLine } from '../../reports/words/plain.ts';
import { Refusal } from '../contract/refusal.ts';
import { checkedNumber, requireIsolation } from './arguments.ts';
import { askedBefore, askedNow, type Said } from './batch/asked.ts';
import { finish } from './batch/finish.ts';
import { gradeClass } from './batch/grade-class.ts';
import { Journal } from './batch/journal.ts';
import { judgeAgain } from './batch/judge-again.ts';
import { lock } from './batch/lock.ts';
import { type Prepared, prepared } from './batch/prepared.ts';
import { profileOf } from './batch/profile.ts';
import { clearRemains } from './batch/remains.ts';
import { stopper } from './batch/stopper.ts';
import { progressOn } from './progress.ts';

interface BatchOptions extends Said {
  readonly out: string;
  readonly jobs?: string;
  readonly fresh?: boolean;
  readonly resume?: boolean;
  readonly rejudge?: boolean;
  readonly dryRun?: boolean;
  readonly profile?: boolean;
  readonly requireIsolation?: string;
}

/** Exit code of who presses Ctrl+C, as shells know it. */
const STOPPED = 130;

/**
 * `chainrule batch`: grades the hand-ins of a whole class, several at a time, and writes
 * a page for each and one for the class. What is finished stays finished, whatever ends
 * the program; what has not changed since is not graded again. The seed is one that
 * only the instructor knows.
 *
 * @returns exit code: 0 all graded, 2 something could not be graded, 130 stopped
 */
export async function batchCommand(
  place: string | undefined,
  options: BatchOptions,
): Promise<number> {
  const { out, resume = false, rejudge = false, fresh = false } = options;
  requireIsolation(options.requireIsolation);
  const jobs =
    options.jobs === undefined
      ? availableParallelism()
      : Math.round(checkedNumber(options.jobs, '--jobs', 1, 64));
  const { dryRun = false } = options;
  if (dryRun && !rejudge) {
    throw new Refusal(
      'bad-argument',
      '--dry-run says what --rejudge would change, and nothing is judged again',
      'Give --rejudge as well, or leave --dry-run out.',
    );
  }
  const goesOn = resume || rejudge;
  const before = goesOn ? await Journal.asked(out) : null;
  const asked = goesOn ? askedBefore(before, place, options) : askedNow(place, options);
  const stopping = stopper();
  const unlock = await lock(out);
  try {
    await clearRemains(out);
    const work = await prepared(asked);
    const run = { out, jobs, profile: options.profile === true, signal: stopping.signal };
    try {
      // What is only tried leaves what was asked for as it was.
      const told = dryRun && before !== null ? before : asked;
      const journal = await Journal.open(out, told, fresh && !goesOn);
      const done = rejudge ? rejudged(work, run, journal, dryRun) : graded(work, run, journal);
      return await done.finally(() => journal.close());
    } finally {
      work.keys.close();
    }
  } finally {
    stopping.over();
    await unlock();
  }
}

interface Run {
  readonly out: string;
  readonly jobs: number;
  readonly profile: boolean;
  readonly signal: AbortSignal;
}

async function graded(
  work: Prepared,
  { out, jobs, profile, signal }: Run,
  journal: Journal,
): Promise<number> {
  const { asked, found, keys, conditions } = work;
  const progress = progressOn(process.stderr);
  const done = await gradeClass({
    ...{ conditions, journal, out, jobs, signal },
    handIns: found.handIns,
    course: asked.course,
    canLink: keys.canLink,
    key: () => keys.key(),
    progress: progress.told,
  }).finally(() => progress.over());
  if (signal.aborted) {
    process.stdout.write(
      `Stopped: ${done.entries.length} of ${found.handIns.length} are finished. "chainrule batch --resume --out ${out}" goes on with the others.\n`,
    );
    return STOPPED;
  }
  const code = await finish(work, done, journal, out);
  if (profile) process.stdout.write(profileOf(done.entries));
  return code;
}

/** Tells whose points change before anything is written, and writes unless it is only to be told. */
async function rejudged(
  work: Prepared,
  run: Run,
  journal: Journal,
  dryRun: boolean,
): Promise<number> {
  const tried = await judgeAgain(work, journal, run, false);
  if (!run.signal.aborted) process.stdout.write(changesInWords(tried.changes));
  const done = dryRun ? tried : await judgeAgain(work, journal, run, true);
  if (run.signal.aborted) {
    process.stdout.write('Stopped. The same words again judge the rest.\n');
    return STOPPED;
  }
  if (!dryRun) return finish(work, done, journal, run.out);
  for (const { id, what, remedy } of done.problems) {
    process.stdout.write(`${oneLine(`${id}: ${what}. ${remedy}`)}\n`);
  }
  process.stdout.write('Nothing was written. Leave --dry-run out to write it.\n');
  return done.problems.length > 0 ? 2 : 0;
}

function changesInWords(changes: readonly string[]): string {
  const count = changes.length === 1 ? '1 student' : `${changes.length} students`;
  return `${changes.map((change) => `${oneLine(change)}\n`).join('')}The points of ${count} change.\n`;
}
