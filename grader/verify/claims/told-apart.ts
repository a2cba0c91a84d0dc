import type { Claim } from '../claim.ts';
import { byKeyIn } from '../finding.ts';
import { proveToldApart } from '../told-apart.ts';

/** A mistake that shows what another one shows cannot be called by its name. */
export const toldApart: Claim = {
  name: 'told apart',
  sentence: 'No two mistakes show the same with any seed.',
  prove: (_, findings) => proveToldApart(byKeyIn(findings).flatMap(({ twins }) => twins)),
};
