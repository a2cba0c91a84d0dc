import type { ExerciseEvidence } from '../contract/evidence.ts';
import type { Tolerance } from '../contract/exercise.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Signature } from '../contract/signature.ts';
import { toTensor, valueAt } from '../contract/value.ts';
import { type Compared, isRight, type Pair, pairOf } from './signature/compared.ts';
import { leavesOf } from './signature/leaves.ts';
import { lossBehind } from './signature/own-loss.ts';
import { signaturesOf } from './signature/signature-of.ts';

/** A check that failed and that no known mistake explains. */
export interface Unexplained {
  readonly probe: string;
  /** Outputs that it looks at, in the order in which it does. */
  readonly outputs: readonly string[];
  readonly tolerance: Tolerance;
}

/** Looks for what the wrong numbers of an exercise look like; each probe is looked at once. */
export function signatureReader(
  evidence: ExerciseEvidence,
  key: KeyExercise,
): (check: Unexplained) => readonly Signature[] {
  const known = new Map<string, Looks>();
  const looksIn = (probe: string, tolerance: Tolerance): Looks => {
    const place = JSON.stringify([probe, tolerance]);
    const looks = known.get(place) ?? lookInto(probe, tolerance, evidence, key);
    known.set(place, looks);
    return looks;
  };
  return ({ probe, outputs, tolerance }) => {
    const looks = looksIn(probe, tolerance);
    const name = outputs.find((output) => looks.has(output));
    const found = name === undefined ? [] : (looks.get(name) ?? []);
    return found.map((signature) =>
      lossBehind(signature, probe, key, (other) => [...looksIn(other, tolerance).values()].flat()),
    );
  };
}

/** What each output that is wrong looks like. */
type Looks = ReadonlyMap<string, readonly Signature[]>;

const NOTHING: Looks = new Map();

/** Every wrong output of a probe with what it looks like, and with the others that look alike. */
function lookInto(
  probe: string,
  tolerance: Tolerance,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): Looks {
  const cases = key.probes[probe]?.cases ?? [];
  const outputs = comparedIn(probe, tolerance, evidence, key);
  if (outputs.length === 0) return NOTHING;
  const given = cases.map(({ input }) => leavesOf(input));
  const due = cases.map(({ reference }) =>
    reference.outcome === 'returned' ? leavesOf(reference.output) : new Map(),
  );
  const readable = outputs.flatMap(({ name, pairs }) => (pairs === null ? [] : [{ name, pairs }]));
  const wrong = readable.filter(({ pairs }) => !pairs.every(isRight));
  const found = wrong.map((compared): readonly [string, readonly Signature[]] => [
    compared.name,
    signaturesOf(compared, { given, due }),
  ]);
  const all = found.flatMap(([, signatures]) => signatures);
  const told = found.flatMap(([name, signatures]): readonly [string, readonly Signature[]][] =>
    signatures.length === 0 ? [] : [[name, signatures.map((each) => together(each, all))]],
  );
  const [only] = wrong;
  const right = outputs.map(({ name }) => name).filter((name) => name !== only?.name);
  const isAlone = wrong.length === 1 && readable.length === outputs.length && right.length > 1;
  return told.length === 0 && only !== undefined && isAlone
    ? new Map([[only.name, [{ kind: 'alone', outputs: [only.name], right }]]])
    : new Map(told);
}

/** Each numeric output of the reference beside the submission's; `null` where there are no finite numbers. */
function comparedIn(
  probe: string,
  tolerance: Tolerance,
  evidence: ExerciseEvidence,
  key: KeyExercise,
): readonly { readonly name: string; readonly pairs: Compared['pairs'] | null }[] {
  const cases = key.probes[probe]?.cases ?? [];
  const [first] = cases;
  if (first?.reference.outcome !== 'returned') return [];
  return [...leavesOf(first.reference.output).keys()].map((name) => {
    const pairs: Pair[] = [];
    for (const [at, { reference }] of cases.entries()) {
      const observation = evidence.probes[probe]?.[at];
      if (reference.outcome !== 'returned' || observation?.outcome !== 'returned')
        return { name, pairs: null };
      const [due, yours] = [reference.output, observation.output].map((output) => {
        const value = valueAt(output, name);
        return value === null ? null : toTensor(value);
      });
      if (due == null || yours == null || ![...due.data, ...yours.data].every(Number.isFinite))
        return { name, pairs: null };
      pairs.push(pairOf(yours, due, tolerance));
    }
    return { name, pairs };
  });
}

/** A signature with all outputs that show it: what several have in common is told once. */
function together(signature: Signature, all: readonly Signature[]): Signature {
  const same = all.filter((each) => relationOf(each) === relationOf(signature));
  const outputs = same.flatMap((each) => each.outputs);
  if (!('others' in signature)) return { ...signature, outputs };
  const others = same.flatMap((each) => ('others' in each ? each.others : []));
  return { ...signature, outputs, others };
}

function relationOf(signature: Signature): string {
  return JSON.stringify({ ...signature, outputs: [], others: [] });
}
