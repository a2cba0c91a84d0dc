import { type Claim, provedUnless } from '../claim.ts';
import { ofKind } from '../finding.ts';

/** Every mistake loses points and is given its name, and its words never say what to write instead. */
export const mistakes: Claim = {
  name: 'mistakes',
  sentence:
    'Every known mistake loses points and is called by its name, and no hint gives the repair away.',
  prove(_, findings) {
    const wrong = ofKind(findings, 'wrong').flatMap(({ mistakes }) => mistakes);
    const breaches = wrong.flatMap((each) => each.breaches);
    return provedUnless(breaches, `${wrong.length} named`);
  },
};
