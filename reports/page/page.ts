import Handlebars from 'handlebars/runtime.js';
import type { Result } from '../../grader/contract/result.ts';
import check from '../../templates/check.hbs';
import code from '../../templates/code.hbs';
import comment from '../../templates/comment.hbs';
import exercise from '../../templates/exercise.hbs';
import style from '../../templates/feedback.css?raw';
import template from '../../templates/feedback.hbs';
import ladder from '../../templates/ladder.hbs';
import mark from '../../templates/mark.hbs';
import { PICTURE_PARTIALS, pictureStyle } from '../drawing/picture.ts';
import { fitting } from '../words/fitting.ts';
import { plainThroughout } from '../words/plain.ts';
import { hashOf } from '../words/policy.ts';
import { progressOf } from '../words/progress.ts';
import type { RenderOptions } from '../words/report.ts';
import { changesSince } from '../words/since.ts';
import { OUTCOMES, score, unjudgedInWords } from '../words/student.ts';
import { exerciseAnchor } from './anchors.ts';
import { FOR_INSTRUCTORS, FOR_STUDENTS, LARGEST } from './detail.ts';
import { exerciseView } from './exercise.ts';
import { markView } from './mark.ts';
import { nextView } from './next.ts';
import { reproduceView } from './reproduce.ts';

const handlebars = Handlebars.create();
for (const [name, partial] of Object.entries({
  check,
  code,
  comment,
  exercise,
  ladder,
  mark,
  ...PICTURE_PARTIALS,
})) {
  handlebars.registerPartial(name, handlebars.template(partial));
}

// Handlebars escapes every value; only the style sheet, which is ours, goes in as it is.
const page = handlebars.template(template);

const wholeStyle = `${style}\n${pictureStyle}`;

/** The page may use its own style sheet and nothing else: no script, no picture, no request. */
const styleHash = hashOf(wholeStyle);

/**
 * One self-contained page of feedback; it needs no script and asks nothing of any
 * server.
 *
 * @param forInstructor whether the page may show what decided about each check
 */
export function renderPage(
  given: Result,
  { since, grade: graded, courseAt }: RenderOptions,
  forInstructor: boolean,
): string {
  const result = plainThroughout(given);
  const grade = graded === undefined ? null : plainThroughout(graded);
  const { exercises } = result;
  const checks = exercises.flatMap((each) => each.checks);
  const lessons = courseAt ?? null;
  const whole = {
    style: wholeStyle,
    styleHash,
    submission: result.submission,
    score: score(result.points),
    allRight: result.status === 'pass' && exercises.length > 0,
    right: checks.filter(({ status }) => status === 'pass').length,
    asked: checks.length,
    mark: markView(grade, exercises, forInstructor),
    next: nextView(result, lessons),
    unjudged: unjudgedInWords(checks),
    progress: progressView(exercises),
    since: since === undefined ? null : changesSince(plainThroughout(since), result),
    reproduce: reproduceView(result),
    forInstructor,
    timings: forInstructor ? Object.entries(result.timings) : [],
  };
  return fitting(
    forInstructor ? FOR_INSTRUCTORS : FOR_STUDENTS,
    forInstructor ? LARGEST.instructor : LARGEST.student,
    (detail, shortened) => {
      const options = { courseAt: lessons, grade, forInstructor, detail };
      return page({
        ...whole,
        shortened,
        exercises: exercises.map((each) => exerciseView(each, result, options)),
      });
    },
  );
}

/** The course's checklist; of a single exercise the table says as much. */
function progressView(exercises: Result['exercises']) {
  if (exercises.length < 2) return [];
  return progressOf(exercises).map(({ deliverable, done, words, exercises: parts }) => ({
    deliverable,
    words,
    status: done ? 'pass' : 'skip',
    sign: OUTCOMES[done ? 'pass' : 'skip'].sign,
    parts: parts.map((each) => ({
      anchor: exerciseAnchor(each),
      number: each.slug.slice(0, 2),
      status: each.status,
      ...OUTCOMES[each.status],
    })),
  }));
}
