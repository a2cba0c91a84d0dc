import type { Result } from '../../grader/contract/result.ts';

/** What changed since an older result. */
export interface Since {
  /** Titles of checks that are right now and were not before. */
  readonly gained: readonly string[];
  /** Titles of checks that were right before and are not now. */
  readonly lost: readonly string[];
}

/** Checks are the same where exercise and id are: titles may be reworded between two reports. */
export function changesSince(older: Result, { exercises }: Result): Since {
  const before = new Map(
    older.exercises.flatMap(({ slug, checks }) =>
      checks.map(({ id, status }) => [`${slug}/${id}`, status] as const),
    ),
  );
  const changed = (was: boolean): readonly string[] =>
    exercises.flatMap(({ slug, checks }) =>
      checks
        .filter(({ id, status }) => {
          const then = before.get(`${slug}/${id}`);
          return then !== undefined && (then === 'pass') === was && (status === 'pass') !== was;
        })
        .map(({ title }) => `${slug.slice(0, 2)}: ${title}`),
    );
  return { gained: changed(false), lost: changed(true) };
}
