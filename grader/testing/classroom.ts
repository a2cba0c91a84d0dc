import type { Analyst } from '../analysis/analyst.ts';
import type { Key } from '../contract/key.ts';
import type { Result } from '../contract/result.ts';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readSubmission } from '../intake/submission.ts';
import { loadKinds } from '../load.ts';
import { fixedKey, KeyMaker } from '../make-key.ts';
import { Sessions } from '../sandbox/sessions.ts';
import type { Proof, Verification } from '../verify/proof.ts';
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
  /** Grades these files of a submission, by the course's solutions or by a key alone. */
  graded(files: Files, key?: Key): Promise<Result>;
  key(): Promise<Key>;
  proved(own?: Partial<Verification>): Promise<readonly Proof[]>;
  /** Writes more files, or others in the place of those that are there. */
  write(files: Files): Promise<void>;
}

/** @param files of a course */
export async function classroom(files: Files): Promise<Classroom> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  return {
    write: (more) => writeFiles(folder, more),
    graded: async (work, key) => {
      const course = await readCourse(folder);
      const home = await temporaryFolder();
      await writeFiles(home, work);
      const keys = key === undefined ? new KeyMaker(course, '1') : fixedKey(key);
      const kinds = await loadKinds(course);
      const grading = { course, kinds, analyst: noAnalyst, sessions: new Sessions(), keys };
      const submission = await readSubmission(home, course);
      return (await grade(grading, submission).finally(() => keys.close())).result;
    },
    key: async () => {
      const maker = new KeyMaker(await readCourse(folder), '1');
      return maker.key().finally(() => maker.close());
    },
    proved: async (own = {}) => {
      const course = await readCourse(folder);
      const kinds = await loadKinds(course);
      const workbench = { course, kinds, analyst: noAnalyst, sessions: new Sessions() };
      const { exercises } = course;
      return verify({ ...workbench, exercises, seeds: 1, progress: () => undefined, ...own });
    },
  };
}

/** `check: status, reason` of every check. */
export const outcomesOf = ({ exercises }: Result): readonly string[] =>
  exercises.flatMap(({ checks }) =>
    checks.map(({ id, status, reason }) => `${id}: ${status}, ${reason}`),
  );
