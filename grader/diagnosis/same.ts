import type { Observation } from '../contract/evidence.ts';
import { sameShape, toTensor, type Value } from '../contract/value.ts';

/** Two programs that do the same arithmetic in another order differ by less than this. */
const CLOSE = 1e-9;

/** Whether two observations tell of the same behaviour, whatever the style of the programs. */
export function sameObservation(one: Observation, other: Observation): boolean {
  if (one.outcome === 'returned' && other.outcome === 'returned') {
    return (
      sameValue(one.output, other.output) &&
      one.repeats === other.repeats &&
      one.changed?.join() === other.changed?.join()
    );
  }
  if (one.outcome === 'threw' && other.outcome === 'threw') {
    return one.name === other.name && one.message === other.message;
  }
  // That two programs were stopped says nothing about why.
  return false;
}

/** Whether two lists of observations tell of the same behaviour, case by case. */
export function sameObservations(
  one: readonly Observation[],
  other: readonly Observation[],
): boolean {
  return (
    one.length === other.length &&
    one.every((observation, at) => {
      const counterpart = other[at];
      return counterpart !== undefined && sameObservation(observation, counterpart);
    })
  );
}

/** Whether two values are the same but for rounding. */
export function sameValue(one: Value, other: Value): boolean {
  if (one.kind === 'record' && other.kind === 'record') {
    const names = Object.keys(one.fields);
    return (
      names.length === Object.keys(other.fields).length &&
      names.every((name) => {
        const [mine, theirs] = [one.fields[name], other.fields[name]];
        return mine !== undefined && theirs !== undefined && sameValue(mine, theirs);
      })
    );
  }
  const [mine, theirs] = [toTensor(one), toTensor(other)];
  if (mine !== null && theirs !== null) {
    return (
      sameShape(mine.shape, theirs.shape) &&
      mine.data.every((entry, at) => sameNumber(entry, theirs.data[at] ?? Number.NaN))
    );
  }
  if (one.kind === 'list' && other.kind === 'list') {
    return (
      one.items.length === other.items.length &&
      one.items.every((item, at) => {
        const counterpart = other.items[at];
        return counterpart !== undefined && sameValue(item, counterpart);
      })
    );
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameNumber(one: number, other: number): boolean {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
  if (!Number.isFinite(one) || !Number.isFinite(other)) return one === other;
  return Math.abs(one - other) <= CLOSE * (1 + Math.max(Math.abs(one), Math.abs(other)));
}
