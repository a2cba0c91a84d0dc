import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { golden } from '../grader/testing/golden.ts';
import { eventful } from '../grader/testing/reasons.ts';
import { doubtful, sound } from '../grader/testing/verification.ts';
import { renderClass } from './class/page.ts';
import { report as html } from './html.ts';
import { report as instructor } from './instructor.ts';
import { renderVerification } from './verification/page.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
});

const plain = { colour: false };
const nobody = { ...golden, exercises: [] };
const member = (result: typeof golden) => ({ result, page: 'a.html', instructorPage: 'b.html' });

test.each([
  ['the page of a student', html.render(golden, { ...plain, since: eventful, courseAt: '..' })],
  ['a page on which everything happened', html.render(eventful, plain)],
  ['a page without exercises', html.render(nobody, plain)],
  ["an instructor's view", instructor.render(golden, plain)],
  ['the page of a class', renderClass([golden, eventful].map(member), { title: 'course' })],
  ['the page of a class in which nobody is', renderClass([], { title: 'course' })],
  ['the page of a proof', renderVerification(doubtful)],
  ['the page of a quick proof', renderVerification(sound)],
])('%s is valid', async (_, page) => {
  const { results } = await validator.validateString(page);
  const complaints = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
  );
  expect(complaints).toEqual([]);
});
