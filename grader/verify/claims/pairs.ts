import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provePairs } from '../pairs.ts';

/** Nobody can name a pair that does what one mistake does alone: those are told, and not counted. */
export const pairs: Claim = {
  name: 'pairs',
  sentence:
    'Of two mistakes made at once nearly always exactly those two are named, and never one that was not made.',
  prove(_, findings) {
    const [found] = ofKind(findings, 'pairs');
    return found === undefined ? null : provePairs(found.tally);
  },
};
