import type { Observation } from '../contract/evidence.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise, KeyMistake } from '../contract/key.ts';
import { asked } from '../diagnosis/asked.ts';
import { sameObservation } from '../diagnosis/same.ts';
import { type Proof, provedUnless } from './proof.ts';

/** Two mistakes that nobody can tell apart with one seed. */
export interface Twins {
  readonly slug: ExerciseSlug;
  readonly seed: string;
  readonly ids: readonly [string, string];
}

/** Every pair of mistakes in a key that show the same in every probe, as near as naming looks. */
export function twinsIn(key: KeyExercise, seed: string): readonly Twins[] {
  return key.mistakes.flatMap((one, at) =>
    key.mistakes
      .slice(at + 1)
      .filter((other) => showTheSame(one, other, key))
      .map((other): Twins => ({ slug: key.slug, seed, ids: [one.id, other.id] })),
  );
}

function showTheSame(one: KeyMistake, other: KeyMistake, { probes }: KeyExercise): boolean {
  return Object.entries(probes).every(([name, { cases }]) => {
    const [mine, theirs] = [one.departs[name], other.departs[name]];
    // A mistake departs from the reference or does what it does: one that departs differs.
    if (mine === undefined || theirs === undefined) return mine === theirs;
    const due = cases.map(({ reference }) => reference);
    const others = asked(theirs, due);
    return asked(mine, due).every((observation, at) => isAlike(observation, others[at]));
  });
}

/** Programs that were both stopped look the same, though it says nothing about why. */
function isAlike(one: Observation, other: Observation | undefined): boolean {
  if (other === undefined) return false;
  const isStopped = one.outcome !== 'returned' && one.outcome !== 'threw';
  return isStopped ? one.outcome === other.outcome : sameObservation(one, other);
}

/** No two mistakes of an exercise show the same with any seed: else neither could be named. */
export function proveToldApart(twins: readonly Twins[]): Proof {
  const first = new Map<string, string>();
  for (const each of twins) {
    const pair = each.ids.join(' and ');
    if (!first.has(pair)) first.set(pair, each.seed);
  }
  const breaches = [...first].map(([pair, seed]) => `${pair} show the same with seed ${seed}`);
  return provedUnless(breaches, 'no two alike');
}
