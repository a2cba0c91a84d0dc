import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { proveFixtures } from '../fixtures.ts';

/** Where m equals n, or a bias is 0, a wrong program may come to right numbers. */
export const fixtures: Claim = {
  name: 'fixtures',
  sentence:
    'Inputs are such that nothing wrong can look right by chance: their sizes differ, their biases are not 0, every hidden unit is on for one example and off for another.',
  prove(exercise, findings) {
    const [found] = ofKind(findings, 'fixtures');
    return found === undefined ? null : proveFixtures(exercise, found.findings);
  },
};
