import type { Verification } from '../contract/verification.ts';
import { slugOf } from './documents.ts';

/** A proof with these words in every place that an author may shape. */
export function verificationSaying(words: string): Verification {
  return {
    schema: 'chainrule/verification',
    version: 1,
    grader: '0.1.0',
    course: words,
    seeds: 20,
    leftOut: [words],
    holds: false,
    exercises: [
      {
        slug: slugOf('01-first'),
        title: words,
        claims: [
          { name: 'solution', sentence: 'It is right.', holds: true, detail: words, tables: [] },
          {
            name: 'margins',
            sentence: 'It is far from wrong.',
            holds: false,
            detail: words,
            tables: [{ title: words, columns: ['check', words], rows: [['first', words]] }],
          },
        ],
        alternatives: [words],
        mistakes: [{ id: 'a-mistake', title: words }],
        mutation: {
          mutants: 1234,
          killed: 1232,
          operators: [
            { operator: 'arithmetic', mutants: 1000, killed: 999 },
            { operator: words, mutants: 234, killed: 233 },
          ],
          survivors: [
            { operator: words, line: 3, column: 7, from: words, to: '', shows: 'in bits' },
          ],
          equivalents: [{ operator: 'arithmetic', from: words, to: words, reason: words }],
        },
        checks: [
          { id: 'first', title: words, points: 60, alone: 3, keptBecause: null },
          { id: 'second', title: words, points: 40.5, alone: 0, keptBecause: words },
        ],
      },
    ],
  };
}

/** A proof in which everything happened. */
export const doubtful = verificationSaying('some words');

/** A quick proof in which everything holds and little was tried. */
export const sound: Verification = {
  ...doubtful,
  seeds: 1,
  holds: true,
  exercises: doubtful.exercises.map((exercise) => ({
    ...exercise,
    claims: exercise.claims.slice(0, 1),
    alternatives: [],
    mistakes: [],
    mutation: null,
    checks: exercise.checks.map((check) => ({ ...check, alone: null })),
  })),
};
