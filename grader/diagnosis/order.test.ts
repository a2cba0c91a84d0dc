import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../contract/evidence.ts';
import type { KeyMistake } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import {
  exerciseEvidence,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from '../testing/documents.ts';
import { number, numbers, record } from '../testing/values.ts';
import { nameMistakes } from './name-mistakes.ts';
import { type MadePair, pairsToTry } from './pairs.ts';
import { signatureReader } from './signatures.ts';

// The order in which an author wrote the mistakes down decides nothing that a student reads.

const due = { Z: number(2), losses: numbers(3, 2, 1) };
const probe = { watched: false, functions: [], cases: [keyCase(due), keyCase(due)] };
const probes = { forward: probe, backward: probe, training: probe };
const names = Object.keys(probes);

/** Few values, so that mistakes, pairs and the submission often agree; the first of each is due. */
const value = fc.record({
  Z: fc.constantFrom<Value>(number(2), number(14), number(-2), number(Number.NaN)),
  losses: fc.constantFrom<Value>(numbers(3, 2, 1), numbers(2, 1, 0), numbers(6, 4, 2)),
});
const observation: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 6, arbitrary: value.map((output) => returned(record(output))) },
  { weight: 1, arbitrary: fc.constant<Observation>({ outcome: 'timed-out' }) },
  {
    weight: 1,
    arbitrary: fc.constant<Observation>({ outcome: 'threw', name: 'Error', message: 'x' }),
  },
);
const observations = fc.tuple(observation, observation);
const departs = fc.dictionary(fc.constantFrom(...names), observations, { noNullPrototype: true });

const scene = fc
  .record({
    shown: fc.record({ forward: observations, backward: observations, training: observations }),
    all: fc.array(departs, { minLength: 1, maxLength: 5 }),
    both: fc.array(departs, { maxLength: 10 }),
  })
  .chain(({ shown, all, both }) => {
    const mistakes = all.map((each, at) => keyMistake(`m${at}`, each));
    const order = fc.shuffledSubarray(mistakes, { minLength: mistakes.length });
    return fc.record({
      shown: fc.constant(shown),
      mistakes: fc.constant(mistakes),
      shuffled: order,
      both: fc.constant(both),
    });
  });

/** All that diagnosis says, where each pair does what is in `both` for it. */
function said(
  shown: Readonly<Record<string, readonly Observation[]>>,
  mistakes: readonly KeyMistake[],
  both: readonly KeyMistake['departs'][],
) {
  const evidence = exerciseEvidence({ probes: shown });
  const key = keyExercise({ probes, mistakes });
  const tried = pairsToTry(evidence, key, new Set(names));
  const made = tried.map(([one, other]): MadePair => {
    const place = [one, other].map(({ id }) => Number(id.slice(1)));
    return { ids: [one.id, other.id], departs: both[(place[0] ?? 0) + (place[1] ?? 0)] ?? {} };
  });
  const named = nameMistakes(evidence, key, new Set(names), made);
  const read = signatureReader(evidence, key);
  return {
    tried: tried.map((pair) => pair.map(({ id }) => id)),
    named: names.map((name) => [named.get(name)?.ids, [...(named.get(name)?.explained ?? [])]]),
    looks: names.map((name) =>
      read({
        probe: name,
        outputs: ['Z', 'losses'],
        tolerance: { absolute: 1e-9, relative: 1e-7 },
      }),
    ),
  };
}

test('the order of the mistakes never changes what is tried, named or told', () => {
  fc.assert(
    fc.property(scene, ({ shown, mistakes, shuffled, both }) => {
      expect(said(shown, shuffled, both)).toEqual(said(shown, mistakes, both));
    }),
    { numRuns: 300 },
  );
});

test('nor does the order in which pairs were made', () => {
  fc.assert(
    fc.property(
      fc.record({ forward: observations, backward: observations }),
      fc.array(departs, { minLength: 1, maxLength: 4 }),
      (shown, all) => {
        const made = all.map((each, at): MadePair => ({ ids: ['a', `b${at}`], departs: each }));
        const evidence = exerciseEvidence({ probes: shown });
        const key = keyExercise({ probes });
        const inOrder = nameMistakes(evidence, key, new Set(names), made);
        expect(nameMistakes(evidence, key, new Set(names), made.toReversed())).toEqual(inOrder);
      },
    ),
  );
});
