import Handlebars from 'handlebars/runtime.js';
import type { Verification } from '../../grader/contract/verification.ts';
import tables from '../../templates/class.css?raw';
import shared from '../../templates/feedback.css?raw';
import own from '../../templates/verification.css?raw';
import template from '../../templates/verification.hbs';
import { plainThroughout } from '../words/plain.ts';
import { hashOf } from '../words/policy.ts';
import { exerciseView } from './exercise-view.ts';
import { leadOf } from './lead.ts';

// Handlebars escapes every value; only the style sheet, which is ours, goes in as it is.
const page = Handlebars.template(template);

/** One element, because the page allows one. */
const style = `${shared}\n${tables}\n${own}`;

/**
 * The page of what was proved of a course, for somebody who doubts it: what was tried, what
 * came of it, and what follows. A pure function of the document.
 */
export function renderVerification(given: Verification): string {
  const verification = plainThroughout(given);
  const exercises = verification.exercises.map(exerciseView);
  return page({
    style,
    styleHash: hashOf(style),
    course: verification.course,
    grader: verification.grader,
    holds: verification.holds,
    leftOut: verification.leftOut,
    breaches: exercises.flatMap(({ breaches }) => breaches),
    exercises,
    ...leadOf(verification),
  });
}
