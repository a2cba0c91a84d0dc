import { describe, expect, test } from 'vitest';
import { EvidenceSchema, type Observation } from '../contract/evidence.ts';
import type { KeyMistake } from '../contract/key.ts';
import { firstProblem } from '../contract/validator.ts';
import {
  check,
  courseExercise,
  keyCase,
  keyExercise,
  keyMistake,
  returned,
} from '../testing/documents.ts';
import { always, KINDS } from '../testing/judging.ts';
import { number, record } from '../testing/values.ts';
import { evidenceOfMistake } from './as-if-run.ts';
import { findInKey, type KeyFindings } from './key-findings.ts';
import { proveMistakes } from './mistakes.ts';

const showing = (Z: number): Observation => returned(record({ Z: number(Z) }));
const probe = { watched: false, functions: [], cases: [keyCase({ Z: number(1) })] };
const probes = { forward: probe, backward: probe };

/** What the key of one seed says of these mistakes, where one check looks at the first of two probes. */
const foundOf = (
  mistakes: readonly KeyMistake[],
  { checks = [check()], kinds = KINDS, seed = '1' } = {},
): KeyFindings =>
  findInKey(
    {
      course: 'course',
      exercise: courseExercise({}, { checks }),
      kinds,
      key: keyExercise({ probes, mistakes }),
      seed,
    },
    new Map(),
  );

const breachOf = (mistake: KeyMistake, own: Parameters<typeof foundOf>[1] = {}) =>
  foundOf([mistake], own).mistakes.map(({ breach }) => breach);

describe('with one seed a mistake', () => {
  test('that loses points and is named is no breach', () => {
    expect(breachOf(keyMistake('slip', { forward: [showing(2)] }))).toEqual([null]);
  });

  test('that no check looks at gets full marks', () => {
    expect(breachOf(keyMistake('slip', { backward: [showing(2)] }))).toEqual(['full marks']);
  });

  test('that stays within the tolerance gets full marks', () => {
    expect(breachOf(keyMistake('slip', { forward: [showing(1 + 5e-9)] }))).toEqual(['full marks']);
  });

  test('that departs nowhere gets full marks', () => {
    expect(breachOf(keyMistake('slip', {}))).toEqual(['full marks']);
  });

  test.each<[string, Observation]>([
    ['ends in NaN', showing(Number.NaN)],
    ['does not end', { outcome: 'timed-out' }],
  ])('that %s is not named: so does much else', (_, observation) => {
    expect(breachOf(keyMistake('slip', { forward: [observation] }))).toEqual(['not named']);
  });

  test('that the course cannot judge is a breach', () => {
    const checks = [check({ kind: 'error' })];
    expect(breachOf(keyMistake('slip', { forward: [showing(2)] }), { checks })).toEqual([
      'agrees cannot be judged: too-many-kinks',
    ]);
  });

  test('loses nothing by what stands in the source, which a key does not hold', () => {
    const reading = { ...always({ status: 'fail', reason: 'forbidden-name', got: {} }) };
    const source = { ...reading, tried: () => ({ against: 'the source' as const }) };
    const kinds = { ...KINDS, checks: new Map([['source', source]]) };
    expect(
      breachOf(keyMistake('slip', { forward: [showing(2)] }), {
        checks: [check({ kind: 'source' })],
        kinds,
      }),
    ).toEqual(['full marks']);
  });

  test('that does in one probe what another does in two is still told from it', () => {
    const found = foundOf([
      keyMistake('less', { forward: [showing(2)] }),
      keyMistake('more', { forward: [showing(2)], backward: [showing(3)] }),
    ]);
    expect(found.mistakes.map(({ breach }) => breach)).toEqual([null, null]);
  });

  test('that ends in NaN in one probe is named for what it does in another', () => {
    const checks = [check(), check({ id: 'later', probe: 'backward' })];
    const found = foundOf(
      [
        keyMistake('lost', { forward: [showing(Number.NaN)], backward: [showing(3)] }),
        keyMistake('plain', { forward: [showing(2)] }),
      ],
      { checks },
    );
    expect(found.mistakes.map(({ breach }) => breach)).toEqual([null, null]);
  });
});

describe('with many seeds', () => {
  /** Two mistakes that do the same with the third seed and something else with the others. */
  const found = ['1', '2', '3', '4'].map((seed) =>
    foundOf(
      [
        keyMistake('one', { forward: [showing(2)] }),
        keyMistake('other', { forward: [showing(seed === '3' ? 2 : 5)] }),
      ],
      { seed },
    ),
  );

  test('a mistake that is not named with the third alone is told with that', () => {
    const trials = found.flatMap(({ mistakes }) => mistakes);
    expect(proveMistakes(trials)).toMatchObject({
      holds: false,
      detail: 'one, seed 3: not named; other, seed 3: not named',
    });
  });

  test('two mistakes that are alike with the third alone are told with that', () => {
    expect(found.flatMap(({ twins }) => twins.map(({ seed }) => seed))).toEqual(['3']);
  });

  test('a mistake that is always named is counted once', () => {
    const trials = found.flatMap(({ mistakes }) => mistakes.filter(({ seed }) => seed !== '3'));
    expect(proveMistakes(trials)).toMatchObject({ holds: true, detail: '2 named' });
  });

  test('errors are measured with each', () => {
    const measured = found.flatMap((each) => each.measured);
    expect(measured.map(({ mistakes }) => mistakes.map(({ fails }) => fails))).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, true],
    ]);
  });
});

test('the evidence of a mistake is one that the contract accepts', () => {
  const mistake = keyMistake('slip', { forward: [showing(2)] });
  const keyed = { course: 'course', exercise: courseExercise(), key: keyExercise(), seed: '1' };
  expect(firstProblem(EvidenceSchema, evidenceOfMistake(keyed, mistake))).toBeNull();
});

test('what is found in a key is the same after it went through a file', () => {
  const found = foundOf([keyMistake('slip', { forward: [showing(2)] })]);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});
