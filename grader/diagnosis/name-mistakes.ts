import type { ExerciseEvidence, Observation } from '../contract/evidence.ts';
import { isHeldOut, type KeyExercise } from '../contract/key.ts';
import { toTensor, type Value } from '../contract/value.ts';
import { asked } from './asked.ts';
import type { MadePair } from './pairs.ts';
import { sameObservations } from './same.ts';

/**
 * The known mistake behind each failing probe: the one whose outputs are those of
 * the submission in every case. A mistake that explains everything the exercise
 * shows goes before two that do so together, and those before one that explains a
 * part; where two explanations are equally good, none is given, because a confident
 * wrong hint is worse than none.
 *
 * @param failing probes in which a check failed
 * @param pairs what pairs of mistakes do, as far as it was found out
 */
export function nameMistakes(
  evidence: ExerciseEvidence,
  key: KeyExercise,
  failing: ReadonlySet<string>,
  pairs: readonly MadePair[] = [],
): ReadonlyMap<string, Explanation> {
  const singles = key.mistakes
    .map(({ id, departs }) => ({ ids: [id], departs }))
    .map((mistake) => explain(mistake, evidence, key));
  const together = pairs.map((pair) => explain(pair, evidence, key));
  const named = new Map<string, Explanation>();
  for (const probe of failing) {
    // Mistakes are not run on held-out data: that failure follows from what explains the rest.
    const isTraining = key.probes[probe]?.cases.some(isHeldOut) ?? false;
    const fits = ({ explained }: Explanation): boolean =>
      isTraining ? explained.size > 0 : explained.has(probe);
    const whole = (found: readonly Explanation[]) =>
      found.filter((each) => fits(each) && each.contradicted === 0);
    const partly = isTraining ? [] : singles.filter(fits);
    const best = [whole(singles), whole(together), partly].find(({ length }) => length > 0);
    const one = mostExplaining(best ?? []);
    if (one !== null) named.set(probe, isTraining ? one : within(probe, one, evidence, key));
  }
  return named;
}

/** How far known mistakes account for what a submission shows. */
export interface Explanation {
  /** The mistake, or two that were made at once. */
  readonly ids: readonly string[];
  /** Probes in which the submission does exactly what they do. */
  readonly explained: ReadonlySet<string>;
  /** How many probes they would change in another way than the submission shows. */
  readonly contradicted: number;
}

/** Of two mistakes the one that does by itself what a probe shows, where the other leaves it as it is. */
function within(
  probe: string,
  explanation: Explanation,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): Explanation {
  const departure = (id: string) => key.mistakes.find((each) => each.id === id)?.departs[probe];
  const [only, ...others] = explanation.ids.filter((id) => departure(id) !== undefined);
  if (only === undefined || others.length > 0) return explanation;
  const isAll = isShown(probe, departure(only) ?? [], evidence, key);
  return isAll ? { ...explanation, ids: [only] } : explanation;
}

/** Whether a submission does in a probe what a mistake does. */
function isShown(
  probe: string,
  departure: readonly Observation[],
  evidence: ExerciseEvidence,
  key: KeyExercise,
): boolean {
  const due = key.probes[probe]?.cases.map(({ reference }) => reference) ?? [];
  return sameObservations(asked(evidence.probes[probe] ?? [], due), asked(departure, due));
}

/** The one that explains the most probes, or `null` when two explain equally many. */
function mostExplaining(explanations: readonly Explanation[]): Explanation | null {
  const most = Math.max(...explanations.map(({ explained }) => explained.size));
  const [best, ...others] = explanations.filter(({ explained }) => explained.size === most);
  return best !== undefined && others.length === 0 ? best : null;
}

function explain(
  { ids, departs }: Omit<MadePair, 'ids'> & { readonly ids: readonly string[] },
  evidence: ExerciseEvidence,
  key: KeyExercise,
): Explanation {
  const explained = new Set<string>();
  let contradicted = 0;
  for (const [probe, departure] of Object.entries(departs)) {
    if (!isShown(probe, departure, evidence, key)) contradicted += 1;
    else if (departure.some(saysSomething)) explained.add(probe);
  }
  return { ids, explained, contradicted };
}

/** Whether an observation can tell mistakes apart: many of them end in nothing but NaN. */
function saysSomething(observation: Observation): boolean {
  if (observation.outcome !== 'returned') return observation.outcome === 'threw';
  return (observation.changed ?? []).length > 0 || holdsFinite(observation.output);
}

function holdsFinite(value: Value): boolean {
  if (value.kind === 'record') return Object.values(value.fields).some(holdsFinite);
  if (value.kind === 'list') return value.items.some(holdsFinite);
  const tensor = toTensor(value);
  return tensor === null || tensor.data.some(Number.isFinite);
}
