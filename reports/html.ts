import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import type { CheckResult, ExerciseResult, Points, Result } from '../grader/contract/result.ts';
import style from '../templates/feedback.css?raw';
import template from '../templates/feedback.hbs?raw';
import { points, short } from './words/numbers.ts';
import { plainThroughout } from './words/plain.ts';
import type { Report } from './words/report.ts';
import {
  firstToDo,
  linkedInWords,
  mistakeOf,
  OUTCOMES,
  outcomeInWords,
  triedInWords,
} from './words/student.ts';

// Handlebars escapes every value; only the style sheet, which is ours, goes in as it is.
const page = Handlebars.compile(template, { strict: true, knownHelpersOnly: true });

/** The page may use its own style sheet and nothing else: no script, no picture, no request. */
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** One self-contained page of feedback; it needs no script and asks nothing of any server. */
export const report: Report = {
  render(given) {
    const result = plainThroughout(given);
    return page({
      style,
      styleHash,
      submission: result.submission,
      course: result.course,
      seed: result.seed,
      grader: result.grader,
      isolation: result.isolation,
      score: score(result.points),
      allRight: result.status === 'pass',
      next: nextView(result),
      exercises: result.exercises.map((exercise) => exerciseView(exercise, result)),
    });
  },
};

function nextView({ exercises }: Result) {
  const first = firstToDo(exercises);
  if (first === null) return null;
  const { exercise, check } = first;
  const mistake = mistakeOf(check, exercise);
  return {
    anchor: exercise.slug,
    exercise: exercise.title,
    title: check.title,
    words: outcomeInWords(check, exercise),
    mistake: mistake?.title ?? null,
    hint: mistake?.hint ?? null,
  };
}

function exerciseView(exercise: ExerciseResult, { exercises }: Result) {
  const advice = exercise.facts?.advice ?? [];
  return {
    anchor: exercise.slug,
    number: exercise.slug.slice(0, 2),
    title: exercise.title,
    summary: exercise.summary,
    status: exercise.status,
    allRight: exercise.status === 'pass',
    ...OUTCOMES[exercise.status],
    score: score(exercise.points),
    linked: linkedInWords(exercise, exercises),
    checks: exercise.checks.map((check) => checkView(check, exercise)),
    advice,
    printed: exercise.printed.trimEnd(),
  };
}

function checkView(check: CheckResult, exercise: ExerciseResult) {
  const mistake = mistakeOf(check, exercise);
  return {
    title: check.title,
    status: check.status,
    ...OUTCOMES[check.status],
    score: score(check.points),
    words: outcomeInWords(check, exercise),
    mistake: mistake?.title ?? null,
    hint: mistake?.hint ?? null,
    tried: triedInWords(check),
    margin: marginInWords(check),
  };
}

/** How near the worst entry came to what is allowed; nothing where that is no number. */
function marginInWords({ got }: CheckResult): string | null {
  return typeof got?.margin === 'number'
    ? `The largest error was ${short(got.margin)} times what is allowed.`
    : null;
}

function score({ earned, possible }: Points): string {
  return `${points(earned)} of ${points(possible)} points`;
}
