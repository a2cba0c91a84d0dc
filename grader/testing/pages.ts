import { renderClass } from '../../reports/class/page.ts';
import { report as html } from '../../reports/html.ts';
import { report as instructor } from '../../reports/instructor.ts';
import { renderVerification } from '../../reports/verification/page.ts';
import { slugOf } from './documents.ts';
import { golden } from './golden.ts';
import { eventfulGrade, gradeOfStudent, studentOf } from './grades.ts';
import { eventful } from './reasons.ts';
import { doubtful, sound } from './verification.ts';

const plain = { colour: false };
const right = {
  ...golden,
  status: 'pass' as const,
  exercises: golden.exercises.filter(({ status }) => status === 'pass'),
};

const grade = eventfulGrade(slugOf('02-backward-pass'), 'oral exam on 3 March');
const excused = gradeOfStudent(studentOf('bob'), { status: 'excused', steps: grade.steps });
const pending = gradeOfStudent(studentOf('cleo'), {
  status: 'needs-review',
  comments: grade.comments,
});

const classOf = (...results: readonly (typeof golden)[]) =>
  renderClass(
    results.map((result, nth) => ({
      result: { ...result, submission: `${nth} ${result.submission}` },
      page: `${result.submission}.html`,
      instructorPage: `instructor/${result.submission}.html`,
    })),
    {
      title: 'course',
      marks: [grade, excused, pending].map((each, nth) => ({
        grade: each,
        handIns: Array.from({ length: nth }, (_, own) => ({
          id: `${each.student.id}-${own}`,
          instructorPage: `instructor/${nth}-${own}.html`,
        })),
      })),
    },
  );

/** The pages that people meet, by what they are. */
export const pages = [
  ['the page of a student', html.render(golden, { ...plain, since: right, courseAt: '..' })],
  ['the page of a student who has everything right', html.render(right, plain)],
  ['a page on which everything happened', html.render(eventful, plain)],
  ["an instructor's view", instructor.render({ ...golden, secret: true }, plain)],
  ['the page of a student with a mark', html.render(golden, { ...plain, grade })],
  ["an instructor's view of a mark", instructor.render(golden, { ...plain, grade: excused })],
  ['the page of a class', classOf(golden, eventful, right)],
  ['the page of a proof', renderVerification(doubtful)],
  ['the page of a quick proof', renderVerification(sound)],
] as const;
