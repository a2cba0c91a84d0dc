import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseResult, resultOf } from '../../grader/testing/documents.ts';
import { type ClassMember, compareText, inOrder, madePlain, peopleOf, personOf } from './member.ts';

const member = (submission: string, own: Partial<ClassMember> = {}): ClassMember => ({
  result: resultOf([exerciseResult()], { submission }),
  page: `${submission}.html`,
  instructorPage: null,
  ...own,
});

const namesOf = (members: readonly ClassMember[]) => members.map(({ result }) => result.submission);

describe('members stand in the order', () => {
  test('of their names, by code units', () => {
    const names = ['émile', 'ada', 'Zoe', 'bob', '10', '9'];
    expect(namesOf(inOrder(names.map((name) => member(name))))).toEqual([
      '10',
      '9',
      'Zoe',
      'ada',
      'bob',
      'émile',
    ]);
  });

  test('that does not depend on how they came, where names are the same', () => {
    const same = [
      member('ada', { page: 'b.html' }),
      member('ada', { page: null }),
      member('ada', { page: 'a.html', instructorPage: 'y.html' }),
      member('ada', { page: 'a.html', instructorPage: 'x.html' }),
      { ...member('ada'), result: resultOf([], { submission: 'ada' }) },
      member('ada'),
    ];
    const expected = inOrder(same);
    fc.assert(
      fc.property(fc.shuffledSubarray(same, { minLength: same.length }), (shuffled) => {
        expect(inOrder(shuffled)).toEqual(expected);
      }),
    );
  });
});

test('texts are compared as a total order', () => {
  const text = fc.string({ unit: 'binary', maxLength: 3 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(compareText(one, other)).toBe(-compareText(other, one) || 0);
      expect(compareText(one, other) === 0).toBe(one === other);
    }),
  );
});

test('a member made plain keeps the links to its files', () => {
  const { result, page } = madePlain(member('a\u202eb'));
  expect(result.submission).toBe('a\ufffdb');
  expect(page).toBe('a\u202eb.html');
});

describe('a person leads to', () => {
  test("the instructor's view where there is one", () => {
    expect(personOf(member('ada', { instructorPage: 'i/ada.html' })).href).toBe('i/ada.html');
  });

  test("the student's page where there is none", () => {
    expect(personOf(member('ada')).href).toBe('ada.html');
  });

  test('nothing where there is neither', () => {
    expect(personOf(member('ada', { page: null })).href).toBeNull();
  });
});

test.each([
  [1, '1 submission', false],
  [6, '6 submissions', false],
  [7, '7 submissions', true],
])('a list of %d says "%s"', (length, count, folded) => {
  const people = peopleOf(Array.from({ length }, (_, nth) => member(String(nth))));
  expect(people).toMatchObject({ count, folded });
  expect(people.people).toHaveLength(length);
});
