import { availableParallelism } from 'node:os';
import { readClass } from '../intake/class.ts';
import { readCourse } from '../intake/course.ts';
import { readRoster } from '../intake/roster.ts';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { checkedNumber, requireIsolation } from './arguments.ts';
import { type Asked, askedBefore, askedNow, type Said } from './batch/asked.ts';
import { gradeClass } from './batch/grade-class.ts';
import { Journal } from './batch/journal.ts';
import { lock } from './batch/lock.ts';
import { gradebooksFor, writeMarks } from './batch/marks.ts';
import { profileOf } from './batch/profile.ts';
import { progressOn } from './batch/progress.ts';
import { clearRemains } from './batch/remains.ts';
import { readMarking } from './batch/rules.ts';
import { stopper } from './batch/stopper.ts';
import { summaryOf } from './batch/summary.ts';
import { keySource } from './keys.ts';
import { writeIndex } from './write-class.ts';

interface BatchOptions extends Said {
  readonly out: string;
  readonly jobs?: string;
  readonly fresh?: boolean;
  readonly resume?: boolean;
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
  const { out, resume = false, fresh = false } = options;
  requireIsolation(options.requireIsolation);
  const jobs =
    options.jobs === undefined
      ? availableParallelism()
      : Math.round(checkedNumber(options.jobs, '--jobs', 1, 64));
  const asked = resume
    ? askedBefore(await Journal.asked(out), place, out)
    : askedNow(place, options);
  const stopping = stopper();
  const unlock = await lock(out);
  try {
    await clearRemains(out);
    const journal = await Journal.open(out, asked, fresh);
    const run = { out, jobs, profile: options.profile === true, signal: stopping.signal };
    return await graded(asked, run, journal).finally(() => journal.close());
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
  asked: Asked,
  { out, jobs, profile, signal }: Run,
  journal: Journal,
): Promise<number> {
  const course = await readCourse(asked.course);
  const [marking, gradebooks] = await Promise.all([
    readMarking(asked, course),
    gradebooksFor(asked.gradebooks),
  ]);
  const roster = asked.roster === null ? null : await readRoster(asked.roster);
  const found = await readClass(asked.handIns, course, { roster });
  const keys = await keySource(course, {
    course: asked.course,
    secret: asked.seed !== null,
    ...(asked.seed === null ? {} : { seed: asked.seed }),
    ...(asked.key === null ? {} : { key: asked.key }),
  });
  const progress = progressOn(process.stderr);
  try {
    const conditions = {
      course,
      seed: keys.seed,
      secret: keys.secret,
      // One that is made from the solutions says nothing that the course does not say.
      keyText: keys.canLink ? null : JSON.stringify(await keys.key()),
      isolation: strongestIsolation().level,
    };
    const work = {
      ...{ conditions, journal, out, jobs },
      handIns: found.handIns,
      course: asked.course,
      canLink: keys.canLink,
      key: () => keys.key(),
      signal,
      progress: progress.told,
    };
    const done = await gradeClass(work).finally(() => progress.over());
    if (signal.aborted) {
      process.stdout.write(
        `Stopped: ${done.entries.length} of ${found.handIns.length} are finished. "chainrule batch --resume --out ${out}" goes on with the others.\n`,
      );
      return STOPPED;
    }
    const members = done.entries.map(({ brief, name }) => ({ result: brief, name }));
    const title = asked.title ?? course.id;
    const index = await writeIndex(members, { out, title });
    const place = { out, title, column: asked.column };
    const told = await writeMarks(found, done, marking, gradebooks, place);
    await journal.tidy(found.handIns.map(({ id }) => id));
    process.stdout.write(summaryOf(found, done, told, index));
    if (profile) process.stdout.write(profileOf(done.entries));
    const unjudged = done.entries.some(({ brief }) => brief.status === 'error');
    return unjudged || done.problems.length + found.problems.length > 0 ? 2 : 0;
  } finally {
    keys.close();
  }
}
