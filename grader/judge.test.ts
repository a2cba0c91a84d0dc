import { Type } from '@sinclair/typebox';
import { describe, expect, test } from 'vitest';
import { kind as matches } from './checks/matches.ts';
import type { CheckKind, Finding, Question } from './contract/check-kind.ts';
import type { Course } from './contract/course.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import { EvidenceSchema } from './contract/evidence.ts';
import type { Check } from './contract/exercise.ts';
import type { ExerciseSlug } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import { type CheckResult, type Result, ResultSchema } from './contract/result.ts';
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
  keyMistake,
  returned,
  SECOND,
} from './testing/documents.ts';
import { number, record } from './testing/values.ts';

/** A kind of check that always finds the same. */
const always = (finding: Finding): CheckKind => ({
  settings: Type.Object({}),
  tried: () => ({ against: 'a rule' }),
  judge: () => finding,
});

const KINDS: ReadonlyMap<string, CheckKind> = new Map([
  ['pass', always({ status: 'pass', got: {} })],
  ['fail', always({ status: 'fail', reason: 'values-differ', got: { case: 0, names: ['Z'] } })],
  ['error', always({ status: 'error', reason: 'too-many-kinks', got: {} })],
  // Its settings have been held to its schema before anything is judged.
  ['matches', matches as CheckKind],
]);

interface Scene {
  readonly checks?: readonly Partial<Check>[];
  readonly evidence?: Partial<ExerciseEvidence>;
  readonly key?: Partial<KeyExercise>;
  readonly kinds?: ReadonlyMap<string, CheckKind>;
}

/** Judges a single exercise. */
function judgeOne({ checks = [{}], evidence = {}, key = {}, kinds = KINDS }: Scene) {
  const course = courseOf(
    courseExercise({}, { checks: checks.map((own, at) => check({ id: `check-${at}`, ...own })) }),
  );
  const result = judge(evidenceOf(exerciseEvidence(evidence)), {
    course,
    keys: new Map([[FIRST, keyExercise(key)]]),
    kinds,
    shown: new Set([FIRST]),
  });
  const [exercise] = result.exercises;
  const [first] = exercise?.checks ?? [];
  if (exercise === undefined || first === undefined) throw new Error('nothing was judged');
  return { result, exercise, first };
}

/** Judges a check that names no probe. */
function judgeWithoutProbe(kind: string): CheckResult {
  const { probe: _, ...withoutProbe } = check({ kind });
  const result = judge(evidenceOf(exerciseEvidence()), {
    course: courseOf(courseExercise({}, { checks: [withoutProbe] })),
    keys: new Map([[FIRST, keyExercise()]]),
    kinds: KINDS,
    shown: new Set([FIRST]),
  });
  const first = result.exercises[0]?.checks[0];
  if (first === undefined) throw new Error('nothing was judged');
  return first;
}

