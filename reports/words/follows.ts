import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';

/** Later failures of one exercise are often the first one seen again. */
export function followsInWords(check: CheckResult, { checks }: ExerciseResult): string | null {
  const { mistake } = check.means;
  const others = checks.filter(
    (each) => each !== check && each.status === 'fail' && each.means.mistake === mistake,
  ).length;
  if (others === 0) return null;
  const [more, shows, is, them] =
    others === 1
      ? ['One more check', 'shows', 'is', 'it']
      : [`${others} more checks`, 'show', 'are', 'them'];
  return mistake !== null
    ? `${more} of this exercise ${shows} the same.`
    : `${more} of this exercise ${is} not right yet; what is wrong here may be behind ${them}.`;
}
