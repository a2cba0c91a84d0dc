import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provedUnless } from '../proof.ts';

/** A right solution earns everything, and every picture can be drawn of it. */
export const solution: Claim = {
  name: 'solution',
  sentence:
    'The reference solution earns full marks on every seed, and all its pictures can be drawn.',
  prove(_, findings) {
    const breaches = ofKind(findings, 'right').flatMap(({ seed, breach }) =>
      breach === null ? [] : [`seed ${seed}: ${breach}`],
    );
    return provedUnless(breaches.slice(0, 1), 'full marks');
  },
};
