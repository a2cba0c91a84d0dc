import type { CheckResult, Reason } from '../../../grader/contract/result.ts';
import { toFloat } from '../../../grader/contract/value.ts';
import { percent } from '../numbers.ts';
import type { Sentence } from './sentence.ts';

/** What is said of a trained network that was tried on what it had not seen. */
export const OF_TRAINED_NETWORKS = {
  'below-threshold': tooFew,
  'explains-too-little': tooLittle,
} satisfies Partial<Record<Reason, Sentence>>;

/** What the trained network got right, beside what is asked for. */
function tooFew(check: CheckResult): string {
  const shares = sharesIn(check);
  return shares === null
    ? 'The trained network gets too few of the new points right.'
    : `The trained network gets ${shares.got} of the new points right; at least ${shares.asked} are asked for.`;
}

/** What the trained network explains, beside what is asked for. */
function tooLittle(check: CheckResult): string {
  const shares = sharesIn(check);
  return shares === null
    ? 'The trained network explains too little of the variance of the new values.'
    : `The trained network explains ${shares.got} of the variance of the new values; at least ${shares.asked} are asked for.`;
}

/** A share that was measured and the one that is asked for; `null` where one is not known. */
function sharesIn({ got, tried }: CheckResult): { got: string; asked: string } | null {
  if (got?.measured == null || tried.threshold === null) return null;
  const [share, asked] = [percent(toFloat(got.measured)), percent(tried.threshold)];
  return { got: share === asked ? `a little less than ${share}` : share, asked };
}
