import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { proveThresholds, thresholdsOf } from '../thresholds.ts';

/** A threshold near to what a program gets would leave its mark to the seed. */
export const thresholds: Claim = {
  name: 'thresholds',
  sentence:
    'Every threshold lies three standard deviations below what the solution gets and above what guesses get, over many seeds.',
  prove(_, findings) {
    const [found] = ofKind(findings, 'thresholds');
    return found === undefined ? null : proveThresholds(thresholdsOf(found.attainments));
  },
};
