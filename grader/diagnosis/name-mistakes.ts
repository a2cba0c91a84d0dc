import type { ExerciseEvidence, Observation } from '../contract/evidence.ts';
import type { KeyExercise, KeyMistake } from '../contract/key.ts';
import { toTensor, type Value } from '../contract/value.ts';
import { sameObservations } from './same.ts';

/**
 * The known mistake behind each failing probe: the one whose outputs are those of
 * the submission in every case. A mistake that explains everything the exercise
 * shows goes before one that explains a part; where two explain equally much,
 * none is named, because a confident wrong hint is worse than none.
 *
 * @param failing probes in which a check failed
 */
export function nameMistakes(
  evidence: ExerciseEvidence,
  key: KeyExercise,
  failing: ReadonlySet<string>,
): ReadonlyMap<string, Explanation> {
  const candidates = key.mistakes.map((mistake) => explain(mistake, evidence, key));
  const named = new Map<string, Explanation>();
  for (const probe of failing) {
    if (key.probes[probe]?.cases.some(({ truth }) => truth !== null)) {
      // Mistakes are not run on held-out data: that failure follows from what explains the rest.
      const best = mostExplaining(
        candidates.filter(
          ({ explained, contradicted }) => explained.size > 0 && contradicted === 0,
        ),
      );
      if (best !== null) named.set(probe, best);
      continue;
    }
    const fitting = candidates.filter(({ explained }) => explained.has(probe));
    const whole = fitting.filter(({ contradicted }) => contradicted === 0);
    const best = mostExplaining(whole.length > 0 ? whole : fitting);
    if (best !== null) named.set(probe, best);
  }
  return named;
}

/** How far a known mistake accounts for what a submission shows. */
export interface Explanation {
  readonly mistake: KeyMistake;
  /** Probes in which the submission does exactly what the mistake does. */
  readonly explained: ReadonlySet<string>;
  /** How many probes the mistake would change in another way than the submission shows. */
  readonly contradicted: number;
}

/** The one that explains the most probes, or `null` when two explain equally many. */
function mostExplaining(explanations: readonly Explanation[]): Explanation | null {
  const most = Math.max(...explanations.map(({ explained }) => explained.size));
  const [best, ...others] = explanations.filter(({ explained }) => explained.size === most);
  return best !== undefined && others.length === 0 ? best : null;
}

function explain(mistake: KeyMistake, evidence: ExerciseEvidence, key: KeyExercise): Explanation {
  const explained = new Set<string>();
  let contradicted = 0;
  for (const [probe, departure] of Object.entries(mistake.departs)) {
    const due = key.probes[probe]?.cases.map(({ reference }) => reference) ?? [];
    const shown = asked(evidence.probes[probe] ?? [], due);
    if (!sameObservations(shown, asked(departure, due))) contradicted += 1;
    else if (departure.some(saysSomething)) explained.add(probe);
  }
  return { mistake, explained, contradicted };
}

/** Observations without the fields that nobody asked for: a student may return more than the reference. */
function asked(
  observations: readonly Observation[],
  reference: readonly Observation[],
): readonly Observation[] {
  return observations.map((observation, at) => {
    const due = reference[at];
    if (observation.outcome !== 'returned' || due?.outcome !== 'returned') return observation;
    const { output } = observation;
    if (output.kind !== 'record' || due.output.kind !== 'record') return observation;
    const names = Object.keys(due.output.fields);
    const fields = Object.fromEntries(
      Object.entries(output.fields).filter(([name]) => names.includes(name)),
    );
    return { ...observation, output: { kind: 'record', fields } };
  });
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
