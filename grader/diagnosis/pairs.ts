import type { ExerciseEvidence, Observation } from '../contract/evidence.ts';
import { isHeldOut, type KeyExercise, type KeyMistake } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import { asked } from './asked.ts';
import { sameObservations, sameValue } from './same.ts';

/** Two known mistakes that a submission may have made at once. */
export type Pair = readonly [KeyMistake, KeyMistake];

/** What two known mistakes do together. */
export interface MadePair {
  readonly ids: readonly [string, string];
  /** Observations for the probes in which they depart from the reference. */
  readonly departs: KeyMistake['departs'];
}

/** What a mistake and a submission do with one probe, beside the reference. */
interface Beside {
  /** Whether the submission does there what the mistake does. */
  readonly shown: boolean;
  /** Traits that the mistake leaves as they are. */
  readonly untouched: ReadonlySet<string>;
  /** Traits of the submission that are those of the mistake. */
  readonly alike: ReadonlySet<string>;
}

/** What there is to tell of one probe before any pair is looked at. */
interface Scene {
  readonly cases: number;
  readonly isFailing: boolean;
  /** Everything that can be told of it. */
  readonly traits: readonly string[];
  /** Traits in which the submission is right. */
  readonly right: ReadonlySet<string>;
  readonly beside: ReadonlyMap<KeyMistake, Beside>;
}

/**
 * The pairs of mistakes that may be behind a submission which no single one explains: in
 * a probe that failed it does what neither of the two does alone. What comes of two
 * together is nobody's guess and has to be run, so that the likeliest go first: those of
 * which most shows that only one of the two touches, and which leave alone what is right.
 * That is a sign and no proof, since what a mistake does not touch by itself it may touch
 * when another one is made as well.
 *
 * @param failing probes in which a check failed
 * @returns the more there is to say for a pair the earlier; else in the order of their names
 */
export function pairsToTry(
  evidence: ExerciseEvidence,
  key: KeyExercise,
  failing: ReadonlySet<string>,
): readonly Pair[] {
  const mistakes = [...key.mistakes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const scenes = Object.keys(key.probes)
    .filter((name) => isRun(key, name))
    .map((name) => sceneOf(name, evidence, key, failing));
  return mistakes
    .flatMap((one, at) =>
      mistakes.slice(at + 1).flatMap((other) => {
        const likelihood = likelihoodOf(one, other, scenes);
        return likelihood === null ? [] : [{ pair: [one, other] as const, likelihood }];
      }),
    )
    .sort((a, b) => b.likelihood - a.likelihood)
    .map(({ pair }) => pair);
}

/** The probe of which one case soonest tells two mistakes from others: the first in which both depart, or one. */
export function tellingProbe([one, other]: Pair, key: KeyExercise): string | null {
  const departing = (...pair: Pair) =>
    Object.keys(key.probes).find((name) => pair.every(({ departs }) => departs[name]));
  return departing(one, other) ?? departing(one, one) ?? departing(other, other) ?? null;
}

/** Whether a submission begins a probe with this. */
export function beginsWith(
  begun: Observation,
  probe: string,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): boolean {
  const due = dueIn(key, probe).slice(0, 1);
  const shown = (evidence.probes[probe] ?? []).slice(0, 1);
  return sameObservations(asked(shown, due), asked([begun], due));
}

/** Mistakes are not run on held-out data. */
function isRun(key: KeyExercise, probe: string): boolean {
  const cases = key.probes[probe]?.cases;
  return cases !== undefined && !cases.some(isHeldOut);
}

/** How much more speaks for two mistakes than against them; `null` where they cannot be it. */
function likelihoodOf(one: KeyMistake, other: KeyMistake, scenes: readonly Scene[]): number | null {
  let likelihood = 0;
  let open = false;
  for (const scene of scenes) {
    const { cases, isFailing, beside } = scene;
    const [a, b] = [beside.get(one), beside.get(other)];
    if (a === undefined || b === undefined) return null;
    likelihood += agreement(scene, a, b) / cases;
    open ||= isFailing && !a.shown && !b.shown;
  }
  return open ? likelihood : null;
}

/**
 * In how many traits more a submission does what the one mistake does that touches them
 * than it does something else; what is wrong and touched by neither counts twice against them.
 */
function agreement({ traits, right }: Scene, one: Beside, other: Beside): number {
  let agreeing = 0;
  for (const trait of traits) {
    const [kept, keptToo] = [one.untouched.has(trait), other.untouched.has(trait)];
    if (kept && keptToo) {
      // That two have a hand in what neither touches is seldom.
      if (!right.has(trait)) agreeing -= 2;
    } else if (kept !== keptToo) {
      agreeing += (kept ? other : one).alike.has(trait) ? 1 : -1;
    }
  }
  return agreeing;
}

function sceneOf(
  probe: string,
  evidence: ExerciseEvidence,
  key: KeyExercise,
  failing: ReadonlySet<string>,
): Scene {
  const due = dueIn(key, probe);
  const shown = asked(evidence.probes[probe] ?? [], due);
  const [isDue, isShown] = [traitsOf(due), traitsOf(shown)];
  const right = common(isDue, isDue, isShown);
  // Of one that does not depart, what it does is what the reference does.
  const idle = {
    shown: sameObservations(shown, due),
    untouched: new Set(isDue.keys()),
    alike: right,
  };
  const besideOf = ({ departs }: KeyMistake): Beside => {
    const departure = departs[probe];
    if (departure === undefined) return idle;
    const done = asked(departure, due);
    const does = traitsOf(done);
    return {
      shown: sameObservations(shown, done),
      untouched: common(isDue, isDue, does),
      alike: common(isDue, does, isShown),
    };
  };
  return {
    cases: due.length,
    traits: [...isDue.keys()],
    isFailing: failing.has(probe),
    right,
    beside: new Map(key.mistakes.map((mistake) => [mistake, besideOf(mistake)])),
  };
}

function dueIn(key: KeyExercise, probe: string): readonly Observation[] {
  return key.probes[probe]?.cases.map(({ reference }) => reference) ?? [];
}

/** Names of what is due, of which two programs do the same. */
function common(due: Traits, one: Traits, other: Traits): ReadonlySet<string> {
  return new Set([...due.keys()].filter((name) => sameTrait(one.get(name), other.get(name))));
}

/** What can be told of observations, each by a name of its own. */
type Traits = ReadonlyMap<string, Value>;

function traitsOf(observations: readonly Observation[]): Traits {
  return new Map(
    observations.flatMap((observation, at) =>
      Object.entries(partsOf(observation)).map(([name, part]) => [`${at} ${name}`, part] as const),
    ),
  );
}

/** How one call ended, its outputs one by one, and what else was watched. */
function partsOf(observation: Observation): Readonly<Record<string, Value>> {
  const text = (words: unknown): Value => ({ kind: 'text', text: JSON.stringify(words) });
  if (observation.outcome !== 'returned') return { ' outcome': text(observation) };
  const { outcome, output, changed, repeats } = observation;
  const outputs = output.kind === 'record' ? output.fields : { ' output': output };
  // The names of outputs are an author's; nobody begins one with a space.
  return { ' outcome': text(outcome), ' watched': text([changed, repeats]), ...outputs };
}

/** Two programs that both give nothing there do the same. */
function sameTrait(one: Value | undefined, other: Value | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sameValue(one, other);
}
