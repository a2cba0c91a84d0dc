import type { Grade } from '../../grader/contract/class.ts';
import type { ExerciseSlug } from '../../grader/contract/identity.ts';
import type { ExerciseResult } from '../../grader/contract/result.ts';
import { isTold, markInWords, pointsSet, stepView } from '../words/mark.ts';
import { points } from '../words/numbers.ts';
import { exerciseAnchor } from './anchors.ts';

/** The mark with every step to it, and what instructors wrote; `null` where it is what was graded. */
export function markView(
  grade: Grade | null,
  exercises: readonly ExerciseResult[],
  forInstructor: boolean,
) {
  if (grade === null || !isTold(grade)) return null;
  const { comments, steps } = grade;
  const { title, words, end } = markInWords(grade, forInstructor);
  const onThePage = new Set(exercises.map(({ slug }) => slug));
  return {
    title,
    words,
    forInstructor,
    graded: points(grade.raw),
    steps: steps.map(stepView),
    end: end === null ? null : { words: end, points: points(grade.earned) },
    comments: comments
      .filter(({ exercise }) => exercise === null || !onThePage.has(exercise))
      .map((comment) => commentView(comment, forInstructor)),
    // Those on an exercise stand beside it.
    elsewhere: exercises
      .filter(({ slug }) => comments.some(({ exercise }) => exercise === slug))
      .map((exercise) => ({
        anchor: exerciseAnchor(exercise),
        title: `${exercise.slug.slice(0, 2)} ${exercise.title}`,
      })),
  };
}

/** What an instructor decided about one exercise, and wrote about it; `null` where that is nothing. */
export function decisionView(grade: Grade | null, slug: ExerciseSlug, forInstructor: boolean) {
  if (grade === null) return null;
  const set = pointsSet(grade, slug);
  const comments = grade.comments.filter(({ exercise }) => exercise === slug);
  if (set === null && comments.length === 0) return null;
  return {
    set,
    comments: comments.map((comment) => commentView({ ...comment, exercise: null }, forInstructor)),
  };
}

function commentView(
  { exercise, words, by, why }: Grade['comments'][number],
  forInstructor: boolean,
) {
  const about = exercise === null ? '' : `, on ${exercise}`;
  return { words, by: `${by}${about}${forInstructor ? ` (${why})` : ''}` };
}
