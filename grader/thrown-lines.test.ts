import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { tracedText } from './analysis/traced.ts';
import type { ExerciseResult } from './contract/result.ts';
import { grade } from './grade.ts';
import { readCourse } from './intake/course.ts';
import { readSubmission } from './intake/submission.ts';
import { loadKinds } from './load.ts';
import { KeyMaker } from './make-key.ts';
import { Sessions } from './sandbox/sessions.ts';
import { type Arena, asFile, openArena } from './testing/arena.ts';
import { temporaryFolder, writeFiles } from './testing/temporary.ts';
import { buildingOn, toyCourse } from './testing/toy-course.ts';

let arena: Awaited<ReturnType<typeof openArena>>;
beforeAll(async () => {
  arena = await openArena('process');
});
afterAll(() => arena.close());

const RIGHT = `import { Matrix } from 'ml-matrix';
export function double(Z: Matrix): Matrix {
  return Matrix.mul(Z, 2);
}
export function half(z: number): number {
  return z / 2;
}
`;

async function graded(text: string, where: Arena = arena): Promise<ExerciseResult> {
  const [exercise] = (await where.grade(asFile(text))).exercises;
  if (exercise === undefined) throw new Error('nothing was judged');
  return exercise;
}

const linesOf = ({ checks }: ExerciseResult) => checks.map(({ got }) => got?.place?.line ?? null);

test('every check of a function that throws tells the line', async () => {
  const wrong = RIGHT.replace('Matrix.mul(Z, 2)', '(Z as any).matmul(2)');
  expect(linesOf(await graded(wrong))).toEqual([3, 3, null]);
});

test('a file that throws while it is loaded tells the line', async () => {
  const result = await graded(`${RIGHT}\nconst none: any = undefined;\nnone.rows;\n`);
  expect(linesOf(result)).toEqual([10, 10, 10]);
  expect(result.module).toMatchObject({ state: 'threw', line: 10 });
});

test('what is not written yet, and a stack that is full, stand at no line', async () => {
  const unwritten = RIGHT.replace('return z / 2', "throw new Error('Not written yet: half')");
  expect(linesOf(await graded(unwritten))).toEqual([null, null, null]);
  const endless = RIGHT.replace('return z / 2', 'return half(z)');
  expect(linesOf(await graded(endless))).toEqual([null, null, null]);
});

test('a line is no reason for other points or other words of an error', async () => {
  const hostile = `let calls = 0;\n${RIGHT.replace('return Matrix.mul(Z, 2)', 'calls += 1;\n  if (calls > 0) throw { get name() { calls = -9; return "E"; }, message: "m" };\n  return Matrix.mul(Z, 2)')}`;
  const { checks, points } = await graded(hostile);
  expect(points.earned).toBe(10_000);
  expect(checks[0]?.got).toMatchObject({ thrown: { name: 'E', message: 'm' }, place: { line: 5 } });
});

test('what is printed again while the line is looked for is not shown', async () => {
  const printing = RIGHT.replace(
    'return z / 2',
    'console.log("once");\n  return (z as any).halve()',
  );
  expect((await graded(printing)).printed).toBe('once\n');
});

test('two gradings tell the same', async () => {
  const wrong = RIGHT.replace('Matrix.mul(Z, 2)', '(Z as any).matmul(2)');
  expect(await graded(wrong)).toEqual(await graded(wrong));
});

test('an earlier exercise of theirs that asks for our variable does not find it', async () => {
  const [folder, home] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(folder, { ...toyCourse, ...buildingOn });
  await writeFiles(home, {
    'double.ts': RIGHT.replace(
      '  return Matrix.mul',
      "  if (typeof $line !== 'undefined') throw new Error('seen');\n  return Matrix.mul",
    ),
    'quadruple.ts': `import { double } from '../01-double/double.ts';
export const quadruple = (Z: any): any =>
  double(Z).matmul(2);
export const negate = (z: number): number => -z;
`,
  });
  const course = await readCourse(folder);
  const keys = new KeyMaker(course, '1');
  onTestFinished(() => keys.close());
  const analyst = {
    analyse: async () => new Map(),
    trace: async (text: string, beside: readonly string[]) => tracedText(text, beside),
  };
  const grading = { course, keys, kinds: await loadKinds(course), analyst };
  const { result } = await grade(
    { ...grading, sessions: new Sessions() },
    await readSubmission(home, course),
  );
  expect(result.exercises.map(linesOf)).toEqual([
    [null, null, null],
    [3, null],
  ]);
});
