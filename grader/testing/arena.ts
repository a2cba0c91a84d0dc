import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Analyst } from '../analysis/analyst.ts';
import type { Isolation } from '../contract/evidence.ts';
import { REASONS, type Reason, type Result } from '../contract/result.ts';
import type { SubmittedFile } from '../contract/submission.ts';
import { grade } from '../grade.ts';
import { readCourse } from '../intake/course.ts';
import { readPackageTypes } from '../intake/package-types.ts';
import { readText } from '../intake/read-text.ts';
import { loadKinds } from '../load.ts';
import { fixedKey, KeyMaker } from '../make-key.ts';
import { Sessions } from '../sandbox/sessions.ts';
import { writeFiles } from './temporary.ts';
import { toyCourse } from './toy-course.ts';

/** A program of the library, as intake reads it. */
export interface Program {
  /** Folder and name. */
  readonly name: string;
  /** Why the first of its checks that does not pass fails; `as-expected` where all pass. */
  readonly outcome: Reason;
  readonly file: SubmittedFile;
}

const library = path.resolve(import.meta.dirname, '../sandbox/hostile');

/** All programs of `grader/sandbox/hostile`: the folders are the outcomes. */
export async function hostilePrograms(): Promise<readonly Program[]> {
  const root = await realpath(library);
  const programs: Program[] = [];
  for (const folder of (await readdir(root)).sort()) {
    const outcome = REASONS.find((reason) => reason === folder);
    if (outcome === undefined) throw new Error(`${folder} is no outcome`);
    for (const name of (await readdir(path.join(root, folder))).sort()) {
      const file = await readText(root, `${folder}/${name}`);
      programs.push({ name: `${folder}/${name}`, outcome, file });
    }
  }
  return programs;
}

/** A place to grade strangers' programs in, one process each, with a key and no solution. */
export interface Arena {
  /** Grades one program as a submission of the only exercise. */
  grade(file: SubmittedFile): Promise<Result>;
}

/**
 * The toy course with little patience.
 *
 * @param isolation how strongly the programs are kept apart
 */
export async function openArena(isolation: Isolation): Promise<Arena & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chainrule-arena-'));
  const manifest = JSON.parse(toyCourse['exercises/01-double/exercise.json']);
  const limits = { seconds: 0.4, memory: 64, output: 256 };
  await writeFiles(folder, {
    ...toyCourse,
    'exercises/01-double/exercise.json': JSON.stringify({ ...manifest, limits }),
  });
  const course = await readCourse(folder);
  const maker = new KeyMaker(course, '1');
  const key = await maker.key().finally(() => maker.close());
  const kinds = await loadKinds(course);
  const analyst = new Analyst(await readPackageTypes());
  const sessions = new Sessions(isolation, { ahead: true });
  const [exercise] = course.exercises;
  if (exercise === undefined) throw new Error('the toy course has an exercise');
  return {
    grade: async (file) => {
      const submission = { id: 'program', files: new Map([[exercise.slug, file]]) };
      const grading = { course, kinds, analyst, keys: fixedKey(key), sessions };
      return (await grade(grading, submission)).result;
    },
    close: async () => {
      sessions.close();
      await analyst.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The text of a program as intake hands it on. */
export const asFile = (text: string): SubmittedFile => ({ state: 'read', path: 'double.ts', text });
