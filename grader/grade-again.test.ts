import { expect, onTestFinished, test } from 'vitest';
import type { ExerciseResult, Result } from './contract/result.ts';
import { type Again, grade } from './grade.ts';
import { readCourse } from './intake/course.ts';
import { readSubmission } from './intake/submission.ts';
import { loadKinds } from './load.ts';
import { KeyMaker } from './make-key.ts';
import { Memory } from './memory.ts';
import { Sessions } from './sandbox/sessions.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { buildingOn, toyCourse } from './testing/toy-course.ts';

const RIGHT = `import { Matrix } from 'ml-matrix';
export const double = (Z: Matrix): Matrix => Matrix.mul(Z, 2);
export const half = (z: number): number => z / 2;
`;
const WRONG = RIGHT.replace('z / 2', 'z / 3');
const LATER = `import { Matrix } from 'ml-matrix';
import { double } from '../01-double/double.ts';
export const quadruple = (Z: Matrix): Matrix => double(double(Z));
export const negate = (z: number): number => -z;
`;

/** Grades two exercises again and again, without facts. */
async function grader() {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...toyCourse, ...buildingOn });
  const course = await readCourse(folder);
  const keys = new KeyMaker(course, '1');
  onTestFinished(() => keys.close());
  const kinds = await loadKinds(course);
  const analyst = { analyse: async () => new Map() };
  const sessions = { open: (memory: number) => new Sessions().open(memory) };
  return async (double: string, again?: Partial<Again>, quadruple = LATER): Promise<Result> => {
    const home = await temporaryFolder();
    await writeFiles(home, { 'double.ts': double, 'quadruple.ts': quadruple });
    const grading = {
      ...{ course, keys, kinds, analyst, sessions },
      ...(again && { again: { ...NEVER, ...again } }),
    };
    const { result } = await grade(grading, await readSubmission(home, course));
    return { ...result, submission: '', timings: {} };
  };
}

const NEVER: Again = {
  memory: new Memory(),
  outcomesOnly: false,
  glimpsed: () => undefined,
  signal: new AbortController().signal,
};

test('a result is the same with and without a memory', async () => {
  const graded = await grader();
  const memory = new Memory();
  const fresh = [await graded(RIGHT), await graded(WRONG)];
  await graded(RIGHT, { memory });
  const again = [await graded(RIGHT, { memory }), await graded(WRONG, { memory })];
  expect(again).toEqual(fresh);
});

test('an earlier exercise that changed has the later ones run anew', async () => {
  const graded = await grader();
  const memory = new Memory();
  await graded(RIGHT, { memory });
  const tripled = RIGHT.replace('mul(Z, 2)', 'mul(Z, 3)');
  expect(await graded(tripled, { memory })).toEqual(await graded(tripled));
});

test('what was stopped is an error of nobody and is not remembered', async () => {
  const graded = await grader();
  const memory = new Memory();
  const stop = new AbortController();
  const endless = RIGHT.replace('z / 2', '(() => { for (;;) {} })()');
  const glimpsed = () => stop.abort();
  await expect(graded(endless, { memory, signal: stop.signal, glimpsed })).rejects.toThrow();
  expect(await graded(RIGHT, { memory })).toEqual(await graded(RIGHT));
});

test('the first that fails is glimpsed as the whole result tells it', async () => {
  const graded = await grader();
  const glimpsed: ExerciseResult[] = [];
  const result = await graded(WRONG, { glimpsed: (sofar) => glimpsed.push(sofar) });
  const early = glimpsed.find(({ slug, status }) => slug === '01-double' && status === 'fail');
  expect(early?.checks.at(-1)).toEqual(result.exercises[0]?.checks[2]);
});
