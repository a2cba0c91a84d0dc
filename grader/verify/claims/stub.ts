import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provedUnless } from '../proof.ts';

/** An untouched stub earns nothing. */
export const stub: Claim = {
  name: 'stub',
  sentence: 'The file that students start from earns nothing.',
  prove(_, findings) {
    const gifts = ofKind(findings, 'wrong').flatMap(({ gift }) => gift ?? []);
    return provedUnless(gifts, '0 points');
  },
};
