import { repairIn } from '../analysis/repair.ts';
import type { Solution } from '../contract/course.ts';
import { isHeldOut, type KeyExercise } from '../contract/key.ts';
import type { Mistake } from '../contract/mistake.ts';
import type { ExerciseResult } from '../contract/result.ts';
import type { Judged } from './margins.ts';
import { type Proof, provedUnless } from './proof.ts';

/** What came of a mistake with one seed. */
export interface MistakeTrial {
  readonly id: string;
  readonly seed: string;
  /** Why a student who makes it would go unpunished or unhelped; `null` where it is nothing. */
  readonly breach: string | null;
}

/** What came of the mistakes of a key, which were judged without running any. */
export function trialsOf(seed: string, judged: Judged): readonly MistakeTrial[] {
  return [...judged].map(([id, result]) => ({ id, seed, breach: breachIn(id, result) }));
}

/** A mistake loses points, is given its own name and that of no other. */
export function breachIn(id: string, result: ExerciseResult | undefined): string | null {
  const wrong = result?.checks.find(({ status }) => status === 'error');
  if (wrong !== undefined) return `${wrong.id} cannot be judged: ${wrong.reason}`;
  if (result?.status !== 'fail' || !(result.points.earned < result.points.possible)) {
    return 'full marks';
  }
  const others = result.mistakes.flatMap((named) => (named.id === id ? [] : [named.id]));
  const isNamed = others.length < result.mistakes.length;
  if (others.length > 0) return `taken for ${others.join(' and ')}`;
  return isNamed ? null : 'not named';
}

/** The words of a mistake never say what to write instead. */
export function breachOfWords({ title, hint }: Mistake, { source }: Solution): string | null {
  const told = repairIn(`${title}\n${hint}`, source);
  return told === null ? null : `its words give the repair away: ${told}`;
}

/**
 * Whether a mistake that was run fares as the key says of it: what is judged out of keys
 * rests on that. Mistakes are not run on held-out data for a key, and what they lose there
 * is known by running alone.
 */
export function otherThanByKey(
  run: ExerciseResult | undefined,
  byKey: ExerciseResult | undefined,
  { probes }: KeyExercise,
): string | null {
  const other = byKey?.checks.find(({ id, status, reason, tried }) => {
    const isTraining = probes[tried.probe ?? '']?.cases.some(isHeldOut);
    const counterpart = run?.checks.find((check) => check.id === id);
    return !isTraining && (counterpart?.status !== status || counterpart.reason !== reason);
  });
  return other === undefined
    ? null
    : `${other.id} is ${other.status} (${other.reason}) by the key alone, and otherwise when run`;
}

/** Every mistake loses points and is given its name with every seed, and its words never say what to write instead. */
export function proveMistakes(trials: readonly MistakeTrial[]): Proof {
  const ids = [...new Set(trials.map(({ id }) => id))];
  const breaches = ids.flatMap((id) => {
    const first = trials.find((trial) => trial.id === id && trial.breach !== null);
    return first === undefined ? [] : [`${id}, seed ${first.seed}: ${first.breach}`];
  });
  return provedUnless(breaches, `${ids.length} named`);
}
