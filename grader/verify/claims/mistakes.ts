import type { Claim } from '../claim.ts';
import { byKeyIn, ofKind } from '../finding.ts';
import { proveMistakes } from '../mistakes.ts';

/** Each is run once, and judged out of the key of every seed. */
export const mistakes: Claim = {
  name: 'mistakes',
  sentence:
    'Every known mistake loses points and is called by its name with every seed, and no hint gives the repair away.',
  prove(_, findings) {
    const run = ofKind(findings, 'wrong').flatMap(({ mistakes }) => mistakes);
    return proveMistakes([...run, ...byKeyIn(findings).flatMap(({ mistakes }) => mistakes)]);
  },
};
