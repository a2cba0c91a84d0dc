import { expect, test } from 'vitest';
import { facts, failedExercise } from '../../grader/testing/documents.ts';
import { placesOf } from './places.ts';

test('places are those of functions that the file exports', () => {
  const exports = [{ name: 'forward', parameters: 2, line: 3, last: 5 }];
  const exercise = failedExercise({ facts: facts({ exports }) });
  expect(placesOf(['forward', 'absent'], exercise)).toEqual([
    { name: 'forward', line: 3, last: 5 },
  ]);
});
