import { expect, test } from 'vitest';
import { failedExercise } from '../../grader/testing/documents.ts';
import { sceneOf } from '../../grader/testing/scenes.ts';
import { listInWords } from './list-view.ts';
import { hintInWords, transcript } from './transcript.ts';

test('an exercise is told line by line, with the progress at its end', () => {
  const lines = transcript(sceneOf(failedExercise()), 80).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^ ✘ 01 {2}First/);
  expect(lines[3]).toBe('   Z agrees with the reference');
  expect(lines.at(-1)).toBe('[------------------------------] 0/2  0 of 20 points …');
});

test('only the hint that was opened last is told again', () => {
  const words = hintInWords(sceneOf(failedExercise(), { opened: 2 }), 80);
  expect(words).toContain('An example with other numbers');
  expect(words).not.toContain('A question that may help');
});

test('the list says in words how every exercise is', () => {
  expect(listInWords(sceneOf(failedExercise()))).toEqual([
    '> 01  First: not yet',
    '  02  Second: not judged yet',
  ]);
});
