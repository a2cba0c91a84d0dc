import { group, mean } from 'd3-array';
import type { CheckResult, ExerciseResult, Result } from '../../grader/contract/result.ts';
import { type Item, itemOf } from './item.ts';
import { compareText } from './member.ts';
import { scoreOf } from './score.ts';

/** What a class did with one exercise and its checks. */
export interface ItemGroup {
  readonly slug: string;
  readonly title: string;
  /** How many submissions have this exercise, and how many have it all right. */
  readonly present: number;
  readonly right: number;
  /** Mean score in per cent, or `null` where there is nothing to earn. */
  readonly mean: number | null;
  /** In the order of the course. */
  readonly items: readonly Item[];
}

/** An exercise of one submission. */
interface Attempt {
  readonly exercise: ExerciseResult;
  readonly result: Result;
}

/** Item analysis: what each check asks of a class, and whether it tells the members apart. */
export function analyseItems(results: readonly Result[]): readonly ItemGroup[] {
  const attempts = results.flatMap((result) =>
    result.exercises.map((exercise): Attempt => ({ exercise, result })),
  );
  return [...group(attempts, ({ exercise }) => exercise.slug)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([slug, own]) => groupOf(slug, own));
}

function groupOf(slug: string, attempts: readonly Attempt[]): ItemGroup {
  const answers = attempts.flatMap(({ exercise, result }) =>
    exercise.checks.map((check) => ({ check, elsewhere: scoreElsewhere(result, check) })),
  );
  return {
    slug,
    title: attempts[0]?.exercise.title ?? '',
    present: attempts.length,
    right: attempts.filter(({ exercise }) => exercise.status === 'pass').length,
    mean: mean(attempts, ({ exercise }) => scoreOf(exercise.points)) ?? null,
    items: [...group(answers, ({ check }) => check.id).values()].map(itemOf),
  };
}

/** The score without the check: with it, every check would go together with itself. */
function scoreElsewhere({ points }: Result, { points: own }: CheckResult): number {
  const earned = points.earned - own.earned;
  const possible = points.possible - own.possible;
  // Where there is nothing else, everyone has the same there.
  return scoreOf({ earned, possible }) ?? 0;
}
