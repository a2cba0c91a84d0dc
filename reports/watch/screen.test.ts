import { describe, expect, test } from 'vitest';
import {
  checkResult,
  exerciseResult,
  FIRST,
  facts,
  failedCheck,
  failedExercise,
  got,
  SECOND,
} from '../../grader/testing/documents.ts';
import { checkFor } from '../../grader/testing/reasons.ts';
import { itemOf, sceneOf } from '../../grader/testing/scenes.ts';
import { cells } from './cells.ts';
import type { Scene } from './scene.ts';
import { screen } from './screen.ts';

const plain = { columns: 80, rows: 24, colour: false };
const textOf = (scene: Scene, own: Partial<typeof plain> = {}) =>
  screen(scene, { ...plain, ...own })
    .map((line) => line.trimEnd())
    .join('\n');
/** The same without the ends of lines, which are elsewhere on every terminal. */
const wordsOf = (scene: Scene, own: Partial<typeof plain> = {}) =>
  textOf(scene, own).replace(/\s+/g, ' ');

const MISTAKE = { id: 'factor', title: 'm is forgotten', hint: 'By what?', shownBy: [] };
const failing = failedExercise({
  mistakes: [MISTAKE],
  facts: facts({ exports: [{ name: 'forward', parameters: 1, line: 3, last: 5 }] }),
  checks: [
    checkResult({ id: 'other' }),
    failedCheck({ means: { mistake: 'factor', waitsFor: null } }),
    failedCheck({
      id: 'third',
      title: 'A agrees',
      means: { mistake: 'factor', waitsFor: null },
    }),
  ],
  printed: 'one\ntwo\n',
});
const right = exerciseResult({ question: { line: 7, ask: 'Why does this bend?' } });
const long = failedExercise({
  checks: [
    failedCheck({
      reason: 'threw',
      got: got({ thrown: { name: 'Error', message: '漢字 '.repeat(400) } }),
    }),
  ],
  printed: `${'wide '.repeat(90)}\n`.repeat(20),
});

describe.each([40, 80, 120])('on %i columns', (columns) => {
  const scenes: Readonly<Record<string, Scene>> = {
    'nothing is judged': sceneOf({ work: 'running' }),
    'an exercise fails': sceneOf(failing, { opened: 3 }),
    'an exercise is right': sceneOf(right),
    'a program says much': sceneOf(long),
    'the list is open': sceneOf(failing, { cursor: 1 }),
    'the folder is gone': sceneOf(right, { trouble: 'There is no folder ada. '.repeat(8) }),
    'the grader went wrong': sceneOf({ defect: 'a'.repeat(300) }),
    'names are long': sceneOf({ title: '漢字'.repeat(90), file: `${'f'.repeat(200)}.ts` }),
  };

  test.each(Object.keys(scenes))('no line is wider than the terminal where %s', (name) => {
    const scene = scenes[name] ?? sceneOf();
    const lines = screen(scene, { ...plain, columns });
    expect(Math.max(...lines.map(cells))).toBeLessThanOrEqual(columns);
  });

  test.each(Object.keys(scenes))('there are as many lines as rows where %s', (name) => {
    expect(screen(scenes[name] ?? sceneOf(), { ...plain, columns })).toHaveLength(24);
  });

  test('the first cause is told, and what it looks like', () => {
    const words = wordsOf(sceneOf(failing), { columns });
    expect(words).toContain('Z.get(1, 2) is 0.5 in case 2 of 3');
    expect(words).toContain('Looks like: m is forgotten.');
  });

  test('the keys are named', () => {
    const words = wordsOf(sceneOf(failing), { columns });
    expect(words).toContain('h hint (1 of 3) l list n next p previous o report r again q quit');
  });
});

test('an exercise that fails, on a usual terminal', () => {
  expect(textOf(sceneOf(failing, { opened: 1 }))).toMatchInlineSnapshot(`
    " [------------------------------] 0/2  0 of 20 points …

     ✘ 01  First                                                     0 of 10 points
       exercises/01-first/first.ts

       Z agrees with the reference
       Z.get(1, 2) is 0.5 in case 2 of 3. That is 0.25 away from the reference; 1e-9
       is allowed. 2 of 12 entries are outside the tolerance, this one the furthest.
       Looks like: m is forgotten.

       A question that may help
         By what?

       1 of 3 checks are right. One more check of this exercise shows the same.

       Your code printed:
         one
         two





     h hint (2 of 3)  l list  n next  p previous  o report  r again  q quit"
  `);
});

