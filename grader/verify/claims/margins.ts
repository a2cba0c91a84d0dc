import type { Claim } from '../claim.ts';
import { byKeyIn } from '../finding.ts';
import { APART, BEYOND_CHANCE, marginsOf, proveMargins } from '../margins.ts';

/** A tolerance that is nearly used up would fail a right program on another machine. */
export const margins: Claim = {
  name: 'margins',
  sentence: `Every tolerance lies ${APART} times above the largest error of a right program, and ${APART} times below the smallest of a mistake that it catches; a bound on chance lies ${BEYOND_CHANCE} times below.`,
  prove: (_, findings) =>
    proveMargins(marginsOf(byKeyIn(findings).flatMap(({ measured }) => measured))),
};
