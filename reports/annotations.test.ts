import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../grader/contract/result.ts';
import { commanding } from '../grader/testing/commanding-words.ts';
import {
  exerciseResult,
  facts,
  failedCheck,
  failedExercise,
  got,
  resultOf,
} from '../grader/testing/documents.ts';
import { golden } from '../grader/testing/golden.ts';
import { checkFor, eventfulSaying } from '../grader/testing/reasons.ts';
import { obeyedIn } from '../grader/testing/runner.ts';
import { report } from './annotations.ts';
import type { RenderOptions } from './words/report.ts';

const render = (result: Result, options: Partial<RenderOptions> = {}) =>
  report.render(result, { colour: false, ...options });

const notesOf = (result: Result, options: Partial<RenderOptions> = {}) =>
  obeyedIn(render(result, options));

describe('whatever a result says, it is obeyed as nothing but a note', () => {
  const kinds = (result: Result) =>
    notesOf(result, { submissionAt: 'work' }).map(({ name, properties }) => [
      name,
      Object.keys(properties),
      properties.line,
      properties.col,
    ]);
  const expected = kinds(eventfulSaying('harmless'));

  test('of the same level, at the same line', () => {
    fc.assert(
      fc.property(commanding, (words) => {
        expect(kinds(eventfulSaying(`x${words}x`))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('in a line of its own', () => {
    fc.assert(
      fc.property(commanding, (words) => {
        const text = render(eventfulSaying(`x${words}x`));
        expect(text.split(/[\n\r\u2028\u2029\u0085\u000b\u000c]/)).toHaveLength(
          expected.length + 1,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('also where the words are all there is', () => {
    fc.assert(
      fc.property(commanding, (words) => {
        for (const { name } of notesOf(eventfulSaying(words))) {
          expect(['error', 'warning', 'notice']).toContain(name);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('and in its message as it was', () => {
    const message = '100 % :: done, "a=b" %0A %3A %25';
    const thrown = got({ thrown: { name: 'Error', message } });
    const check = failedCheck({ reason: 'threw', got: thrown });
    expect(notesOf(resultOf([failedExercise({ checks: [check] })]))[0]?.data).toContain(message);
  });
});

describe('a note stands', () => {
  const at = (own: Parameters<typeof failedExercise>[0], options: Partial<RenderOptions> = {}) =>
    notesOf(resultOf([failedExercise(own)]), options)[0]?.properties;

  test('at the place at fault', () => {
    expect(at({ checks: [checkFor('forbidden-name')] })).toMatchObject({ line: '4', col: '7' });
  });

  test('at the line that threw, and at no column', () => {
    const place = { line: 12, column: null };
    const properties = at({ checks: [failedCheck({ got: got({ place }) })] });
    expect(properties?.line).toBe('12');
    expect(properties?.col).toBeUndefined();
  });

  test('else at the function that was called', () => {
    const exports = [{ name: 'forward', parameters: 1, line: 12, last: 20 }];
    const properties = at({ facts: facts({ exports }) });
    expect(properties?.line).toBe('12');
    expect(properties?.col).toBeUndefined();
  });

  test('else at the beginning of the file', () => {
    expect(at({ checks: [checkFor('threw-while-loading')] })).toMatchObject({
      file: 'exercises/01-first/first.ts',
      line: '1',
    });
  });

  test('in the file as the repository has it', () => {
    expect(at({}, { submissionAt: 'class/ada' })?.file).toBe(
      'class/ada/exercises/01-first/first.ts',
    );
  });

  test('in no file where there is none', () => {
    const properties = at({ path: null, checks: [checkFor('file-missing')] });
    expect(Object.keys(properties ?? {})).toEqual(['title']);
  });

  test('at a line that there can be, whatever a result says', () => {
    const check = failedCheck({ got: got({ place: { line: 0, column: 0 } }) });
    expect(at({ checks: [check] })).toMatchObject({ line: '1', col: '1' });
  });
});

describe('the notes', () => {
  test('are one for each cause and not for each check', () => {
    const means = { mistake: 'factor', waitsFor: null };
    const shownBy: string[] = [];
    const mistakes = [{ id: 'factor', title: 'm is forgotten', hint: 'What of m?', shownBy }];
    const checks = ['a', 'b', 'c'].map((id) => failedCheck({ id, means }));
    const notes = notesOf(resultOf([failedExercise({ mistakes, checks })]));
    expect(notes).toHaveLength(1);
    expect(notes[0]?.data).toMatch(/Looks like: m is forgotten\. What of m\? 2 more checks show/);
  });

  test('are no more than a step may make, the first ones', () => {
    const checks = Array.from({ length: 25 }, (_, nth) =>
      failedCheck({
        id: `check-${nth}`,
        title: `check ${nth}`,
        got: got({ place: { line: nth + 1, column: 1 } }),
      }),
    );
    const notes = notesOf(resultOf([failedExercise({ checks })]));
    expect(notes.map(({ properties }) => properties.line)).toEqual(
      Array.from({ length: 10 }, (_, nth) => String(nth + 1)),
    );
  });

  test('do not count as an error what is not begun, nor as a mistake what we cannot judge', () => {
    const exercises = [
      failedExercise({ checks: [checkFor('not-written')] }),
      failedExercise({ checks: [checkFor('reference-failed')] }),
      failedExercise({ checks: [checkFor('waits-for-exercise')] }),
      exerciseResult(),
    ];
    expect(notesOf(resultOf(exercises)).map(({ name }) => name)).toEqual(['warning', 'notice']);
  });

  test('tell advice before what is not begun', () => {
    const advice = [{ line: 3, column: 2, code: 2322, message: 'A string is no number.' }];
    const exercises = [
      failedExercise({ checks: [checkFor('not-written')] }),
      failedExercise({ facts: facts({ advice }) }),
    ];
    const [, first, second] = notesOf(resultOf(exercises));
    expect(first?.data).toBe('A string is no number.');
    expect(second?.data).toContain('Not written yet: forward.');
  });

  test('are short enough for the runner, however much was thrown', () => {
    const thrown = got({ thrown: { name: 'Error', message: `${'x'.repeat(3999)}😀😀` } });
    const check = failedCheck({ reason: 'threw', got: thrown });
    const [note] = notesOf(resultOf([failedExercise({ checks: [check] })]));
    expect(note?.data.length).toBeLessThan(4096);
    expect(Buffer.from(note?.data ?? '').toString()).toBe(note?.data);
  });

  test('of a real result are these', () => {
    const notes = notesOf(golden).map(({ name, properties }) => `${name} ${properties.title}`);
    expect(notes).toEqual([
      'error 02 Backward pass: dW1 and db1 agree with the reference',
      'error 04 The ReLU swap: leakyRelu and leakyReluGradient agree with the reference',
      'error 05 L2 regularization',
      'notice 03 Gradient check',
    ]);
  });

  test('are none where everything is right', () => {
    expect(render(resultOf([exerciseResult()]))).toBe('');
  });
});
