import { describe, expect, test } from 'vitest';
import type { ExerciseSlug } from '../../grader/contract/identity.ts';
import { exerciseResult, FIRST, resultOf, SECOND } from '../../grader/testing/documents.ts';
import type { ClassMember } from './member.ts';
import { commonMistakes } from './mistakes.ts';

const exercise = (slug: ExerciseSlug, ...ids: readonly string[]) =>
  exerciseResult({
    slug,
    title: slug.slice(3),
    mistakes: ids.map((id) => ({ id, title: `the mistake ${id}`, hint: '?', shownBy: [] })),
  });

const member = (
  submission: string,
  ...exercises: readonly ReturnType<typeof exerciseResult>[]
): ClassMember => ({
  result: resultOf(exercises, { submission }),
  page: `${submission}.html`,
  instructorPage: `instructor/${submission}.html`,
});

const linesOf = (members: readonly ClassMember[]) =>
  commonMistakes(members).map(
    ({ title, exercise: where, share, people }) =>
      `${where}: ${title}, ${share}: ${people.map(({ name }) => name).join(' ')}`,
  );

describe('mistakes are listed', () => {
  test('the most frequent first, then in the order of the course', () => {
    expect(
      linesOf([
        member('ada', exercise(FIRST, 'b'), exercise(SECOND, 'c')),
        member('bob', exercise(FIRST), exercise(SECOND, 'c', 'a')),
      ]),
    ).toEqual([
      '02 second: the mistake c, 100 % of 2: ada bob',
      '01 first: the mistake b, 50 % of 2: ada',
      '02 second: the mistake a, 50 % of 2: bob',
    ]);
  });

  test('as a share of those who have the exercise', () => {
    const lines = linesOf([member('ada', exercise(FIRST, 'a')), member('bob', exercise(SECOND))]);
    expect(lines).toEqual(['01 first: the mistake a, 100 % of 1: ada']);
  });

  test('apart where two exercises know a mistake by the same name', () => {
    expect(linesOf([member('ada', exercise(FIRST, 'a'), exercise(SECOND, 'a'))])).toHaveLength(2);
  });

  test('with links to those who made them', () => {
    const [mistake] = commonMistakes([member('ada', exercise(FIRST, 'a'))]);
    expect(mistake?.people).toEqual([{ name: 'ada', href: 'instructor/ada.html' }]);
  });
});
