import { describe, expect, test } from 'vitest';
import type { Grade } from '../../grader/contract/class.ts';
import { exerciseResult, FIRST, resultOf } from '../../grader/testing/documents.ts';
import {
  commentSaying,
  eventfulGrade,
  gradeOfStudent,
  studentOf,
} from '../../grader/testing/grades.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { marksView } from './marks.ts';
import { renderClass } from './page.ts';

const told = (id: string, own: Partial<Grade> = {}) =>
  gradeOfStudent(studentOf(id), { comments: [commentSaying('Hi.')], ...own });
const pageAt = (id: string) => ({ id, instructorPage: `instructor/${id}.html` });
const markOf = (grade: Grade, ...ids: readonly string[]) => ({ grade, handIns: ids.map(pageAt) });
const rowFor = (...mark: Parameters<typeof markOf>) => marksView([markOf(...mark)])?.rows[0];

describe('the marks of a class', () => {
  test('are those of which there is something to tell, in the order of the ids', () => {
    const silent = markOf(gradeOfStudent(studentOf('cleo')), 'cleo');
    const view = marksView([markOf(told('bob'), 'bob'), silent, markOf(told('ada'), 'ada')]);
    expect(view).toMatchObject({ told: 2, all: 3, others: 1 });
    expect(view?.rows.map(({ people }) => people[0]?.name)).toEqual(['ada', 'bob']);
  });

  test('are left out where there is nothing to tell', () => {
    const marks = [markOf(gradeOfStudent(studentOf('ada')), 'ada')];
    expect(marksView(marks)).toBeNull();
    const members = [{ result: resultOf([exerciseResult()]), page: null, instructorPage: null }];
    expect(renderClass(members, { title: 'A', marks })).toBe(renderClass(members, { title: 'A' }));
  });

  test('lead to the page of each hand-in', () => {
    expect(rowFor(told('ada'), 'ada-1')?.people).toEqual([
      { name: 'ada', href: 'instructor/ada-1.html' },
    ]);
    expect(rowFor(told('ada'), 'ada-1', 'ada-2')?.people).toEqual([
      { name: 'ada-1', href: 'instructor/ada-1.html' },
      { name: 'ada-2', href: 'instructor/ada-2.html' },
    ]);
    expect(rowFor(told('ada'))?.people).toEqual([{ name: 'ada', href: null }]);
  });

  test.each(['needs-review', 'excused', 'missing'] as const)(
    'are none where it is %s',
    (status) => {
      expect(rowFor(told('ada', { status }))).toMatchObject({
        mark: null,
        instead: expect.stringMatching(/^No mark/),
      });
    },
  );

  test('say what was decided with who and why, and the rules once for all', () => {
    const view = marksView([markOf(eventfulGrade(FIRST, 'oral exam'), 'ada')]);
    expect(view?.rules).toEqual([
      'Cap: oral exam',
      'Exercises not counted: oral exam',
      'Late: oral exam',
      'Several hand-ins: oral exam',
    ]);
    const [handIn, override] = view?.rows[0]?.steps ?? [];
    expect(handIn?.how).toBeNull();
    expect(override).toEqual({
      what: 'Override: oral exam',
      how: 'Oral exam (decided by oral exam)',
      before: '12.5',
      after: '17.5',
      changed: true,
    });
  });
});

describe('whatever is written into decisions', () => {
  const members = [{ result: resultOf([exerciseResult()]), page: null, instructorPage: null }];
  const page = (words: string) =>
    renderClass(members, {
      title: 'A',
      marks: [
        {
          grade: eventfulGrade(FIRST, words),
          handIns: [{ id: words, instructorPage: 'instructor/ada.html' }],
        },
      ],
    });
  const tagsOf = (text: string) =>
    text.replace(/<(style|script)>.*?<\/\1>/gs, '').match(/<[^>]*>/g);
  const expected = tagsOf(page('harmless'));

  test.each(HOSTILE_WORDS.map((each) => [each.slice(0, 60), each]))(
    'is text and never markup: %j',
    (_, each) => {
      expect(tagsOf(page(each))).toEqual(expected);
    },
  );

  test('leaves a row a row, however long it is', () => {
    expect(page('x'.repeat(10_000))).not.toMatch(/x{500}/);
  });
});
