import { describe, expect, test } from 'vitest';
import { Failure } from './failure.ts';
import { failedCheck, failedExercise, got } from './testing/documents.ts';

const exercise = failedExercise();
const [check = failedCheck()] = exercise.checks;

test('a failure is called as every report calls it', () => {
  expect(new Failure(check, exercise, null).name).toBe('not yet');
});

test('a failure says what every report says', () => {
  expect(new Failure(check, exercise, null).message).toContain(
    'Z.get(1, 2) is 0.5 in case 2 of 3.',
  );
});

test('a failure names the mistake that it looks like, with its hint', () => {
  const named = failedCheck({ means: { mistake: 'no-mean', waitsFor: null } });
  const mistake = {
    id: 'no-mean',
    title: 'nothing is averaged',
    hint: 'How many rows?',
    shownBy: [],
  };
  const { message } = new Failure(
    named,
    failedExercise({ checks: [named], mistakes: [mistake] }),
    null,
  );
  expect(message).toMatch(/Looks like: nothing is averaged\.\n\nHow many rows\?$/);
});

test('all failures of an untouched exercise are one and the same', () => {
  const unwritten = (name: string) =>
    failedCheck({ reason: 'not-written', got: got({ names: [name] }) });
  const checks = [unwritten('sigmoid'), unwritten('softmax')];
  const untouched = failedExercise({ checks });
  const stacks = checks.map((each) => new Failure(each, untouched, new Error('x')).stack);
  expect(new Set(stacks).size).toBe(1);
  expect(stacks[0]).toContain('Not written yet: sigmoid, softmax.');
  expect(stacks[0]).toContain('exercises/01-first/README.md');
});

describe('of what was thrown, a failure shows', () => {
  const thrown = new TypeError('no');
  thrown.stack = [
    'TypeError: no',
    '    at forward (/home/ada/exercises/01-first/first.ts:3:9)',
    '    at Object.run (/home/ada/exercises/01-first/probes.ts:9:1)',
    '    at replay (/home/ada/node_modules/chainrule/dist/vitest.js:1:1)',
  ].join('\n');
  const lines = new Failure(check, exercise, thrown).stack?.split('\n').slice(1);

  test('the places in the student’s own files, and no others', () => {
    expect(lines).toEqual(['    at forward (/home/ada/exercises/01-first/first.ts:3:9)']);
  });

  test('nothing, where it is no error', () => {
    expect(new Failure(check, exercise, 'thrown text').stack).not.toContain('\n');
  });
});

test('nothing in a failure can drive a terminal', () => {
  const coloured = got({ thrown: { name: 'Error', message: '\u001b[2Jgone' } });
  const own = failedCheck({ reason: 'threw', got: coloured });
  expect(new Failure(own, failedExercise({ checks: [own] }), null).message).not.toContain('\u001b');
});
