import { describe, expect, test } from 'vitest';
import {
  checkResult,
  exerciseResult,
  facts,
  failedCheck,
  got,
} from '../../grader/testing/documents.ts';
import { fileOf, placeOf } from './place.ts';

describe('the file of an exercise', () => {
  test.each([
    ['', 'exercises/01-first/first.ts'],
    ['ada', 'ada/exercises/01-first/first.ts'],
    ['students/ada/', 'students/ada/exercises/01-first/first.ts'],
    ['./ada', 'ada/exercises/01-first/first.ts'],
  ])('lies where the submission lies: %j', (submissionAt, file) => {
    expect(fileOf(exerciseResult(), submissionAt)).toBe(file);
  });

  test.each([null, ''])('is named where it belongs when it is not there: %j', (path) => {
    expect(fileOf(exerciseResult({ path }))).toBe('exercises/01-first/first.ts');
  });

  test('never lies outside of the submission', () => {
    expect(fileOf(exerciseResult({ path: '../../etc/passwd' }), 'ada')).toBe('ada/etc/passwd');
  });
});

describe('a check looks', () => {
  const exports = [{ name: 'forward', parameters: 1, line: 7, last: 9 }];
  const exercise = exerciseResult({ facts: facts({ exports }) });

  test('at the place that it names', () => {
    const check = failedCheck({ got: got({ place: { line: 3, column: 5 } }) });
    expect(placeOf(check, exercise)).toMatchObject({ line: 3, column: 5 });
  });

  test('at the function that it calls where it names none', () => {
    expect(placeOf(checkResult(), exercise)).toMatchObject({ line: 7, column: null });
  });

  test('at the function that it names rather than at one that it calls', () => {
    const two = [...exports, { name: 'backward', parameters: 1, line: 11, last: 12 }];
    const check = failedCheck({
      got: got({ names: ['backward'] }),
      tried: { ...checkResult().tried, functions: ['backward', 'forward'] },
    });
    expect(placeOf(check, exerciseResult({ facts: facts({ exports: two }) })).line).toBe(11);
  });

  test('at the file as a whole where nothing more is known', () => {
    expect(placeOf(checkResult(), exerciseResult())).toMatchObject({ line: null, column: null });
  });

  test('at no line 0 and no column 0, which no file has', () => {
    const at = (line: number, column: number) =>
      placeOf(failedCheck({ got: got({ place: { line, column } }) }), exerciseResult());
    expect(at(0, 1)).toMatchObject({ line: null, column: null });
    expect(at(1, 0)).toMatchObject({ line: 1, column: null });
  });
});
