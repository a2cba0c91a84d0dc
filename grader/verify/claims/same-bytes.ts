import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provedUnless } from '../proof.ts';
import { FIRST_SEED } from '../task.ts';

/** Two runs, each with a key, a process and an analyst of its own, are to say the same to the byte. */
export const sameBytes: Claim = {
  name: 'same bytes',
  sentence: 'Two runs, with nothing in common but the files, say the same to the byte.',
  prove({ manifest }, findings) {
    const first = ofKind(findings, 'right').find(({ seed }) => seed === FIRST_SEED)?.said;
    const breaches = ofKind(findings, 'again')
      .filter(({ said }) => said.whole !== first?.whole)
      .map(({ said }) => {
        const differing = manifest.checks.find(({ id }) => said.checks[id] !== first?.checks[id]);
        return `two runs differ${differing === undefined ? '' : ` in ${differing.id}`}`;
      });
    return provedUnless(breaches, 'the same');
  },
};
