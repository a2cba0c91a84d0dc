import { describe, expect, test } from 'vitest';
import type { CheckKind } from './contract/check-kind.ts';
import { type CheckResult, ResultSchema } from './contract/result.ts';
import { firstProblem } from './contract/validator.ts';
import { FIRST, keyCase, keyMistake, returned, SECOND } from './testing/documents.ts';
import { always, judgeOne, judgeTwo, KINDS, kindsOf } from './testing/judging.ts';
import { number, numbers, record } from './testing/values.ts';

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

  test('does not wait where a method of an exported class is not written', () => {
    expect(judgeTwo({ first: 'fail', second: 'method not written' }).waiting).toMatchObject({
      status: 'fail',
      reason: 'not-written',
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

  test('on no check of the source, which no behaviour explains', () => {
    const source: CheckKind = {
      ...always({ status: 'fail', reason: 'forbidden-name', got: { names: ['Date'] } }),
      tried: () => ({ against: 'the source' }),
    };
    const kinds = { checks: new Map([...KINDS.checks, ['source', source]]) };
    const { exercise } = judgeOne({ checks: kindsOf('matches', 'source'), evidence, key, kinds });
    expect(exercise.checks.map(({ means }) => means.mistake)).toEqual(['factor', null]);
  });

  test('on no check that waits', () => {
    expect(judgeTwo({ first: 'fail', second: 'fail' }).second.mistakes).toEqual([]);
  });

  test('once with title and hint, however many checks look like it', () => {
    const { exercise } = judgeOne({ checks: kindsOf('matches', 'fail'), evidence, key });
    expect(exercise.mistakes).toEqual([
      {
        id: 'factor',
        title: 'the mistake factor',
        hint: 'What about factor?',
        shownBy: ['forward'],
      },
    ]);
  });

  test('nowhere where all is right', () => {
    expect(judgeOne({ checks: kindsOf('pass'), evidence, key }).exercise.mistakes).toEqual([]);
  });
});

describe('what numbers look like is told', () => {
  const due = [1.5, 2.25, -0.75];
  const times = (factor: number) => ({
    probes: { forward: [returned(record({ Z: numbers(...due.map((z) => factor * z)) }))] },
  });
  const forward = { watched: false, functions: [], cases: [keyCase({ Z: numbers(...due) })] };
  const key = { probes: { forward } };
  const kindsIn = ({ means }: CheckResult) => means.signatures?.map(({ kind }) => kind) ?? null;

  test('on a check that fails', () => {
    const { first } = judgeOne({ checks: kindsOf('matches'), evidence: times(3), key });
    expect(kindsIn(first)).toEqual(['ratio']);
  });

  test('on no check of whose probe a mistake is named', () => {
    const mistakes = [keyMistake('factor', times(3).probes)];
    const { first } = judgeOne({
      checks: kindsOf('matches'),
      evidence: times(3),
      key: { ...key, mistakes },
    });
    expect(first.means).toEqual({ mistake: 'factor', waitsFor: null });
  });

  test('on no check that passes, and then there is no such field', () => {
    const { first } = judgeOne({ checks: kindsOf('matches'), evidence: times(1), key });
    expect(first.means).toEqual({ mistake: null, waitsFor: null });
  });

  test('on no check that is about something else than numbers', () => {
    const { exercise } = judgeOne({
      checks: kindsOf('matches', 'fail', 'error'),
      evidence: times(3),
      key,
    });
    expect(exercise.checks.map(kindsIn)).toEqual([['ratio'], null, null]);
  });

  test('so that the result still fits its schema', () => {
    const { result } = judgeOne({ checks: kindsOf('matches'), evidence: times(3), key });
    expect(firstProblem(ResultSchema, result)).toBeNull();
  });
});
