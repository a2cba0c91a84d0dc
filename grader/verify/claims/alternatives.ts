import type { Claim } from '../claim.ts';
import { ofKind } from '../finding.ts';
import { provedUnless } from '../proof.ts';

/** Whoever writes a right program in another way than ours earns as much, and is left in peace. */
export const alternatives: Claim = {
  name: 'alternatives',
  sentence:
    'Right programs in other styles earn full marks on every seed, and are told of no mistake and given no advice.',
  prove({ solution }, findings) {
    const written = solution?.alternatives ?? [];
    const right = ofKind(findings, 'right');
    const breaches = written.flatMap(({ name }) => {
      const trials = right.flatMap(({ seed, alternatives }) =>
        alternatives
          .filter((each) => each.name === name && each.breach !== null)
          .map(({ breach }) => `${name}, seed ${seed}: ${breach}`),
      );
      return trials.slice(0, 1);
    });
    return provedUnless(
      breaches,
      written.length === 0 ? 'none written' : `${written.length} right`,
    );
  },
};
