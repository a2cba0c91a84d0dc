import { expect, test } from 'vitest';
import { exerciseResult, failedExercise } from '../../grader/testing/documents.ts';
import { progressOf } from './progress.ts';

const right = exerciseResult({ deliverable: 'A network' });
const wrong = { ...failedExercise(), deliverable: 'A network' };
const other = exerciseResult({ deliverable: 'Gradient checking' });

test('exercises that say the same are one line, in the order of the exercises', () => {
  expect(progressOf([right, other, wrong]).map(({ deliverable }) => deliverable)).toEqual([
    'A network',
    'Gradient checking',
  ]);
});

test('a line is done when all of its exercises are right', () => {
  expect(progressOf([right, right, other]).map(({ words }) => words)).toEqual(['done', 'done']);
});

test('a line that is not done counts what is right', () => {
  expect(progressOf([right, wrong])).toMatchObject([{ done: false, words: '1 of 2 exercises' }]);
});

test('what could not be judged is not done', () => {
  const unjudged = { ...right, status: 'error' as const };
  expect(progressOf([unjudged])).toMatchObject([{ done: false, words: 'not yet' }]);
});

test('exercises that are part of no line are left out', () => {
  const { deliverable: _, ...without } = right;
  expect(progressOf([without])).toEqual([]);
});

test('a line of many exercises keeps them all, in their order', () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ ...right, title: `part ${at}` }));
  expect(progressOf(many)[0]?.exercises).toEqual(many);
});
