import type { ExerciseEvidence, Observation } from '../contract/evidence.ts';
import type { KeyExercise, KeyMistake } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import { asked } from './asked.ts';
import { sameObservation, sameObservations } from './same.ts';

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
  /** Whether the mistake departs from the reference there. */
  readonly departs: boolean;
  /** Whether the submission does there what the mistake does. */
  readonly shown: boolean;
  /** Outputs that the mistake leaves as they are. */
  readonly untouched: ReadonlySet<string>;
  /** Outputs of the submission that are those of the mistake. */
  readonly alike: ReadonlySet<string>;
}

/**
 * The pairs of mistakes that may be behind a submission which no single one explains:
 * where one of the two departs, the submission does what that one does; where neither
 * does, what the reference does; and somewhere both depart. What comes of two together
 * is nobody's guess and has to be run, so that the likeliest go first.
 *
 * @param failing probes in which a check failed
 * @returns the more there is to say for a pair the earlier; else in the order of their names
 */
export function pairsToTry(
  evidence: ExerciseEvidence,
  key: KeyExercise,
  failing: ReadonlySet<string>,
): readonly Pair[] {
  const probes = Object.keys(key.probes).filter((name) => isRun(key, name));
  const shown = new Map(probes.map((name) => [name, shownIn(evidence, key, name)]));
  const mistakes = [...key.mistakes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const beside = new Map(
    mistakes.map((mistake) => [
      mistake,
      new Map(probes.map((name) => [name, besideOf(mistake, shown.get(name) ?? [], key, name)])),
    ]),
  );
  const certain = (one: KeyMistake, other: KeyMistake): number | null => {
    let sure = 0;
    let open = false;
    for (const name of probes) {
      const [a, b] = [beside.get(one)?.get(name), beside.get(other)?.get(name)];
      if (a === undefined || b === undefined) return null;
      if (a.departs && b.departs) {
        const agreeing = agreement(shown.get(name) ?? [], dueIn(key, name), a, b);
        if (agreeing === null) return null;
        sure += agreeing;
        open ||= failing.has(name) && !a.shown && !b.shown;
      } else {
        // Of one that does not depart, what it does is what the reference does.
        const does = a.departs ? a : b;
        if (!does.shown) return null;
        if (does.departs) sure += 1;
      }
    }
    return open ? sure : null;
  };
  return mistakes
    .flatMap((one, at) =>
      mistakes.slice(at + 1).flatMap((other) => {
        const sure = certain(one, other);
        return sure === null ? [] : [{ pair: [one, other] as const, sure }];
      }),
    )
    .sort((a, b) => b.sure - a.sure)
    .map(({ pair }) => pair);
}

/** Mistakes are not run on held-out data. */
function isRun(key: KeyExercise, probe: string): boolean {
  return key.probes[probe]?.cases.every(({ truth }) => truth === null) ?? false;
}

function dueIn(key: KeyExercise, probe: string): readonly Observation[] {
  return key.probes[probe]?.cases.map(({ reference }) => reference) ?? [];
}

function shownIn(
  evidence: ExerciseEvidence,
  key: KeyExercise,
  probe: string,
): readonly Observation[] {
  return asked(evidence.probes[probe] ?? [], dueIn(key, probe));
}

function besideOf(
  mistake: KeyMistake,
  shown: readonly Observation[],
  key: KeyExercise,
  probe: string,
): Beside {
  const due = dueIn(key, probe);
  const departure = mistake.departs[probe];
  const done = departure === undefined ? due : asked(departure, due);
  const outputsAsIn = (others: readonly Observation[]) =>
    new Set(namesIn(due).filter((name) => sameOutputs(done, others, name)));
  return {
    departs: departure !== undefined,
    shown: sameObservations(shown, done),
    untouched: outputsAsIn(due),
    alike: outputsAsIn(shown),
  };
}

/**
 * In how many outputs more a submission does what the one mistake does that touches them than
 * it does something else; `null` where it is wrong in one that neither touches.
 */
function agreement(
  shown: readonly Observation[],
  due: readonly Observation[],
  one: Beside,
  other: Beside,
): number | null {
  let agreeing = 0;
  for (const name of namesIn(due)) {
    const [kept, keptToo] = [one.untouched.has(name), other.untouched.has(name)];
    if (kept && keptToo) {
      if (!sameOutputs(due, shown, name)) return null;
    } else if (kept !== keptToo) {
      agreeing += (kept ? other : one).alike.has(name) ? 1 : -1;
    }
  }
  return agreeing;
}

function sameOutputs(
  one: readonly Observation[],
  other: readonly Observation[],
  name: string,
): boolean {
  return one.every((each, at) => sameOutput(each, other[at], name));
}

function namesIn(due: readonly Observation[]): readonly string[] {
  return [...new Set(due.flatMap((each) => Object.keys(fieldsOf(each))))];
}

function sameOutput(one: Observation, other: Observation | undefined, name: string): boolean {
  if (other === undefined || one.outcome !== 'returned' || other.outcome !== 'returned') {
    return false;
  }
  const [mine, theirs] = [fieldsOf(one)[name], fieldsOf(other)[name]];
  return (
    mine !== undefined &&
    theirs !== undefined &&
    sameObservation({ ...one, output: mine }, { ...one, output: theirs })
  );
}

function fieldsOf(observation: Observation): Readonly<Record<string, Value>> {
  if (observation.outcome !== 'returned') return {};
  const { output } = observation;
  return output.kind === 'record' ? output.fields : {};
}
