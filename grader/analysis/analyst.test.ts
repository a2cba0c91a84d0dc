import { expect, onTestFinished, test } from 'vitest';
import type { CourseExercise } from '../contract/course.ts';
import type { Submission } from '../contract/submission.ts';
import { courseExercise } from '../testing/documents.ts';
import { Analyst } from './analyst.ts';

function handingIn(exercise: CourseExercise, text: string): Submission {
  return { id: 'ada', files: new Map([[exercise.slug, { state: 'read', path: 'a.ts', text }]]) };
}

test('submissions that are asked for at once are read one after the other', async () => {
  const exercise = courseExercise();
  const analyst = new Analyst(new Map());
  onTestFinished(() => analyst.close());
  const names = await Promise.all(
    ['one', 'two', 'three'].map(async (name) => {
      const facts = await analyst.analyse(
        [exercise],
        handingIn(exercise, `export const ${name} = 1;`),
      );
      return facts.get(exercise.slug)?.exports.map((each) => each.name);
    }),
  );
  expect(names).toEqual([['one'], ['two'], ['three']]);
});

test('a text is traced between submissions, and keeps its lines', async () => {
  const exercise = courseExercise();
  const analyst = new Analyst(new Map());
  onTestFinished(() => analyst.close());
  const text = 'export function one() {\n  return 1;\n}\n';
  const [facts, traced] = await Promise.all([
    analyst.analyse([exercise], handingIn(exercise, text)),
    analyst.trace(text, []),
  ]);
  expect(facts.get(exercise.slug)?.exports).toHaveLength(1);
  expect(traced?.text.split('\n')).toHaveLength(text.split('\n').length);
});

test('a submission after a closed thread is read by a new one', async () => {
  const exercise = courseExercise();
  const analyst = new Analyst(new Map());
  onTestFinished(() => analyst.close());
  await analyst.close();
  const facts = await analyst.analyse([exercise], handingIn(exercise, 'export const a = 1;'));
  expect(facts.get(exercise.slug)?.exports).toHaveLength(1);
});

test('what waits for a thread that retires is left without facts, and no other thread begins', async () => {
  const exercise = courseExercise();
  const analyst = new Analyst(new Map());
  onTestFinished(() => analyst.close());
  const waiting = ['one', 'two'].map((name) =>
    analyst.analyse([exercise], handingIn(exercise, `export const ${name} = 1;`)),
  );
  await analyst.retire();
  expect((await Promise.all(waiting)).map(({ size }) => size)).toEqual([0, 0]);
  expect(await analyst.trace('export {};', [])).toBeNull();
});
