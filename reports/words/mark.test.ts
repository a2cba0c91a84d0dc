import { describe, expect, test } from 'vitest';
import type { Grade } from '../../grader/contract/class.ts';
import { FIRST, SECOND } from '../../grader/testing/documents.ts';
import { commentSaying, gradeOfStudent, milli, studentOf } from '../../grader/testing/grades.ts';
import { isTold, markInWords, pointsSet, stepView } from './mark.ts';

const ada = studentOf('ada');
const set: Grade['steps'][number] = {
  kind: 'override',
  what: 'points for 02-second',
  exercise: SECOND,
  by: 'Prof. Hopper',
  why: 'oral exam',
  before: milli(12_500),
  after: milli(17_000),
};
const capped = { ...set, kind: 'cap', what: 'cap', exercise: null, by: null } as const;

describe('of a mark', () => {
  test.each([
    ['that is what was graded nothing is told', {}, false],
    ['to which a step led something is told', { steps: [set] }, true],
    ['on which there is a comment something is told', { comments: [commentSaying('Hi')] }, true],
  ])('%s', (_, own, told) => {
    expect(isTold(gradeOfStudent(ada, own))).toBe(told);
  });

  test.each([
    ['graded', 'Your mark: 12.5 of 20 points', 'Mark: 12.5 of 20 points'],
    ['needs-review', 'Your mark is not settled yet', 'No mark yet'],
    ['excused', 'You are excused', 'No mark: excused'],
    ['missing', 'You have no mark yet', 'No mark: missing'],
  ] as const)(
    'that is %s students and instructors read each what is theirs',
    (status, ...titles) => {
      const grade = gradeOfStudent(ada, { status });
      expect([false, true].map((each) => markInWords(grade, each).title)).toEqual(titles);
    },
  );

  test.each(['needs-review', 'excused', 'missing'] as const)(
    'that is %s nobody is told points as if they were one',
    (status) => {
      expect(JSON.stringify(markInWords(gradeOfStudent(ada, { status }), false))).not.toMatch(/\d/);
    },
  );
});

describe('a step', () => {
  test('says what, who and why, and the points before and after', () => {
    expect(stepView(set)).toEqual({
      what: 'Points for 02-second',
      why: 'Oral exam',
      who: 'decided by Prof. Hopper',
      before: '12.5',
      after: '17',
      changed: true,
    });
  });

  test('that nobody decided is a rule of the class', () => {
    expect(stepView(capped).who).toBe('a rule of the class');
  });
});

describe('points that an instructor set', () => {
  const grade = (why: string) => gradeOfStudent(ada, { steps: [{ ...set, why }, capped] });

  test('stand beside their exercise, with who and why', () => {
    expect(pointsSet(grade('oral exam'), SECOND)).toBe(
      'Prof. Hopper gave 2.5 of 10 points for this exercise: oral exam.',
    );
  });

  test('end with one full stop', () => {
    expect(pointsSet(grade('oral exam.'), SECOND)).toMatch(/[^.]\.$/);
  });

  test('are none of another exercise', () => {
    expect(pointsSet(grade('oral exam'), FIRST)).toBeNull();
  });
});
