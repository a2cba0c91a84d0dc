import { describe, expect, test } from 'vitest';
import type { Course } from './contract/course.ts';
import { EvidenceSchema } from './contract/evidence.ts';
import { type Result, ResultSchema } from './contract/result.ts';
import { firstProblem } from './contract/validator.ts';
import { judge } from './judge.ts';
import {
  check,
  courseExercise,
  courseOf,
  evidenceOf,
  exerciseEvidence,
  FIRST,
  facts,
  keyCase,
  keyExercise,
  returned,
  SECOND,
} from './testing/documents.ts';
import {
  judgeOne,
  judgeTwo,
  judgeWithoutProbe,
  KINDS,
  kindsOf,
  type Scene,
} from './testing/judging.ts';
import { number, record } from './testing/values.ts';

describe('points', () => {
  test('are all of a check’s when it passes', () => {
    const { first } = judgeOne({ checks: [{ kind: 'pass', points: 2.5 }] });
    expect(first.points).toEqual({ earned: 2500, possible: 2500 });
  });

  test.each(['fail', 'error'])('are none of them when it ends in %s', (kind) => {
    const { first } = judgeOne({ checks: [{ kind, points: 2.5 }] });
    expect(first.points).toEqual({ earned: 0, possible: 2500 });
  });

  test('of an exercise are those of its checks', () => {
    const { exercise } = judgeOne({
      checks: [
        { kind: 'pass', points: 0.1 },
        { kind: 'fail', points: 10 },
        { kind: 'pass', points: 0.2 },
      ],
    });
    expect(exercise.points).toEqual({ earned: 300, possible: 10_300 });
  });

  test('of a result are those of its exercises', () => {
    const { result } = judgeTwo({ first: 'pass', second: 'fail' });
    expect(result.points).toEqual({ earned: 10_000, possible: 20_000 });
  });
});

describe('the status of an exercise', () => {
  test.each([
    ['pass', ['pass', 'pass']],
    ['fail', ['pass', 'fail']],
    ['error', ['pass', 'error', 'fail']],
    ['error', ['fail', 'error']],
  ])('is %s with checks that end in %j', (status, kinds) => {
    expect(judgeOne({ checks: kindsOf(...kinds) }).exercise.status).toBe(status);
  });

  test('is fail where a check fails and another waits', () => {
    const { second } = judgeTwo({ first: 'fail', second: 'fail', also: 'fail' });
    expect(second.status).toBe('fail');
  });

  test('is skip where a check waits and the others pass', () => {
    const { second } = judgeTwo({ first: 'fail', second: 'fail', also: 'pass' });
    expect(second.status).toBe('skip');
  });
});

describe('the status of a result', () => {
  test.each([
    ['pass', 'pass', 'pass'],
    ['fail', 'fail', 'pass'],
    ['error', 'fail', 'error'],
  ])('is %s where exercises end in %s and %s', (status, first, second) => {
    expect(judgeTwo({ first, second }).result.status).toBe(status);
  });
});

describe('a check is told', () => {
  test('with what its finding says of what came back, and null for the rest', () => {
    expect(judgeOne({ checks: [{ kind: 'fail' }] }).first.got).toEqual({
      case: 0,
      shape: null,
      worst: null,
      wrong: null,
      compared: null,
      skipped: null,
      margin: null,
      measured: null,
      names: ['Z'],
      words: null,
      due: null,
      thrown: null,
      place: null,
    });
  });

  test('with what was tried', () => {
    const cases = [keyCase({ Z: number(1) }), keyCase({ Z: number(1) })];
    const { first } = judgeOne({
      checks: [{ kind: 'fail' }],
      key: { probes: { forward: { watched: false, functions: ['forward'], cases } } },
    });
    expect(first.tried).toEqual({
      probe: 'forward',
      functions: ['forward'],
      cases: 2,
      output: null,
      against: 'a rule',
      tolerance: null,
      threshold: null,
    });
  });

  test('without a probe where it has none', () => {
    expect(judgeWithoutProbe('pass').tried).toMatchObject({ probe: null, cases: 0 });
  });
});

describe('a result', () => {
  const scene: Scene = { checks: kindsOf('matches', 'pass', 'error') };

  test('fits the contract', () => {
    expect(firstProblem(ResultSchema, judgeOne(scene).result)).toBeNull();
  });

  test('knows no time', () => {
    expect(judgeOne(scene).result.timings).toEqual({});
  });

  test('is the same when the evidence is judged twice', () => {
    expect(judgeOne(scene).result).toEqual(judgeOne(scene).result);
  });

  test('is the same when evidence and key went through a file', () => {
    const course: Course = courseOf(courseExercise({}, { checks: [check()] }));
    const evidence = evidenceOf(
      exerciseEvidence({ probes: { forward: [returned(record({ Z: number(Number.NaN) }))] } }),
    );
    const key = keyExercise();
    const judged = (copy: <T>(document: T) => T): Result =>
      judge(copy(evidence), {
        course,
        keys: new Map([[FIRST, copy(key)]]),
        kinds: KINDS,
        shown: new Set([FIRST]),
      });
    expect(judged((document) => JSON.parse(JSON.stringify(document)))).toEqual(
      judged((document) => document),
    );
  });

  test('leaves the evidence as it was', () => {
    const evidence = { probes: { forward: [returned(record({ Z: number(7) }))] } };
    const before = structuredClone(evidence);
    judgeOne({ checks: kindsOf('matches'), evidence });
    expect(evidence).toEqual(before);
  });

  test('repeats what the evidence says of the submission', () => {
    const evidence = {
      path: 'first.ts',
      printed: 'text',
      linked: [SECOND],
      module: { state: 'loaded', exports: ['a'] },
      facts: facts(),
    } as const;
    expect(judgeOne({ checks: kindsOf('pass'), evidence }).exercise).toMatchObject(evidence);
  });
});

test('the evidence of these tests is one that the contract accepts', () => {
  expect(firstProblem(EvidenceSchema, evidenceOf(exerciseEvidence()))).toBeNull();
});
