import type { CheckKind } from '../contract/check-kind.ts';
import type { CourseExercise } from '../contract/course.ts';
import type { Observation } from '../contract/evidence.ts';
import type { Check } from '../contract/exercise.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Kinds } from '../contract/kinds.ts';
import { judgedCases } from './judged-cases.ts';

/** A check that is put to the cases of a probe, and what judges it. */
interface Question {
  readonly check: Check;
  readonly probe: string;
  readonly kind: CheckKind;
}

/** A check that is passed from a measured number on. */
export interface ThresholdQuestion extends Question {
  readonly threshold: number;
}

/** The checks of an exercise that are put to probes. */
export interface Questions {
  readonly withThreshold: readonly ThresholdQuestion[];
  /** Those without a threshold whose probe is asked by none with one. */
  readonly others: readonly Question[];
}

/** Sorts the checks of an exercise; what stands in the source alone is none of them. */
export function questionsOf({ manifest }: CourseExercise, kinds: Kinds): Questions {
  const withThreshold: ThresholdQuestion[] = [];
  const others: Question[] = [];
  for (const check of manifest.checks) {
    const kind = kinds.checks.get(check.kind);
    const { probe } = check;
    if (kind === undefined || probe === undefined) continue;
    const { threshold = null, against } = kind.tried(check.with ?? {});
    if (threshold !== null) withThreshold.push({ check, probe, kind, threshold });
    else if (against !== 'the source') others.push({ check, probe, kind });
  }
  const trained = new Set(withThreshold.map(({ probe }) => probe));
  return { withThreshold, others: others.filter(({ probe }) => !trained.has(probe)) };
}

/**
 * Whether a program fails a check without a threshold.
 *
 * @param nth which of the keys this is: what was observed holds the cases of all, one after the other
 */
export function losesPoints(
  key: KeyExercise,
  nth: number,
  { others }: Questions,
  observed: Readonly<Record<string, readonly Observation[]>>,
): boolean {
  return others.some(({ check, probe, kind }) => {
    const cases = key.probes[probe]?.cases ?? [];
    const judged = judgedCases(
      cases.map((each, at) => ({ ...each, observed: observed[probe]?.[nth * cases.length + at] })),
    );
    if (judged === null) return true;
    return kind.judge({ settings: check.with ?? {}, cases: judged, facts: null }).status !== 'pass';
  });
}
