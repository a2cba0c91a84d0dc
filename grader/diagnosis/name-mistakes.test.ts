import fc from 'fast-check';
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
import { matrix, number, numbers, record, text } from '../testing/values.ts';
import { nameMistakes } from './name-mistakes.ts';

/** One case that returned this number. */
const gives = (float: number): readonly Observation[] => [returned(record({ Z: number(float) }))];

/** Ids of the mistakes that are named, by probe. */
function named(
  shown: Readonly<Record<string, readonly Observation[]>>,
  mistakes: readonly KeyMistake[],
  failing: readonly string[] = Object.keys(shown),
): Readonly<Record<string, string>> {
  const probes = Object.fromEntries(
    Object.keys(shown).map((name) => [
      name,
      { watched: false, functions: [], cases: [keyCase({ Z: number(0) })] },
    ]),
  );
  const found = nameMistakes(
    exerciseEvidence({ probes: shown }),
    keyExercise({ probes, mistakes }),
    new Set(failing),
  );
  return Object.fromEntries([...found].map(([probe, { ids }]) => [probe, ids.join(' and ')]));
}

describe('a mistake is named', () => {
  test('for a probe that does what the mistake does', () => {
    expect(named({ forward: gives(7) }, [keyMistake('factor', { forward: gives(7) })])).toEqual({
      forward: 'factor',
    });
  });

  test('however much more the submission returns than was asked for', () => {
    const shown = [returned(record({ Z: number(7), helper: number(1) }))];
    expect(named({ forward: shown }, [keyMistake('factor', { forward: gives(7) })])).toEqual({
      forward: 'factor',
    });
  });

  test('whether a row comes as a list or as a matrix', () => {
    const shown = [returned(record({ Z: numbers(7, 8) }))];
    const row = [returned(record({ Z: matrix([7, 8]) }))];
    expect(named({ forward: shown }, [keyMistake('factor', { forward: row })])).toEqual({
      forward: 'factor',
    });
  });

  test('for every failing probe that it explains', () => {
    const factor = keyMistake('factor', { forward: gives(7), backward: gives(8) });
    expect(named({ forward: gives(7), backward: gives(8) }, [factor])).toEqual({
      forward: 'factor',
      backward: 'factor',
    });
  });

  test('beside another one in another probe', () => {
    const mistakes = [
      keyMistake('factor', { forward: gives(7) }),
      keyMistake('sign', { backward: gives(-1) }),
    ];
    expect(named({ forward: gives(7), backward: gives(-1) }, mistakes)).toEqual({
      forward: 'factor',
      backward: 'sign',
    });
  });
});

describe('a mistake is known', () => {
  const thrown: Observation = { outcome: 'threw', name: 'TypeError', message: 'x' };
  const changing = returned(record({ Z: number(Number.NaN) }), { changed: ['X'], repeats: true });
  const partly = returned(record({ Z: numbers(Number.NaN, 1) }));
  const worded = returned(record({ Z: text('maybe') }));

  test.each([
    ['the error that it ends in', thrown],
    ['the input that it changes', changing],
    ['a single number among those that are NaN', partly],
    ['words', worded],
  ])('by %s', (_, observation) => {
    expect(
      named({ forward: [observation] }, [keyMistake('known', { forward: [observation] })]),
    ).toEqual({ forward: 'known' });
  });

  test('not by outputs that are nothing but NaN, which many a mistake ends in', () => {
    expect(
      named({ forward: gives(Number.NaN) }, [keyMistake('nan', { forward: gives(Number.NaN) })]),
    ).toEqual({});
  });
});

describe('no mistake is named', () => {
  const factor = keyMistake('factor', { forward: gives(7) });

  test('for a probe that does something else', () => {
    expect(named({ forward: gives(6) }, [factor])).toEqual({});
  });

  test('when one case is that of the mistake and another is not', () => {
    const both = keyMistake('factor', { forward: [...gives(7), ...gives(8)] });
    expect(named({ forward: [...gives(7), ...gives(0)] }, [both])).toEqual({});
  });

  test('for a probe in which nothing failed', () => {
    expect(named({ forward: gives(7) }, [factor], [])).toEqual({});
  });

  test('for a failing probe of which there is no evidence', () => {
    expect(named({}, [factor], ['forward'])).toEqual({});
  });

  test('where none is known', () => {
    expect(named({ forward: gives(7) }, [])).toEqual({});
  });
});

