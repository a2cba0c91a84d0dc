import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExerciseResult } from '../../grader/contract/result.ts';
import {
  exerciseResult,
  facts,
  failedCheck,
  failedExercise,
  got,
} from '../../grader/testing/documents.ts';
import { codeBlocks } from './code.ts';
import { tokensOf } from './highlight.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `line${at + 1}();`).join('\n');

const exporting = (...exports: readonly (readonly [name: string, line: number, last: number])[]) =>
  facts({ exports: exports.map(([name, line, last]) => ({ name, parameters: 1, line, last })) });

const linesShown = (exercise: ExerciseResult): readonly (readonly number[])[] =>
  codeBlocks(exercise, 90).map(({ lines }) => lines.map(({ number }) => number));

const notesIn = (exercise: ExerciseResult): Readonly<Record<number, readonly string[]>> =>
  Object.fromEntries(
    codeBlocks(exercise, 90)
      .flatMap(({ lines }) => lines)
      .filter(({ notes }) => notes.length > 0)
      .map(({ number, notes }) => [number, notes]),
  );

describe('the lines that are shown', () => {
  test('are those of the function behind a check that failed', () => {
    const exercise = failedExercise({
      source: numbered(30),
      facts: exporting(['forward', 10, 13], ['other', 20, 22]),
    });
    expect(linesShown(exercise)).toEqual([[8, 9, 10, 11, 12, 13]]);
  });

  test('are none where all is right', () => {
    const exercise = exerciseResult({
      source: numbered(30),
      facts: exporting(['forward', 10, 13]),
    });
    expect(codeBlocks(exercise, 90)).toEqual([]);
  });

  test('are those around the place that does not parse', () => {
    const exercise = failedExercise({
      source: numbered(9),
      module: {
        state: 'does-not-compile',
        because: 'syntax',
        message: 'Expected ";"',
        line: 9,
        column: 1,
      },
      checks: [
        failedCheck({ reason: 'syntax-error', got: got({ place: { line: 9, column: 1 } }) }),
      ],
    });
    expect(linesShown(exercise)).toEqual([[7, 8, 9]]);
    expect(notesIn(exercise)).toEqual({ 9: ['Expected ";"'] });
  });

  test('are never more than a reader can take in', () => {
    const exercise = failedExercise({
      source: numbered(900),
      facts: exporting(['forward', 1, 900]),
    });
    expect(linesShown(exercise).flat()).toHaveLength(90);
  });

  test('are none of a file that is not there', () => {
    expect(codeBlocks(failedExercise({ facts: exporting(['forward', 1, 2]) }), 90)).toEqual([]);
  });
});

test('a function is noted with every check that it failed', () => {
  const exercise = failedExercise({
    source: numbered(9),
    facts: exporting(['forward', 3, 5]),
    checks: [failedCheck(), failedCheck({ id: 'again', title: 'A agrees' })],
  });
  expect(notesIn(exercise)[3]).toEqual(['✘ Z agrees with the reference', '✘ A agrees']);
});

const THROWN = { name: 'TypeError', message: 'X.matmul is not a function' };

test('a line that threw is noted with what it threw', () => {
  const exercise = failedExercise({
    source: numbered(9),
    facts: exporting(['forward', 3, 5]),
    checks: [
      failedCheck({
        reason: 'threw',
        got: got({ thrown: THROWN, place: { line: 8, column: null } }),
      }),
    ],
  });
  expect(notesIn(exercise)[8]).toEqual(['✘ TypeError: X.matmul is not a function']);
});

test('a line that threw while the file was loaded is shown and noted', () => {
  const exercise = failedExercise({
    source: numbered(9),
    module: { state: 'threw', ...THROWN, line: 6 },
    checks: [failedCheck({ reason: 'threw-while-loading', got: got({ thrown: THROWN }) })],
  });
  expect(notesIn(exercise)).toEqual({ 6: ['TypeError: X.matmul is not a function'] });
});

test('a line is noted with what the compiler says of it', () => {
  const exercise = failedExercise({
    source: numbered(9),
    facts: { ...exporting(), advice: [{ line: 4, column: 1, code: 1, message: 'No such name.' }] },
  });
  expect(notesIn(exercise)[4]).toEqual(['No such name.']);
});

test('a line in the middle of a comment is one, though the comment begins above', () => {
  const source =
    'f();\n\n/**\n * if this\n * and that\n * is shown\n */\nexport function forward() {}\n';
  const [block] = codeBlocks(failedExercise({ source, facts: exporting(['forward', 8, 8]) }), 90);
  expect(block?.lines[0]).toMatchObject({ number: 6, tokens: [{ kind: 'comment' }] });
});

describe('highlighted lines', () => {
  test('hold every character of the text, whatever it is', () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((text) => text.replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const texts = tokensOf(lines).map((tokens) => tokens.map(({ text }) => text).join(''));
        expect(texts).toEqual(lines);
      }),
    );
  });

  test('know what a word is', () => {
    const [tokens] = tokensOf(['return 1; // one']);
    expect(tokens).toEqual([
      { text: 'return', kind: 'keyword' },
      { text: ' ', kind: null },
      { text: '1', kind: 'digits' },
      { text: '; ', kind: null },
      { text: '// one', kind: 'comment' },
    ]);
  });

  test('keep a comment of several lines a comment on each', () => {
    const kinds = tokensOf(['/* one', 'two */ f();']).map(([first]) => first?.kind);
    expect(kinds).toEqual(['comment', 'comment']);
  });

  test('are cut where they leave the page, and never within a character', () => {
    const [tokens = []] = tokensOf(['🎉'.repeat(500)]);
    const text = tokens.map((token) => token.text).join('');
    expect([...text].length).toBe(162);
    expect(text.endsWith('🎉 …')).toBe(true);
  });
});
