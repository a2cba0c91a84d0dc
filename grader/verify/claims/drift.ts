import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provedUnless } from '../proof.ts';

/** The stubs are those that the solutions make. */
export const drift: Claim = {
  name: 'drift',
  sentence: 'The file that students start from is the solution without what they are to write.',
  prove(_, findings) {
    return provedUnless(
      ofKind(findings, 'wrong').flatMap(({ drift }) => drift ?? []),
      'no difference',
    );
  },
};
