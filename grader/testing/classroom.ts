import type { Analyst } from '../analysis/analyst.ts';
import type { Key } from '../contract/key.ts';
import type { Result } from '../contract/result.ts';
import type { Verification } from '../contract/verification.ts';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { loadKinds } from '../load.ts';
import { KeyMaker, type KeySource } from '../make-key.ts';
import { Sessions } from '../sandbox/sessions.ts';
import { Turns } from '../turns.ts';
import { Bench, type Tools } from '../verify/bench.ts';
import type { Plan, Task } from '../verify/task.ts';
import { work } from '../verify/work.ts';
import { verify } from '../verify.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

type Files = Readonly<Record<string, string>>;

/** Loading the compiler takes longer than all the rest; who asks for no facts does without it. */
const noAnalyst: Pick<Analyst, 'analyse' | 'close'> = {
  analyse: async () => new Map(),
  close: async () => undefined,
};

/** A course in a folder of the test's own, and what its commands do, without their output. */
export interface Classroom {
  /** Grades these files of a submission, by the course's solutions or by other keys. */
  graded(files: Files, keys?: KeySource): Promise<Result>;
  key(): Promise<Key>;
  /** What is proved of the course on one seed, by one worker in this process. */
  proved(own?: Proving): Promise<Verification>;
  /** Writes more files, or others in the place of those that are there. */
  write(files: Files): Promise<void>;
}

/** What a test has done otherwise when a course is proved. */
export interface Proving
  extends Partial<Pick<Tools, 'kinds' | 'analyst'> & Omit<Plan, 'exercises'>> {
  readonly progress?: (done: number, of: number) => void;
  /** Whether the last task is done first. */
  readonly backwards?: boolean;
}

/** @param files of a course */
export async function classroom(files: Files): Promise<Classroom> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return {
    write: (more) => writeFiles(folder, more),
    graded: async (work, others) => {
      const course = await readCourse(folder);
      const home = await temporaryFolder();
      await writeFiles(home, work);
      const keys = others ?? new KeyMaker(course, '1');
      const kinds = await loadKinds(course);
      const grading = { course, kinds, analyst: noAnalyst, sessions: new Sessions(), keys };
      const submission = await readSubmission(home, course);
      return (await grade(grading, submission).finally(() => keys.close())).result;
    },
    key: async () => {
      const maker = new KeyMaker(await readCourse(folder), '1');
      return maker.key().finally(() => maker.close());
    },
    proved: async ({
      seeds = 1,
      quick = false,
      progress = () => undefined,
      backwards = false,
      ...own
    } = {}) => {
      const course = await readCourse(folder);
      const kinds = await loadKinds(course);
      const sessions = new Sessions();
      const bench = new Bench({ course, kinds, analyst: noAnalyst, sessions, ...own });
      const plan = { exercises: course.exercises, seeds, quick };
      const hands = { work: inTurns((task) => work(task, bench), backwards), progress };
      return verify(course, plan, hands).finally(() => bench.close());
    },
  };
}

/** One worker, who takes its tasks one after the other, or the last one first. */
function inTurns<Done>(
  work: (task: Task) => Promise<Done>,
  backwards: boolean,
): (task: Task) => Promise<Done> {
  const given: (() => void)[] = [];
  const turns = new Turns();
  return async (task) => {
    const turn = new Promise<void>((resolve) => given.push(resolve));
    // All tasks are given at once, and the first is begun when the last has come.
    if (given.length === 1) {
      setImmediate(() => {
        for (const begin of backwards ? given.toReversed() : given) begin();
      });
    }
    await turn;
    return turns.take(() => work(task));
  };
}

/** `check: status, reason` of every check. */
export const outcomesOf = ({ exercises }: Result): readonly string[] =>
  exercises.flatMap(({ checks }) =>
    checks.map(({ id, status, reason }) => `${id}: ${status}, ${reason}`),
  );

/** What is claimed of an exercise of a course that was proved. */
export const claimOf = ({ exercises }: Verification, claim: string, slug = '01-double') =>
  exercises.find((exercise) => exercise.slug === slug)?.claims.find(({ name }) => name === claim);
