import { describe, expect, test } from 'vitest';
import { thousandths } from '../../grader/contract/identity.ts';
import type { ExerciseResult, Result } from '../../grader/contract/result.ts';
import {
  checkResult,
  exerciseResult,
  failedCheck,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import type { ClassMember } from './member.ts';
import { rollOf } from './roll.ts';

const member = (exercises: readonly ExerciseResult[], own: Partial<Result> = {}): ClassMember => ({
  result: resultOf(exercises, own),
  page: 'ada/feedback.html',
  instructorPage: null,
});
const second = exerciseResult({ slug: SECOND, title: 'Second' });
const firstOf = (exercises: readonly ExerciseResult[], own: Partial<Result> = {}) =>
  rollOf([member(exercises, own)]).rows[0]?.first;

describe('the table of submissions', () => {
  test('has a column for every exercise that anybody has', () => {
    const { exercises, rows } = rollOf([member([second]), member([failedExercise()])]);
    expect(exercises).toEqual([
      { number: '01', title: 'First' },
      { number: '02', title: 'Second' },
    ]);
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.word ?? 'blank'))).toEqual([
      ['blank', 'right'],
      ['not yet', 'blank'],
    ]);
  });

  test('shows points with a sign and a word', () => {
    const points = { earned: thousandths(12.5), possible: thousandths(20) };
    const [row] = rollOf([member([failedExercise({ points })], { points, status: 'fail' })]).rows;
    expect(row?.cells[0]).toMatchObject({
      sign: '✘',
      word: 'not yet',
      earned: '12.5',
      possible: '20',
    });
    expect(row?.total).toMatchObject({ sign: '✘', word: 'not yet', points: '12.5 of 20' });
  });

  test('links to the pages that there are', () => {
    expect(rollOf([member([])]).rows[0]).toMatchObject({
      page: 'ada/feedback.html',
      instructorPage: null,
    });
  });
});

describe('the first thing to do is', () => {
  test('the mistake that is behind it', () => {
    const mistake = { id: 'm', title: 'the factor m is forgotten', hint: '?', shownBy: [] };
    const checks = [checkResult(), failedCheck({ means: { mistake: 'm', waitsFor: null } })];
    expect(firstOf([failedExercise({ checks, mistakes: [mistake] })])).toEqual({
      place: 1,
      words: '01: the factor m is forgotten',
    });
  });

  test('what came back, where no mistake is known', () => {
    const checks = [failedCheck({ reason: 'file-missing' })];
    expect(firstOf([second, failedExercise({ slug: SECOND, checks })])?.words).toBe(
      '02: There is no first.ts in this submission.',
    );
  });

  test.each([
    ['pass', 'Nothing: everything is right.'],
    ['error', 'Nothing yet: it could not be judged in full.'],
    ['skip', 'Nothing yet: it waits for an earlier exercise.'],
  ] as const)('nothing where nothing failed: %s', (status, words) => {
    expect(firstOf([second], { status })?.words).toBe(words);
  });

  test('in the order of the course, and nothing comes last', () => {
    const places = rollOf([
      member([failedExercise(), second]),
      member([exerciseResult(), failedExercise({ slug: SECOND })]),
      member([exerciseResult(), second]),
    ]).rows.map(({ first }) => first.place);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(new Set(places).size).toBe(3);
  });
});
