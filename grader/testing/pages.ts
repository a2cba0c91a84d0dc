import { renderClass } from '../../reports/class/page.ts';
import { report as html } from '../../reports/html.ts';
import { report as instructor } from '../../reports/instructor.ts';
import { golden } from './golden.ts';
import { eventful } from './reasons.ts';

const plain = { colour: false };
const right = {
  ...golden,
  status: 'pass' as const,
  exercises: golden.exercises.filter(({ status }) => status === 'pass'),
};

const classOf = (...results: readonly (typeof golden)[]) =>
  renderClass(
    results.map((result, nth) => ({
      result: { ...result, submission: `${nth} ${result.submission}` },
      page: `${result.submission}.html`,
      instructorPage: `instructor/${result.submission}.html`,
    })),
    { title: 'course' },
  );

/** The pages that people meet, by what they are. */
export const pages = [
  ['the page of a student', html.render(golden, { ...plain, since: right, courseAt: '..' })],
  ['the page of a student who has everything right', html.render(right, plain)],
  ['a page on which everything happened', html.render(eventful, plain)],
  ["an instructor's view", instructor.render({ ...golden, secret: true }, plain)],
  ['the page of a class', classOf(golden, eventful, right)],
] as const;
