import { accountOf, mutantsTried } from '../account.ts';
import type { Claim } from '../claim.ts';
import { provedUnless } from '../proof.ts';

/** Every mutant that changes what the solution does loses points. */
export const mutants: Claim = {
  name: 'mutants',
  sentence:
    'Every small change of the solution loses points, but for those that are recorded as changing nothing that matters.',
  prove(exercise, findings) {
    const tried = mutantsTried(exercise, findings);
    if (tried === null) return null;
    const { mutation, stale } = accountOf(exercise, tried.mutants);
    const { survivors, equivalents, killed } = mutation;
    const left = survivors.map(
      ({ line, column, operator }) => `survivor on line ${line}, column ${column}: ${operator}`,
    );
    // Of a sample nobody can say what is not in it.
    const records = tried.all
      ? stale.map(({ from, to }) => `equivalents.json speaks of no survivor: "${from}" -> "${to}"`)
      : [];
    return provedUnless(
      [...left, ...records],
      `${killed} lose points, ${equivalents.length} rightly none`,
    );
  },
};
