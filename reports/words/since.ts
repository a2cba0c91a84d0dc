import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';

/** What changed since an older result. */
export interface Since {
  readonly title: string;
  /** Checks that are right now and were not before. */
  readonly gained: readonly string[];
  /** Checks that were right before and are wrong now. */
  readonly lost: readonly string[];
}

/** Where more checks of one exercise changed, they are counted and not named. */
const MOST_NAMED = 4;

/** Checks are the same where exercise and id are: titles may be reworded between two reports. */
export function changesSince(older: Result, { exercises, submission }: Result): Since {
  const before = new Map(
    older.exercises.flatMap(({ slug, checks }) =>
      checks.map(({ id, status }) => [`${slug}/${id}`, status] as const),
    ),
  );
  const changed = (holds: (now: CheckResult['status'], then: CheckResult['status']) => boolean) =>
    exercises.flatMap((exercise) =>
      inWords(
        exercise,
        exercise.checks.filter(({ id, status }) => {
          const then = before.get(`${exercise.slug}/${id}`);
          return then !== undefined && holds(status, then);
        }),
      ),
    );
  return {
    title:
      older.submission === submission
        ? 'Since your last report'
        : `Since the report on ${older.submission}`,
    gained: changed((now, then) => now === 'pass' && then !== 'pass'),
    // What waits or could not be judged is nobody's step back.
    lost: changed((now, then) => now === 'fail' && then === 'pass'),
  };
}

function inWords(
  { slug, title }: ExerciseResult,
  checks: readonly CheckResult[],
): readonly string[] {
  const number = slug.slice(0, 2);
  return checks.length > MOST_NAMED
    ? [`${number} ${title}: ${checks.length} checks`]
    : checks.map((check) => `${number}: ${check.title}`);
}
