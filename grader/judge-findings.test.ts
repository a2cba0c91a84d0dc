import { describe, expect, test } from 'vitest';
import type { CheckKind, Question } from './contract/check-kind.ts';
import { judge } from './judge.ts';
import {
  courseExercise,
  courseOf,
  evidenceOf,
  exerciseEvidence,
  FIRST,
  facts,
  keyCase,
  returned,
} from './testing/documents.ts';
import {
  always,
  judgeOne,
  judgeWithoutProbe,
  KINDS,
  kindsOf,
  type Scene,
} from './testing/judging.ts';
import { number, record } from './testing/values.ts';

describe('a check is asked', () => {
  /** The question that a check is put to. */
  function questionOf(scene: Scene): Question<unknown> | undefined {
    let asked: Question<unknown> | undefined;
    const asking: CheckKind = {
      ...always({ status: 'pass', got: {} }),
      judge: (question) => {
        asked = question;
        return { status: 'pass', got: {} };
      },
    };
    judgeOne({
      ...scene,
      checks: [{ kind: 'asking' }],
      kinds: { checks: new Map([['asking', asking]]) },
    });
    return asked;
  }

  test('with reference and student side by side, case by case', () => {
    const truth = record({ X: number(3) });
    const slopes = { W: { coarse: number(4), fine: number(5) } };
    const input = record({ X: number(6) });
    const observation = returned(record({ Z: number(2) }), { changed: ['X'], repeats: false });
    const asked = questionOf({
      evidence: { probes: { forward: [observation] } },
      key: {
        probes: {
          forward: {
            watched: true,
            functions: [],
            cases: [keyCase({ Z: number(1) }, { truth, slopes, input })],
          },
        },
      },
    });
    expect(asked?.cases).toEqual([
      {
        input,
        truth,
        slopes,
        expected: record({ Z: number(1) }),
        returned: record({ Z: number(2) }),
        changed: ['X'],
        repeats: false,
      },
    ]);
  });

  test('with its settings', () => {
    expect(questionOf({})?.settings).toEqual({ outputs: ['Z'] });
  });

  test('with the facts of the file', () => {
    const known = facts({ uses: [{ name: 'Date', line: 1, column: 1 }] });
    expect(questionOf({ evidence: { facts: known } })?.facts).toBe(known);
  });

  test('nothing when the module did not load', () => {
    expect(questionOf({ evidence: { module: { state: 'missing' } } })).toBeUndefined();
  });
});

describe('what kept the code from answering goes before the check', () => {
  test('a file that is missing', () => {
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      evidence: { module: { state: 'missing' } },
    });
    expect(first).toMatchObject({ status: 'fail', reason: 'file-missing' });
  });

  test('an error that was thrown, with its case', () => {
    const thrown = { outcome: 'threw', name: 'TypeError', message: 'x' } as const;
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      evidence: { probes: { forward: [returned(record({})), thrown] } },
      key: {
        probes: { forward: { watched: false, functions: [], cases: [keyCase({}), keyCase({})] } },
      },
    });
    expect(first).toMatchObject({ reason: 'threw', got: { case: 1 } });
  });

  test('an export that lacks', () => {
    const message = 'student.forward is not a function';
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      evidence: {
        module: { state: 'loaded', exports: [] },
        probes: { forward: [{ outcome: 'threw', name: 'TypeError', message }] },
      },
    });
    expect(first).toMatchObject({ reason: 'export-missing', got: { names: ['forward'] } });
  });

  test('a case that was never reached', () => {
    const { first } = judgeOne({ checks: kindsOf('pass'), evidence: { probes: {} } });
    expect(first).toMatchObject({ status: 'fail', reason: 'not-reached' });
  });
});

describe('our own failures are errors', () => {
  test('a reference that returned nothing', () => {
    const reference = { outcome: 'threw', name: 'Error', message: 'x' } as const;
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      key: {
        probes: { forward: { watched: false, functions: [], cases: [keyCase({}, { reference })] } },
      },
    });
    expect(first).toMatchObject({ status: 'error', reason: 'reference-failed' });
  });

  test('a reference that failed, where the student failed too', () => {
    const timedOut = { outcome: 'timed-out' } as const;
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      evidence: { probes: { forward: [timedOut] } },
      key: {
        probes: {
          forward: { watched: false, functions: [], cases: [keyCase({}, { reference: timedOut })] },
        },
      },
    });
    expect(first.status).toBe('error');
  });

  test('a probe that the exercise does not have', () => {
    const { first } = judgeOne({ checks: [{ kind: 'pass', probe: 'sideways' }] });
    expect(first).toMatchObject({
      status: 'error',
      reason: 'no-such-probe',
      got: { names: ['sideways'] },
    });
  });

  test('a check that compares and has no probe to compare', () => {
    expect(judgeWithoutProbe('matches').status).toBe('error');
  });

  test('a kind of check that was not loaded', () => {
    expect(() => judgeOne({ checks: kindsOf('unheard-of') })).toThrow('unheard-of');
  });

  test('an exercise without a key', () => {
    const judging = {
      course: courseOf(courseExercise()),
      keys: new Map(),
      kinds: KINDS,
      shown: new Set([FIRST]),
    };
    expect(() => judge(evidenceOf(exerciseEvidence()), judging)).toThrow('01-first');
  });
});
