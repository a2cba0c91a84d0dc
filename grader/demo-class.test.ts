import { expect, test } from 'vitest';
import type { CourseExercise } from './contract/course.ts';
import { demoClass } from './demo-class.ts';
import { courseExercise, courseOf, FIRST, SECOND, slugOf } from './testing/documents.ts';

const THIRD = slugOf('03-third');

/** Exercises of which the one that is graded by a key has handed in nothing but the stub. */
async function missingIn(...exercises: readonly CourseExercise[]) {
  const submissions = await demoClass(courseOf(...exercises));
  const files = submissions.find(({ id }) => id === 'graded-by-key')?.files ?? new Map();
  return [...files].filter(([, text]) => text === 'stub').map(([slug]) => slug);
}

const first = courseExercise({ slug: FIRST, stub: 'stub' });
const second = courseExercise({ slug: SECOND, stub: 'stub' });

test('who is graded by a key lacks an exercise that others wait for', async () => {
  const third = courseExercise({ slug: THIRD, stub: 'stub' }, { buildsOn: [SECOND] });
  expect(await missingIn(first, second, third)).toEqual([SECOND]);
});

test('and the first one where none builds on another', async () => {
  expect(await missingIn(first, second)).toEqual([FIRST]);
});
