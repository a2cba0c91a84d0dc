import { describe, expect, test } from 'vitest';
import type { Observation } from '../contract/evidence.ts';
import type { KeyMistake } from '../contract/key.ts';
import {
  exerciseEvidence,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from '../testing/documents.ts';
import { number, record } from '../testing/values.ts';
import { pairsToTry } from './pairs.ts';

/** One case of `backward`, of which the reference gives dW = 2 and db = 3. */
const gradients = (dW: number, db: number): readonly Observation[] => [
  returned(record({ dW: number(dW), db: number(db) })),
];

/** One case of `forward`, of which the reference gives Z = 1. */
const forward = (Z: number): readonly Observation[] => [returned(record({ Z: number(Z) }))];

const due = { forward: forward(1), backward: gradients(2, 3) };
const probe = { watched: false, functions: [] };
const probes = {
  forward: { ...probe, cases: [keyCase({ Z: number(1) })] },
  backward: { ...probe, cases: [keyCase({ dW: number(2), db: number(3) })] },
};

/** Ids of the pairs that are tried. */
function tried(
  shown: Partial<typeof due>,
  mistakes: readonly KeyMistake[],
  failing = Object.keys(shown),
): readonly string[] {
  const evidence = exerciseEvidence({ probes: { ...due, ...shown } });
  const key = keyExercise({ probes, mistakes });
  return pairsToTry(evidence, key, new Set(failing)).map((pair) =>
    pair.map(({ id }) => id).join(' and '),
  );
}

const factor = keyMistake('factor', { backward: gradients(14, 3) });
const sign = keyMistake('sign', { backward: gradients(-2, -3) });
const bias = keyMistake('bias', { backward: gradients(2, 0) });
const shift = keyMistake('shift', { forward: forward(5), backward: gradients(9, 9) });

describe('a pair is tried', () => {
  test('where both depart and the submission does neither', () => {
    expect(tried({ backward: gradients(-14, -3) }, [factor, sign])).toEqual(['factor and sign']);
  });

  test('where one departs alone elsewhere and the submission does the same', () => {
    const shown = { forward: forward(5), backward: gradients(-9, -9) };
    expect(tried(shown, [shift, sign])).toEqual(['shift and sign']);
  });

  test('the earlier the more outputs are those of the one that touches them', () => {
    const other = keyMistake('another', { backward: gradients(30, 3) });
    expect(tried({ backward: gradients(99, 0) }, [other, factor, bias, sign])).toEqual([
      'another and bias',
      'bias and factor',
      'another and sign',
      'bias and sign',
      'factor and sign',
      'another and factor',
    ]);
  });
});

describe('a pair is tried later', () => {
  const shown = { forward: forward(6), backward: gradients(-9, -9) };

  test('where one departs alone and the submission does something else, as when the other has a hand in it', () => {
    const other = keyMistake('another', { forward: forward(6), backward: gradients(8, 8) });
    expect(tried(shown, [shift, sign, other])).toEqual([
      'another and sign',
      'another and shift',
      'shift and sign',
    ]);
  });

  test('where the submission is wrong in an output that neither touches', () => {
    const also = keyMistake('also', { backward: gradients(20, 3) });
    const nine = keyMistake('nine', { backward: gradients(2, 9) });
    expect(tried({ backward: gradients(40, 9) }, [factor, also, nine])).toEqual([
      'also and nine',
      'factor and nine',
      'also and factor',
    ]);
  });

  test('where the submission is wrong in a probe that neither touches', () => {
    const seven = keyMistake('seven', { forward: forward(7), backward: gradients(9, 9) });
    const wrong = { forward: forward(7), backward: gradients(-14, -3) };
    expect(tried(wrong, [factor, sign, seven])).toEqual([
      'seven and sign',
      'factor and seven',
      'factor and sign',
    ]);
  });

  test('where it changes an input and the submission does not', () => {
    const [Z] = forward(6);
    if (Z?.outcome !== 'returned') throw new Error('it returned');
    const changing = keyMistake('changing', {
      forward: [{ ...Z, changed: ['X'] }],
      backward: gradients(8, 8),
    });
    const other = keyMistake('other', { forward: forward(6), backward: gradients(8, 8) });
    expect(tried(shown, [changing, other, sign])).toEqual([
      'other and sign',
      'changing and sign',
      'changing and other',
    ]);
  });
});

describe('a pair is not tried', () => {
  test('where one of the two does already what is shown', () => {
    expect(tried({ backward: gradients(14, 3) }, [factor, sign])).toEqual([]);
  });

  test('for a probe in which nothing failed', () => {
    expect(tried({ backward: gradients(-14, -3) }, [factor, sign], [])).toEqual([]);
  });
});

test('the order of the mistakes never matters', () => {
  const mistakes = [factor, sign, bias, shift];
  const shown = { backward: gradients(-14, 0) };
  expect(tried(shown, mistakes.toReversed())).toEqual(tried(shown, mistakes));
});
