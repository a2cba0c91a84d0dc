import { createHash } from 'node:crypto';
import Handlebars from 'handlebars/runtime.js';
import type { Result } from '../../grader/contract/result.ts';
import check from '../../templates/check.hbs';
import code from '../../templates/code.hbs';
import exercise from '../../templates/exercise.hbs';
import style from '../../templates/feedback.css?raw';
import template from '../../templates/feedback.hbs';
import ladder from '../../templates/ladder.hbs';
import { PICTURE_PARTIALS, pictureStyle } from '../drawing/picture.ts';
import { plainThroughout } from '../words/plain.ts';
import type { RenderOptions } from '../words/report.ts';
import { score } from '../words/student.ts';
import { exerciseView } from './exercise.ts';
import { nextView } from './next.ts';
import { reproduceView } from './reproduce.ts';
import { changesSince } from './since.ts';

const handlebars = Handlebars.create();
for (const [name, partial] of Object.entries({
  check,
  code,
  exercise,
  ladder,
  ...PICTURE_PARTIALS,
})) {
  handlebars.registerPartial(name, handlebars.template(partial));
}

// Handlebars escapes every value; only the style sheet, which is ours, goes in as it is.
const page = handlebars.template(template);

const wholeStyle = `${style}\n${pictureStyle}`;

/** The page may use its own style sheet and nothing else: no script, no picture, no request. */
const styleHash = `sha256-${createHash('sha256').update(wholeStyle).digest('base64')}`;

/**
 * One self-contained page of feedback; it needs no script and asks nothing of any
 * server.
 *
 * @param forInstructor whether the page may show what decided about each check
 */
export function renderPage(
  given: Result,
  { since, courseAt }: RenderOptions,
  forInstructor: boolean,
): string {
  const result = plainThroughout(given);
  const { exercises } = result;
  const checks = exercises.flatMap((each) => each.checks);
  const options = { courseAt: courseAt ?? null, forInstructor };
  return page({
    style: wholeStyle,
    styleHash,
    submission: result.submission,
    score: score(result.points),
    allRight: result.status === 'pass',
    right: checks.filter(({ status }) => status === 'pass').length,
    asked: checks.length,
    next: nextView(result, options.courseAt),
    since: since === undefined ? null : changesSince(plainThroughout(since), result),
    exercises: exercises.map((each) => exerciseView(each, result, options)),
    reproduce: reproduceView(result),
    forInstructor,
    timings: forInstructor ? Object.entries(result.timings) : [],
  });
}
