import type { CheckWorth } from '../../contract/verification.ts';
import { mutantsTried, worthOf } from '../account.ts';
import type { Claim } from '../claim.ts';
import { provedUnless } from '../proof.ts';

/** Every check earns its keep: some mutant would lose no points without it, or its manifest says why it stays. */
export const checks: Claim = {
  name: 'checks',
  sentence:
    'Every check finds a change that no other check finds, or its manifest says why it is kept.',
  prove(exercise, findings) {
    const tried = mutantsTried(exercise, findings);
    if (tried?.all !== true) return null;
    const worth = worthOf(exercise, tried);
    const useless = worth.filter(({ alone, keptBecause }) => alone === 0 && keptBecause === null);
    const stale = worth.filter(({ alone, keptBecause }) => alone !== 0 && keptBecause !== null);
    const breaches = [
      ...(useless.length === 0
        ? []
        : [
            `no mutant fails ${named(useless)} alone: take it out, or say in exercise.json why it is kept ("keptBecause")`,
          ]),
      ...stale.map(
        ({ id, alone }) =>
          `${alone === 1 ? '1 mutant fails' : `${alone} mutants fail`} ${id} alone: "keptBecause" in exercise.json is out of date`,
      ),
    ];
    const kept = worth.filter(({ keptBecause }) => keptBecause !== null).length;
    return provedUnless(breaches, `${worth.length - kept} needed, ${kept} kept`);
  },
};

const named = (checks: readonly CheckWorth[]): string => checks.map(({ id }) => id).join(', ');