describe('a whole explanation goes before a part', () => {
  const whole = keyMistake('whole', { forward: gives(7) });
  // It would change `backward` too, which the submission does not show.
  const part = keyMistake('part', { forward: gives(7), backward: gives(9) });

  test('when the other is contradicted elsewhere', () => {
    expect(named({ forward: gives(7), backward: gives(0) }, [part, whole], ['forward'])).toEqual({
      forward: 'whole',
    });
  });

  test('and a part is better than nothing', () => {
    expect(named({ forward: gives(7), backward: gives(0) }, [part], ['forward'])).toEqual({
      forward: 'part',
    });
  });

  test('and of two whole ones the one that explains more is named', () => {
    const more = keyMistake('more', { forward: gives(7), backward: gives(9) });
    expect(named({ forward: gives(7), backward: gives(9) }, [whole, more]).forward).toBe('more');
  });
});

describe('two mistakes that explain equally much abstain', () => {
  test('when both explain all', () => {
    const mistakes = ['one', 'two'].map((id) => keyMistake(id, { forward: gives(7) }));
    expect(named({ forward: gives(7) }, mistakes)).toEqual({});
  });

  test('when both explain a part', () => {
    const mistakes = ['one', 'two'].map((id) =>
      keyMistake(id, { forward: gives(7), backward: gives(9) }),
    );
    expect(named({ forward: gives(7), backward: gives(0) }, mistakes, ['forward'])).toEqual({});
  });

  test('but only where they tie', () => {
    const mistakes = [
      keyMistake('one', { forward: gives(7) }),
      keyMistake('two', { forward: gives(7) }),
      keyMistake('three', { backward: gives(9) }),
    ];
    expect(named({ forward: gives(7), backward: gives(9) }, mistakes)).toEqual({
      backward: 'three',
    });
  });
});

describe('a failure on held-out data', () => {
  const probes = {
    forward: { watched: false, functions: [], cases: [keyCase({ Z: number(0) })] },
    training: { watched: false, functions: [], cases: [keyCase({}, { truth: numbers(0, 1) })] },
  };
  const evidence = exerciseEvidence({ probes: { forward: gives(7), training: gives(0) } });
  const namedForTraining = (...mistakes: readonly KeyMistake[]) =>
    nameMistakes(evidence, keyExercise({ probes, mistakes }), new Set(['training'])).get('training')
      ?.ids[0];

  test('follows from the mistake that explains all the rest', () => {
    expect(namedForTraining(keyMistake('factor', { forward: gives(7) }))).toBe('factor');
  });

  test.each<[string, readonly KeyMistake[]]>([
    ['nothing else is wrong', [keyMistake('factor', { forward: gives(6) })]],
    ['a mistake changes nothing at all', [keyMistake('idle', {})]],
    ['a mistake explains a part', [keyMistake('part', { forward: gives(7), update: gives(1) })]],
    ['two mistakes tie', ['one', 'two'].map((id) => keyMistake(id, { forward: gives(7) }))],
  ])('is not explained when %s', (_, mistakes) => {
    expect(namedForTraining(...mistakes)).toBeUndefined();
  });
});

test('the order of mistakes never matters', () => {
  const probeNames = ['forward', 'backward', 'update'];
  const outcome = fc.integer({ min: 0, max: 2 }).map(gives);
  const outcomes = fc.dictionary(fc.constantFrom(...probeNames), outcome, {
    noNullPrototype: true,
  });
  const drawn = fc
    .array(outcomes, { maxLength: 5 })
    .map((all) => all.map((departs, at) => keyMistake(`m${at}`, departs)))
    .chain((mistakes) =>
      fc.record({
        shown: outcomes,
        mistakes: fc.constant(mistakes),
        shuffled: fc.shuffledSubarray(mistakes, { minLength: mistakes.length }),
      }),
    );
  fc.assert(
    fc.property(drawn, ({ shown, mistakes, shuffled }) => {
      expect(named(shown, shuffled, probeNames)).toEqual(named(shown, mistakes, probeNames));
    }),
  );
});
