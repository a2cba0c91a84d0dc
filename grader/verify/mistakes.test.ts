import { expect, test } from 'vitest';
import type { KeyExercise } from '../contract/key.ts';
import { readCourse } from '../intake/course.ts';
import { loadKinds } from '../load.ts';
import { fixedKey, KeyMaker } from '../make-key.ts';
import { Sessions } from '../sandbox/sessions.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { runMistakes } from './mistakes.ts';
import type { Verification } from './proof.ts';

const place = 'solutions/01-double/mistakes.ts';

/** What is verified of a course that runs nothing but its mistakes. */
async function verificationOf(files: Readonly<Record<string, string>>): Promise<Verification> {
  const folder = await temporaryFolder();
  await writeFiles(folder, files);
  const course = await readCourse(folder);
  return {
    course,
    exercises: course.exercises,
    kinds: await loadKinds(course),
    analyst: { analyse: async () => new Map(), close: async () => undefined },
    sessions: new Sessions(),
    seeds: 1,
    progress: () => undefined,
  };
}

/** What comes of running the mistakes of the toy course by its key, or by what was made of that. */
async function breaches(
  files: Readonly<Record<string, string>> = {},
  change: (exercise: KeyExercise) => KeyExercise = (exercise) => exercise,
): Promise<readonly (string | null)[]> {
  const verification = await verificationOf({ ...toyCourse, ...files });
  const { course, exercises } = verification;
  const maker = new KeyMaker(course, '1');
  const key = await maker.key().finally(() => maker.close());
  const keys = fixedKey({ ...key, exercises: key.exercises.map(change) });
  const trials = await Promise.all(
    exercises.map((exercise) => runMistakes(verification, exercise, keys)),
  );
  return trials.flat().map(({ breach }) => breach);
}

test('a mistake that fares as the key says, loses points and is named is no breach', async () => {
  expect(await breaches()).toEqual([null]);
});

test('a mistake that does something else than the key says is told before all that follows', async () => {
  const forgetting = (exercise: KeyExercise): KeyExercise => ({
    ...exercise,
    mistakes: exercise.mistakes.map((mistake) => ({ ...mistake, departs: {} })),
  });
  expect(await breaches({}, forgetting)).toEqual([
    'pure is pass (as-expected) by the key alone, and otherwise when run',
  ]);
});

test('a mistake with words that say what to write is told with them', async () => {
  const telling = toyCourse[place].replace('Is Z still what it was?', 'Matrix.mul(Z, 2)?');
  expect(await breaches({ [place]: telling })).toEqual([
    expect.stringMatching(/^its words give the repair away: /),
  ]);
});

test('an exercise without its solution has no mistakes to run', async () => {
  const verification = await verificationOf(toyCourse);
  const keys = fixedKey({
    ...{ schema: 'chainrule/key', version: 1, grader: '', course: '', seed: '1', secret: false },
    exercises: [],
  });
  const released = verification.exercises.map((each) => ({ ...each, solution: null }));
  const trials = released.map((exercise) => runMistakes(verification, exercise, keys));
  expect((await Promise.all(trials)).flat()).toEqual([]);
});
