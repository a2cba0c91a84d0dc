import type { CheckResult, ExerciseResult } from '../../grader/contract/result.ts';

/** Later failures of one exercise are often the first one seen again. */
export function followsInWords(check: CheckResult, { checks }: ExerciseResult): string | null {
  const others = checks.filter((each) => each !== check && each.status === 'fail');
  const alike = others.filter((each) => lookOf(each) === lookOf(check)).length;
  const isLike = lookOf(check) !== UNKNOWN;
  if (isLike && alike > 0) {
    return `${alike === 1 ? 'One more check' : `${alike} more checks`} of this exercise ${alike === 1 ? 'shows' : 'show'} the same.`;
  }
  // What a known mistake explains is not put down to anything else.
  if (check.means.mistake !== null) return null;
  const unnamed = others.filter(({ means }) => means.mistake === null).length;
  if (unnamed === 0) return null;
  const [more, is, them] =
    unnamed === 1 ? ['One more check', 'is', 'it'] : [`${unnamed} more checks`, 'are', 'them'];
  return `${more} of this exercise ${is} not right yet; what is wrong here may be behind ${them}.`;
}

/** What a check looks like, to be compared. */
function lookOf({ means }: CheckResult): string {
  return JSON.stringify([means.mistake, means.and ?? null, means.signatures ?? null]);
}

const UNKNOWN = JSON.stringify([null, null, null]);