test('an exercise that is right, on a usual terminal', () => {
  expect(textOf(sceneOf(right))).toMatchInlineSnapshot(`
    " [###############---------------] 1/2  10 of 20 points …

     ✔ 01  First                                                    10 of 10 points
       exercises/01-first/first.ts

       Well done, this is right: its check passes.

       One question, for yourself
         It costs no points. Look at line 7 of your file: Why does this bend?

       n goes on to 02  Second.












     l list  n next  p previous  o report  r again  q quit"
  `);
});

test('the list, on a usual terminal', () => {
  expect(textOf(sceneOf(failing, { cursor: 1 }), { rows: 10 })).toMatchInlineSnapshot(`
    " [------------------------------] 0/2  0 of 20 points …

       ✘ 01  First                                                   0 of 10 points
     > … 02  Second





     j k move  Enter choose  Esc back  q quit"
  `);
});

test('hints stay closed until they are opened', () => {
  expect(wordsOf(sceneOf(failing))).not.toContain('By what?');
});

test('one cause is told, and the others are counted', () => {
  const words = wordsOf(sceneOf(failing));
  expect([words.includes('A agrees'), words.includes('One more check')]).toEqual([false, true]);
});

test('what is seen early is told before the rest, without hints', () => {
  const glimpse = failedExercise({ checks: [checkResult(), failedCheck({ title: 'Early' })] });
  const words = wordsOf(sceneOf({ result: right, glimpse, work: 'running' }));
  expect(words).toContain('Early');
  expect(words).toContain('Running … one check is right so far');
});

test('what is told of an older text is faint while the new one runs', () => {
  const lines = screen(sceneOf({ result: failing, work: 'running' }), { ...plain, colour: true });
  expect(lines[5]).toMatch(/^\u001b\[2m/);
});

test('an endless loop is asked about after a while', () => {
  expect(wordsOf(sceneOf({ result: failing, work: 'slow' }))).toContain(
    'Is there a loop that does not end? Each call is stopped after',
  );
});

test('what does not fit is counted, and where it stands whole is said', () => {
  const lines = screen(sceneOf(long), { ...plain, rows: 12 });
  expect(lines[8]).toMatch(/… \d+ more lines: make the window higher, or press o/);
});

test('a terminal of a few lines has the progress and never more than its rows', () => {
  expect(screen(sceneOf(failing), { ...plain, rows: 3 })).toHaveLength(3);
});

test('a list that is higher than the terminal shows the part around the cursor', () => {
  const many = Array.from({ length: 40 }, (_, at) => itemOf({ title: `Number ${at}` }));
  const text = textOf({ ...sceneOf(), exercises: many, cursor: 30 }, { rows: 12 });
  expect([text.includes('Number 30'), text.includes('Number 3\n')]).toEqual([true, false]);
});

test.each(['reference-failed', 'waits-for-exercise'] as const)(
  'a check that ended with "%s" is told where none failed',
  (reason) => {
    const check = checkFor(reason);
    const exercise = failedExercise({ status: check.status, checks: [check] });
    expect(wordsOf(sceneOf(exercise))).toContain(check.title);
  },
);

test('points are counted over all exercises, and those not judged yet are still open', () => {
  expect(textOf(sceneOf(right)).split('\n')[0]).toBe(
    ' [###############---------------] 1/2  10 of 20 points …',
  );
});

test('after the last exercise, nothing is left to do', () => {
  const scene = sceneOf(right);
  const [first = itemOf()] = scene.exercises;
  const done = itemOf({ slug: SECOND, result: exerciseResult({ slug: SECOND }) });
  expect(wordsOf({ ...scene, exercises: [first, done], current: FIRST })).toContain(
    'Everything is right. Nothing is left to do.',
  );
});

test('without colour there is no escape sequence', () => {
  expect(textOf(sceneOf(failing))).not.toContain('\u001b');
});
