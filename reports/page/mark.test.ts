import { describe, expect, test } from 'vitest';
import type { Grade } from '../../grader/contract/class.ts';
import {
  exerciseResult,
  FIRST,
  failedExercise,
  resultOf,
  SECOND,
} from '../../grader/testing/documents.ts';
import {
  commentSaying,
  eventfulGrade,
  gradeOfStudent,
  studentOf,
} from '../../grader/testing/grades.ts';
import { HOSTILE_WORDS } from '../../grader/testing/hostile-words.ts';
import { report as html } from '../html.ts';
import { report as instructor } from '../instructor.ts';

const result = resultOf([failedExercise(), exerciseResult({ slug: SECOND, title: 'Second' })]);
const page = (grade?: Grade, of = result) =>
  html.render(of, { colour: false, ...(grade === undefined ? {} : { grade }) });
const words = (text: string) =>
  text
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const ada = studentOf('ada');
const eventful = eventfulGrade(FIRST, 'a word');

/** What stands in the section of an exercise. */
const sectionOf = (text: string, slug: string) =>
  new RegExp(`<section class="card" id="exercise-${slug}".*?</section>`, 's').exec(text)?.[0] ?? '';

describe('a page with a mark', () => {
  test('shows it with every step, who, why, and the points before and after', () => {
    const text = words(page(eventful));
    expect(text).toContain('Your mark: 13.5 of 20 points As graded 12.5 points');
    expect(text).toContain('Override: a word 12.5 → points become 17.5 A word (decided by a word)');
    expect(text).toContain('Hand-in: a word still 12.5 A word (a rule of the class)');
    expect(text).toContain('Your mark 13.5 points');
  });

  test('shows points that were set, and comments, beside their exercise', () => {
    const section = words(sectionOf(page(eventful), FIRST));
    expect(section).toContain('a word gave 7.5 of 10 points for this exercise: a word.');
    expect(section).toContain('a word a word a word');
    expect(words(sectionOf(page(eventful), SECOND))).not.toContain('a word');
  });

  test('loses no comment on an exercise that is not on it', () => {
    expect(words(page(eventful))).toContain('a word a word, on 99-gone');
  });

  test('says where comments on exercises are', () => {
    expect(page(eventful)).toMatch(
      /wrote to you about: <a href="#exercise-01-first">01 First<\/a>/,
    );
  });

  test('tells an instructor why a comment was written, and nobody else', () => {
    const comments = [{ ...commentSaying('Hi.'), why: 'praise' }];
    const grade = gradeOfStudent(ada, { comments });
    expect(words(page(grade))).not.toContain('praise');
    expect(words(instructor.render(result, { colour: false, grade }))).toContain(
      'Hi. Prof. Hopper (praise)',
    );
  });

  test('calls nothing a mark that is none', () => {
    const text = words(page({ ...eventful, status: 'excused' }));
    expect(text).toContain('You are excused This counts neither for you nor against you.');
    expect(text).not.toContain('Your mark');
  });

  test('tells nothing of a secret seed', () => {
    expect(page(eventful, { ...result, secret: true, seed: 'hush-hush' })).not.toContain('hush');
  });
});

test('a page is the same without a grade and with one of which nothing is told', () => {
  expect(page(gradeOfStudent(ada))).toBe(page());
});

describe('whatever an instructor or a student is called or writes', () => {
  const tagsOf = (text: string) =>
    (text.replace(/<style>.*?<\/style>/s, '').match(/<[^>]*>/g) ?? []).map((tag) =>
      tag.replace(/ (content|data-\w+)="[^"]*"/g, ''),
    );
  const expected = tagsOf(page(eventfulGrade(FIRST, 'harmless')));

  test.each(HOSTILE_WORDS.map((each) => [each.slice(0, 60), each]))(
    'is text and never markup: %j',
    (_, each) => {
      expect(tagsOf(page(eventfulGrade(FIRST, each)))).toEqual(expected);
    },
  );

  test('is not obeyed by an editor', () => {
    expect(page(eventfulGrade(FIRST, 'a\u202eb\u001b[2J\u0007c\u0000'))).not.toMatch(
      /[\u0000\u0007\u001b\u202e]/,
    );
  });
});
