import { describe, expect, test } from 'vitest';
import type { Observation } from '../contract/evidence.ts';
import {
  courseExercise,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from '../testing/documents.ts';
import { number, record } from '../testing/values.ts';
import { proveToldApart, twinsIn } from './told-apart.ts';

const showing = (Z: number): Observation => returned(record({ Z: number(Z) }));
const stopped = { outcome: 'timed-out' } as const;

const probe = { watched: false, functions: [], cases: [keyCase({ Z: number(1) })] };

/** Whether two mistakes can be told apart that depart as told. */
function isTold(
  one: Readonly<Record<string, readonly Observation[]>>,
  other: Readonly<Record<string, readonly Observation[]>>,
): boolean {
  const mistakes = [keyMistake('one', one), keyMistake('other', other)];
  const probes = { forward: probe, backward: probe };
  return twinsIn(keyExercise({ probes, mistakes }), '1').length === 0;
}

describe('two mistakes are told apart', () => {
  test('by another number', () => {
    expect(isTold({ forward: [showing(2)] }, { forward: [showing(3)] })).toBe(true);
  });

  test('by a number that differs by more than naming looks', () => {
    expect(isTold({ forward: [showing(2)] }, { forward: [showing(2 + 1e-8)] })).toBe(true);
  });

  test('by the probe in which they depart', () => {
    expect(isTold({ forward: [showing(2)] }, { backward: [showing(2)] })).toBe(true);
  });

  test('by one probe more in which one of them departs', () => {
    const both = { forward: [showing(2)], backward: [showing(2)] };
    expect(isTold({ forward: [showing(2)] }, both)).toBe(true);
  });

  test('by an input that only one of them changes', () => {
    const changing = returned(record({ Z: number(2) }), { changed: ['X'] });
    expect(isTold({ forward: [showing(2)] }, { forward: [changing] })).toBe(true);
  });

  test('by the way in which they are stopped', () => {
    expect(isTold({ forward: [stopped] }, { forward: [{ outcome: 'ended-early' }] })).toBe(true);
  });
});

describe('two mistakes show the same', () => {
  test('with equal numbers', () => {
    expect(isTold({ forward: [showing(2)] }, { forward: [showing(2)] })).toBe(false);
  });

  test('with numbers as near as naming looks', () => {
    expect(isTold({ forward: [showing(2)] }, { forward: [showing(2 + 1e-12)] })).toBe(false);
  });

  test('where both end in NaN', () => {
    const lost = { forward: [showing(Number.NaN)] };
    expect(isTold(lost, lost)).toBe(false);
  });

  test('where both are stopped', () => {
    expect(isTold({ forward: [stopped] }, { forward: [stopped] })).toBe(false);
  });

  test('where neither departs from the reference', () => {
    expect(isTold({}, {})).toBe(false);
  });

  test('where they differ in something that nobody asked for alone', () => {
    const more = returned(record({ Z: number(2), extra: number(1) }));
    expect(isTold({ forward: [showing(2)] }, { forward: [more] })).toBe(false);
  });
});

describe('that no two are alike', () => {
  const { slug } = courseExercise();

  test('holds where none are', () => {
    expect(proveToldApart([])).toMatchObject({ holds: true, detail: 'no two alike' });
  });

  test('is breached by a pair, which is told once with the first seed', () => {
    const ids = ['one', 'other'] as const;
    const twins = ['3', '4'].map((seed) => ({ slug, seed, ids }));
    expect(proveToldApart(twins)).toMatchObject({
      holds: false,
      detail: 'one and other show the same with seed 3',
    });
  });

  test('is breached by each of three pairs where three mistakes are alike', () => {
    const departs = { forward: [showing(2)] };
    const mistakes = ['a', 'b', 'c'].map((id) => keyMistake(id, departs));
    const twins = twinsIn(keyExercise({ mistakes }), '1');
    expect(twins.map(({ ids }) => ids.join())).toEqual(['a,b', 'a,c', 'b,c']);
  });
});
