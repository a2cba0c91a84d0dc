import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/contract/result.ts';
import {
  exerciseResult,
  failedCheck,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import type { ClassMember } from './member.ts';
import { troublesOf } from './review.ts';

const member = (submission: string, exercises: Result['exercises'], own = {}): ClassMember => ({
  result: resultOf(exercises, { submission, ...own }),
  page: `${submission}.html`,
  instructorPage: null,
});

const broken = failedCheck({
  id: 'slopes',
  title: 'slopes',
  status: 'error',
  reason: 'too-many-kinks',
});
const untried = failedCheck({ id: 'untried', status: 'error', reason: 'no-such-probe' });

describe('what needs review', () => {
  test('is nothing where students alone are at fault', () => {
    expect(
      troublesOf([member('ada', [failedExercise()]), member('bob', [exerciseResult()])]),
    ).toEqual([]);
  });

  test('is one entry for each cause, with all whom it touches', () => {
    const troubles = troublesOf([
      member('ada', [exerciseResult({ checks: [broken] })]),
      member('bob', [exerciseResult({ checks: [broken, untried] })]),
    ]);
    expect(troubles).toMatchObject([
      {
        exercise: '01 First',
        title: 'slopes',
        reason: 'the measured slopes were not clear enough to judge by',
        count: '2 submissions',
        people: [
          { name: 'ada', href: 'ada.html' },
          { name: 'bob', href: 'bob.html' },
        ],
      },
      { reason: 'the exercise asks for a probe that it does not have', people: [{ name: 'bob' }] },
    ]);
  });

  test('tells two reasons of the same check apart', () => {
    const other = { ...broken, reason: 'reference-failed' as const };
    const troubles = troublesOf([
      member('ada', [exerciseResult({ checks: [broken] })]),
      member('bob', [exerciseResult({ checks: [other] })]),
    ]);
    expect(troubles).toHaveLength(2);
  });

  test('stands in the order of the course', () => {
    const troubles = troublesOf([
      member('ada', [exerciseResult({ slug: SECOND, title: 'Second', checks: [broken] })]),
      member('bob', [exerciseResult({ checks: [broken] })]),
    ]);
    expect(troubles.map(({ exercise }) => exercise)).toEqual(['01 First', '02 Second']);
  });

  test('is a submission as a whole where no check says why', () => {
    const troubles = troublesOf([
      member('ada', [exerciseResult({ checks: [broken] })]),
      member('bob', [], { status: 'error' }),
    ]);
    expect(troubles[0]).toMatchObject({
      exercise: null,
      title: 'The submission as a whole',
      people: [{ name: 'bob' }],
    });
  });
});
