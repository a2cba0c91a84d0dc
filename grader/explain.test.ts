import { expect, test } from 'vitest';
import { fixedKey } from './make-key.ts';
import { classroom } from './testing/classroom.ts';
import { toyCourse } from './testing/toy-course.ts';

/** The toy course with two mistakes that can be made at once, and two that are in each other's way. */
const course = {
  ...toyCourse,
  'solutions/01-double/solution.ts': toyCourse['solutions/01-double/solution.ts'].replace(
    'return Matrix.mul(Z, 2);',
    'const scaled = Matrix.mul(Z, 2);\n  return scaled;',
  ),
  'solutions/01-double/mistakes.ts': `export const mistakes = [
    { id: 'three', title: 'three times', hint: 'How often?', edits: [{ find: 'Z, 2', replace: 'Z, 3' }] },
    {
      id: 'sign',
      title: 'the sign is turned',
      hint: 'Which sign?',
      edits: [{ find: 'return scaled;', replace: 'return Matrix.mul(scaled, -1);' }],
    },
    {
      id: 'negative',
      title: 'twice becomes half',
      hint: 'More or less?',
      edits: [{ find: 'Matrix.mul(Z, 2)', replace: 'Matrix.mul(Z, 0.5)' }],
    },
  ];`,
};
const right = course['solutions/01-double/solution.ts'];
const times = (factor: number) =>
  right.replace('return scaled;', `return Z.clone().mul(${factor});`);

/** What is said of the check that the outputs agree. */
async function meantBy(text: string, withKey = false) {
  const { graded, key } = await classroom(course);
  const result = await graded({ 'double.ts': text }, withKey ? fixedKey(await key()) : undefined);
  const [exercise] = result.exercises;
  return { means: exercise?.checks[0]?.means, mistakes: exercise?.mistakes.map(({ id }) => id) };
}

test('two mistakes that were made at once are both named, whatever the style of the program', async () => {
  const { means, mistakes } = await meantBy(times(-3));
  expect(means).toMatchObject({ mistake: 'sign', and: 'three' });
  expect(mistakes).toEqual(['three', 'sign']);
});

test('one mistake is never put down to two', async () => {
  const { means } = await meantBy(times(3));
  expect(means).toEqual({ mistake: 'three', waitsFor: null });
});

test('a pair that was not made is not named', async () => {
  const { means } = await meantBy(times(-7));
  expect(means?.mistake).toBeNull();
});

test('with a key alone, nothing is run to find out about pairs', async () => {
  const { means } = await meantBy(times(-3), true);
  expect(means?.mistake).toBeNull();
});
