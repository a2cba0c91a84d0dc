import type { Grade } from '../../grader/contract/class.ts';
import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';
import { pictureView } from '../drawing/picture.ts';
import { linkedInWords } from '../words/linked.ts';
import { OUTCOMES, score, share } from '../words/student.ts';
import { wholeOf } from '../words/whole.ts';
import { checkAnchor, codeAnchor, exerciseAnchor } from './anchors.ts';
import { checkView, isWorthDrawing } from './check.ts';
import { codeBlocks } from './code.ts';
import { beginning, type Detail } from './detail.ts';
import { ladderOf, laddersOf, lessonOf } from './ladder.ts';
import { decisionView } from './mark.ts';

/** What a page says beyond the exercise itself. */
export interface ExerciseOptions {
  readonly courseAt: string | null;
  readonly grade: Grade | null;
  readonly forInstructor: boolean;
  readonly detail: Detail;
}

const NO_HINTS = { rungs: null, toldBy: null };

/** One exercise as the page shows it. */
export function exerciseView(
  exercise: ExerciseResult,
  { exercises }: Result,
  { courseAt, grade, forInstructor, detail }: ExerciseOptions,
) {
  const { slug, checks, question } = exercise;
  const lesson = lessonOf(exercise, courseAt);
  const whole = wholeOf(exercise);
  const ladders = laddersOf(exercise, lesson, (check) => checkAnchor(check, exercise));
  const drawn = checksToDraw(checks, ladders, detail.drawn, forInstructor);
  const views = checks.map((check, nth) =>
    checkView(check, exercise, {
      ...(ladders[nth] ?? NO_HINTS),
      drawn: drawn.has(check),
      forInstructor,
    }),
  );
  return {
    anchor: exerciseAnchor(exercise),
    codeAnchor: codeAnchor(exercise),
    number: slug.slice(0, 2),
    title: exercise.title,
    summary: exercise.summary,
    status: exercise.status,
    allRight: exercise.status === 'pass',
    ...OUTCOMES[exercise.status],
    score: score(exercise.points),
    points: share(exercise.points),
    right: checks.filter(({ status }) => status === 'pass').length,
    asked: checks.length,
    decision: decisionView(grade, slug, forInstructor),
    linked: linkedInWords(exercise, exercises),
    whole:
      whole === null
        ? null
        : { words: whole.words, ladder: ladderOf(whole.check, exercise, lesson) },
    checks: views,
    open: views.filter(({ status }) => status !== 'pass'),
    done: views.filter(({ status }) => status === 'pass'),
    pictures: exercise.pictures.slice(0, detail.pictures).map(pictureView),
    code: codeBlocks(exercise, detail.lines),
    // Where lines are shown, advice stands beside them.
    advice:
      exercise.status === 'pass' || exercise.source === null ? (exercise.facts?.advice ?? []) : [],
    question,
    lesson,
    printed: beginning(exercise.printed, detail.printed),
  };
}

/**
 * The checks whose outputs are drawn: of each cause the first, and not more than a
 * reader can take in. Instructors see all of them, single numbers too.
 */
function checksToDraw(
  checks: readonly CheckResult[],
  ladders: ReturnType<typeof laddersOf>,
  most: number,
  forInstructor: boolean,
): ReadonlySet<CheckResult> {
  const wanted = checks.filter((check, nth) =>
    forInstructor
      ? check.status === 'fail'
      : isWorthDrawing(check) && ladders[nth]?.toldBy === null,
  );
  return new Set(wanted.slice(0, most));
}
