import type { Grade, Student } from '../contract/class.ts';
import { type ExerciseSlug, sumPoints, type Thousandths } from '../contract/identity.ts';
import type { Adjustment, ExerciseWorth } from './adjustment.ts';
import { considered, type Judged } from './hand-in.ts';
import { marked } from './mark.ts';
import type { Policy } from './policy.ts';

/** What holds for everybody. */
export interface Rules {
  readonly policy: Policy;
  /** Those of the course, in its order. */
  readonly exercises: readonly ExerciseWorth[];
}

/**
 * The mark of a student, with every step that led to it. The order is always the same: the
 * hand-in that counts; points that an instructor set; the exercises that are not counted,
 * whose points the others make up; the cap; the late penalty; and whether all of it is
 * excused. Points that an instructor set for the whole are the mark, and nothing is taken
 * from them. An extension can only help: where the deadline of the class would give the
 * better mark, that one holds.
 *
 * @param handIns all of this student; none where nothing was handed in
 * @param adjustments those of this student
 */
export function gradeOf(
  student: Student,
  handIns: readonly Judged[],
  { policy, exercises }: Rules,
  adjustments: readonly Adjustment[],
): Grade {
  const candidates = considered(handIns, policy, adjustments);
  const marks = candidates.map((candidate) => marked(candidate, exercises, policy, adjustments));
  // Of two that are as good, the one that is not late, and then the first.
  const best = marks.reduce((one, other) =>
    other.earned > one.earned || (other.earned === one.earned && one.late && !other.late)
      ? other
      : one,
  );
  const judged = new Set(candidates.flatMap(({ handIn }) => (handIn === null ? [] : [handIn])));
  const isUnjudged = [...judged].some((handIn) => lacksJudgement(handIn, exercises, adjustments));
  const excuse = adjustments.find(({ excused }) => excused);
  return {
    student,
    status: statusOf(handIns.length === 0, isUnjudged, adjustments),
    at: best.at,
    late: best.late,
    raw: best.raw,
    earned: best.earned,
    possible: sumPoints(best.exercises.map(({ possible }) => possible)),
    exercises: best.exercises,
    steps: [...best.steps, ...(excuse === undefined ? [] : [excusedBy(excuse, best.earned)])],
    comments: adjustments.flatMap(({ exercise, comment: words, by, why }) =>
      words === null ? [] : [{ exercise, words, by, why }],
    ),
  };
}

function statusOf(
  isMissing: boolean,
  isUnjudged: boolean,
  adjustments: readonly Adjustment[],
): Grade['status'] {
  if (adjustments.some(({ excused }) => excused)) return 'excused';
  const set = adjustments.filter(({ points }) => points !== null);
  if (set.some(({ exercise }) => exercise === null)) return 'graded';
  if (isUnjudged) return 'needs-review';
  return isMissing && set.length === 0 ? 'missing' : 'graded';
}

/** Whether there is an exercise that we could not judge and no instructor did. */
function lacksJudgement(
  { result }: Judged,
  exercises: readonly ExerciseWorth[],
  adjustments: readonly Adjustment[],
): boolean {
  const unjudged: readonly ExerciseSlug[] =
    result === null
      ? exercises.map(({ slug }) => slug)
      : result.exercises.filter(({ status }) => status === 'error').map(({ slug }) => slug);
  const isSet = (slug: ExerciseSlug) =>
    adjustments.some(({ exercise, points }) => exercise === slug && points !== null);
  return unjudged.some((slug) => !isSet(slug));
}

function excusedBy({ by, why }: Adjustment, earned: Thousandths): Grade['steps'][number] {
  const [before, after] = [earned, earned];
  return { kind: 'excused', what: 'excused', exercise: null, by, why, before, after };
}