const kindsOf = (...names: readonly string[]) => names.map((kind) => ({ kind }));

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
      skipped: null,
      margin: null,
      measured: null,
      names: ['Z'],
      words: null,
      thrown: null,
      place: null,
    });
  });

  test('with what was tried', () => {
    const cases = [keyCase({ Z: number(1) }), keyCase({ Z: number(1) })];
    const { first } = judgeOne({
      checks: [{ kind: 'fail' }],
      key: { probes: { forward: { watched: false, cases } } },
    });
    expect(first.tried).toEqual({
      probe: 'forward',
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
    judgeOne({ ...scene, checks: [{ kind: 'asking' }], kinds: new Map([['asking', asking]]) });
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
          forward: { watched: true, cases: [keyCase({ Z: number(1) }, { truth, slopes, input })] },
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
        probes: { forward: { watched: false, cases: [keyCase({}), keyCase({})] } },
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
      key: { probes: { forward: { watched: false, cases: [keyCase({}, { reference })] } } },
    });
    expect(first).toMatchObject({ status: 'error', reason: 'reference-failed' });
  });

  test('a reference that failed, where the student failed too', () => {
    const timedOut = { outcome: 'timed-out' } as const;
    const { first } = judgeOne({
      checks: kindsOf('pass'),
      evidence: { probes: { forward: [timedOut] } },
      key: {
        probes: { forward: { watched: false, cases: [keyCase({}, { reference: timedOut })] } },
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

interface Two {
  /** Kinds of the check of the first exercise and of that of the second, which builds on it. */
  readonly first: string;
  readonly second: string;
  /** Kind of a check of the second exercise that builds on nothing. */
  readonly also?: string;
  readonly linked?: readonly ExerciseSlug[];
  readonly shown?: readonly ExerciseSlug[];
}

/** Judges two exercises, of which the second builds on the first. */
function judgeTwo({ first, second, also, linked = [], shown = [FIRST, SECOND] }: Two) {
  const course = courseOf(
    courseExercise({}, { checks: [check({ kind: first })] }),
    courseExercise(
      { slug: SECOND },
      {
        buildsOn: [FIRST],
        checks: [
          check({ kind: second, buildsOn: [FIRST] }),
          ...(also === undefined ? [] : [check({ id: 'also', kind: also })]),
        ],
      },
    ),
  );
  const mistakes = [keyMistake('factor', { forward: [returned(record({ Z: number(1) }))] })];
  const result = judge(evidenceOf(exerciseEvidence(), exerciseEvidence({ slug: SECOND, linked })), {
    course,
    keys: new Map([
      [FIRST, keyExercise()],
      [SECOND, keyExercise({ slug: SECOND, mistakes })],
    ]),
    kinds: KINDS,
    shown: new Set(shown),
  });
  const judged = result.exercises.find(({ slug }) => slug === SECOND);
  const [waiting] = judged?.checks ?? [];
  if (judged === undefined || waiting === undefined) throw new Error('nothing was judged');
  return { result, second: judged, waiting };
}

describe('a check that builds on an exercise', () => {
  test('waits where that exercise fails', () => {
    expect(judgeTwo({ first: 'fail', second: 'fail' }).waiting).toMatchObject({
      status: 'skip',
      reason: 'waits-for-exercise',
      points: { earned: 0, possible: 10_000 },
      got: null,
      means: { mistake: null, waitsFor: FIRST },
    });
  });

  test('waits also where that exercise ends in an error of ours', () => {
    expect(judgeTwo({ first: 'error', second: 'fail' }).waiting.status).toBe('skip');
  });

  test('does not wait where that exercise passes', () => {
    expect(judgeTwo({ first: 'pass', second: 'fail' }).waiting).toMatchObject({
      status: 'fail',
      means: { waitsFor: null },
    });
  });

  test('does not wait where the reference stands in for that exercise', () => {
    expect(judgeTwo({ first: 'fail', second: 'fail', linked: [FIRST] }).waiting).toMatchObject({
      status: 'fail',
      means: { waitsFor: null },
    });
  });

  test('passes where it is right all the same', () => {
    expect(judgeTwo({ first: 'fail', second: 'pass' }).waiting).toMatchObject({
      status: 'pass',
      points: { earned: 10_000 },
    });
  });

  test('stays our error where it is one', () => {
    expect(judgeTwo({ first: 'fail', second: 'error' }).waiting.status).toBe('error');
  });

  test('waits also for an exercise that is not shown', () => {
    const { result } = judgeTwo({ first: 'fail', second: 'fail', shown: [SECOND] });
    expect(result.exercises.map(({ slug, status }) => [slug, status])).toEqual([[SECOND, 'skip']]);
  });
});

test('points of an exercise that is not shown do not count', () => {
  const { result } = judgeTwo({ first: 'fail', second: 'pass', shown: [SECOND] });
  expect([result.status, result.points]).toEqual(['pass', { earned: 10_000, possible: 10_000 }]);
});

describe('a mistake is named', () => {
  const factor = keyMistake('factor', { forward: [returned(record({ Z: number(7) }))] });
  const evidence = { probes: { forward: [returned(record({ Z: number(7) }))] } };
  const key = { mistakes: [keyMistake('other', {}), factor] };

  test('on a check that fails', () => {
    expect(judgeOne({ checks: kindsOf('matches'), evidence, key }).first.means.mistake).toBe(
      'factor',
    );
  });

  test('on no check that passes, although the mistake explains its probe', () => {
    const { exercise } = judgeOne({ checks: kindsOf('matches', 'pass'), evidence, key });
    expect(exercise.checks.map(({ means }) => means.mistake)).toEqual(['factor', null]);
  });

  test('on no check of ours that went wrong', () => {
    const { exercise } = judgeOne({ checks: kindsOf('matches', 'error'), evidence, key });
    expect(exercise.checks[1]?.means.mistake).toBeNull();
  });

  test('on no check that waits', () => {
    expect(judgeTwo({ first: 'fail', second: 'fail' }).second.mistakes).toEqual([]);
  });

  test('once with title and hint, however many checks look like it', () => {
    const { exercise } = judgeOne({ checks: kindsOf('matches', 'fail'), evidence, key });
    expect(exercise.mistakes).toEqual([
      { id: 'factor', title: 'the mistake factor', hint: 'What about factor?' },
    ]);
  });

  test('nowhere where all is right', () => {
    expect(judgeOne({ checks: kindsOf('pass'), evidence, key }).exercise.mistakes).toEqual([]);
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
