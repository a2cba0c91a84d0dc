import type { Finding } from '../contract/check-kind.ts';
import { toFloat, toReal } from '../contract/value.ts';

/**
 * One finding of those about each output of each case: the first that departs, with the
 * largest margin of all of them. What could not be compared has no margin to count.
 */
export function together(findings: readonly Finding[]): Finding {
  const first = findings.find(({ status }) => status !== 'pass');
  const margins = findings.flatMap(({ got }) => (got.margin == null ? [] : [toFloat(got.margin)]));
  const margin = toReal(Math.max(0, ...margins));
  if (first === undefined) return { status: 'pass', got: margins.length === 0 ? {} : { margin } };
  return first.got.margin == null ? first : { ...first, got: { ...first.got, margin } };
}
