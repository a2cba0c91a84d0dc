import { describe, expect, test } from 'vitest';
import type { CheckResult, ExerciseResult } from '../contract/result.ts';
import type { Real } from '../contract/value.ts';
import {
  check,
  checkResult,
  courseExercise,
  exerciseResult,
  FIRST,
  got,
  SECOND,
} from '../testing/documents.ts';
import { type Judged, type Measured, marginsOf, measuredIn, proveMargins } from './margins.ts';

const exercise = courseExercise();

/** What a check measured of one program: a share of what is allowed, or `null` for no number. */
const off = (share: Real | null, status: CheckResult['status'] = 'pass'): ExerciseResult =>
  exerciseResult({ checks: [checkResult({ status, got: got({ margin: share }) })] });

const judged = (programs: Readonly<Record<string, ExerciseResult>>): Judged =>
  new Map(Object.entries(programs));

/** One seed, on which right programs are off by some shares and mistakes by others. */
function seedOf(
  right: Readonly<Record<string, Real>>,
  mistakes: Readonly<Record<string, Real | null>>,
  seed = '1',
): readonly Measured[] {
  const rights = Object.entries(right).map(([name, share]) => [name, off(share)] as const);
  const wrong = Object.entries(mistakes).map(
    ([id, share]) =>
      [id, off(share, share !== null && Number(share) <= 1 ? 'pass' : 'fail')] as const,
  );
  return measuredIn(exercise, seed, new Map(rights), new Map(wrong));
}

const [first] = [...marginsOf(seedOf({ solution: 0 }, {}))];

const proofOf = (...measured: readonly (readonly Measured[])[]) =>
  proveMargins(marginsOf(measured.flat()));

describe('the room around a tolerance is enough', () => {
  test('with a hundred times on both sides', () => {
    expect(proofOf(seedOf({ solution: 0.01 }, { slip: 100 }))).toMatchObject({
      holds: true,
      detail: '100 times on both sides',
    });
  });

  test('where right programs have no error at all and no mistake fails', () => {
    expect(proofOf(seedOf({ solution: 0 }, { slip: 0 })).holds).toBe(true);
  });

  test('where mistakes fail by no number', () => {
    expect(proofOf(seedOf({ solution: 0 }, { slip: null })).holds).toBe(true);
  });

  test('where a mistake is off by an infinity', () => {
    expect(proofOf(seedOf({ solution: 0 }, { slip: 'Infinity' })).holds).toBe(true);
  });

  test('where there are no tolerances', () => {
    expect(proofOf([])).toMatchObject({ holds: true, detail: 'no tolerances' });
  });

  test('though with another seed a mistake does nothing', () => {
    const proof = proofOf(seedOf({}, { slip: 1e6 }), seedOf({}, { slip: 1e-6 }, '2'));
    expect(proof.holds).toBe(true);
  });

  test('though a mistake of other checks hardly shows here, with any seed', () => {
    const proof = proofOf(seedOf({}, { other: 0.5, slip: 1e6 }), seedOf({}, { other: 0.4 }, '2'));
    expect(proof.holds).toBe(true);
  });
});

describe('the room around a tolerance is too narrow', () => {
  test('where a right program comes within fifty times', () => {
    expect(proofOf(seedOf({ solution: 0, twisted: 0.02 }, { slip: 1e6 }))).toMatchObject({
      holds: false,
      detail: 'agrees: twisted, which is right, is off by 0.02 times what is allowed with seed 1',
    });
  });

  test('where a mistake comes within fifty times', () => {
    expect(proofOf(seedOf({ solution: 0 }, { slip: 50, gross: 1e6 }))).toMatchObject({
      holds: false,
      detail: 'agrees: slip, a mistake, is off by 50 times what is allowed with seed 1',
    });
  });

  test('on both sides, which are both told', () => {
    const { detail } = proofOf(seedOf({ solution: 0.02 }, { slip: 50 }));
    expect(detail.split('; ')).toHaveLength(2);
  });

  test('with a later seed alone, which is told', () => {
    const { detail } = proofOf(
      seedOf({ solution: 0 }, { slip: 1e6 }),
      seedOf({ solution: 0.02 }, { slip: 50 }, '2'),
    );
    expect(detail.match(/seed \d/g)).toEqual(['seed 2', 'seed 2']);
  });

  test('where a mistake slips through with one seed that fails with another', () => {
    const { detail } = proofOf(seedOf({}, { slip: 1e6 }), seedOf({}, { slip: 0.5 }, '2'));
    expect(detail).toContain('slip, a mistake, is off by 0.5 times what is allowed with seed 2');
  });

  test('where a mistake slips through with one seed that ends in NaN with another', () => {
    const { detail } = proofOf(seedOf({}, { slip: null }), seedOf({}, { slip: 0.5 }, '2'));
    expect(detail).toContain('slip, a mistake, is off by 0.5 times what is allowed with seed 2');
  });

  test.each<Real>(['NaN', 'Infinity'])('where a right program is off by %s', (share) => {
    expect(proofOf(seedOf({ solution: share }, {})).holds).toBe(false);
  });
});

describe('the room around a bound on chance', () => {
  const bound = (right: Real, wrong: Real) =>
    proveMargins(
      marginsOf(
        seedOf({ solution: right }, { slip: wrong }).map((m) => ({ ...m, tolerance: null })),
      ),
    );

  test('is enough where a mistake lies half as far again beyond it', () => {
    expect(bound(0.6, 1.5).holds).toBe(true);
  });

  test('is too narrow where a mistake comes nearer', () => {
    expect(bound(0.6, 1.4)).toMatchObject({
      holds: false,
      detail: 'agrees: slip, a mistake, is off by 1.4 times what is allowed with seed 1',
    });
  });

  test('is none where a right program lies beyond it', () => {
    expect(bound(1.1, 5).detail).toContain('solution, which is right, is off by 1.1 times');
  });
});

describe('margins', () => {
  test('say of each check how far it lies from right and wrong, and whose errors these are', () => {
    const seeds = [
      seedOf({ solution: 1e-6, twisted: 1e-5 }, { slip: 1e7, gross: 1e9 }),
      seedOf({ solution: 2e-5, twisted: 0 }, { slip: 1e8, gross: 1e6 }, '2'),
    ];
    expect(marginsOf(seeds.flat())).toEqual([
      {
        slug: FIRST,
        check: 'agrees',
        output: 'Z',
        tolerance: { absolute: 1e-9, relative: 1e-7 },
        right: { program: 'solution', seed: '2', share: 2e-5 },
        weakest: { program: 'gross', seed: '2', share: 1e6 },
      },
    ]);
  });

  test('of two exercises with a check of one name are told apart', () => {
    const [measured] = seedOf({ solution: 0 }, {});
    if (measured === undefined) throw new Error('nothing was measured');
    const both = marginsOf([measured, { ...measured, slug: SECOND }]);
    expect(both.map(({ slug }) => slug)).toEqual([FIRST, SECOND]);
  });

  test('need not be', () => {
    expect(proveMargins([]).detail).toBe('no tolerances');
  });

  test('are the same after they went through a file', () => {
    const measured = seedOf({ solution: 0 }, { slip: 'Infinity', other: 'NaN' });
    expect(marginsOf(JSON.parse(JSON.stringify(measured)))).toEqual(marginsOf(measured));
  });

  test.each<Real>([1e-6, 'Infinity'])('are the same in whatever order the seeds come', (share) => {
    const seeds = ['2', '10', '1'].map((seed) => seedOf({ a: share }, { slip: 1e7 }, seed));
    expect(marginsOf(seeds.flat())).toMatchObject([
      { right: { seed: '1' }, weakest: { seed: '1' } },
    ]);
  });

  test('are null on a side where there is nothing to measure', () => {
    expect(first).toMatchObject({ right: { share: 0 }, weakest: null });
  });

  test('are those of checks with a bound on chance as well', () => {
    const { tried } = checkResult();
    const drawn = checkResult({ tried: { ...tried, tolerance: null, against: 'theory' } });
    const results = judged({ solution: exerciseResult({ checks: [drawn] }) });
    expect(measuredIn(exercise, '1', results, new Map())).toMatchObject([{ tolerance: null }]);
  });

  test('are those of no other checks', () => {
    const pair = courseExercise({}, { checks: [check(), check({ id: 'pure' })] });
    const { tried } = checkResult();
    const pure = checkResult({ id: 'pure', tried: { ...tried, tolerance: null } });
    const results = judged({ solution: exerciseResult({ checks: [checkResult(), pure] }) });
    expect(measuredIn(pair, '1', results, new Map()).map((each) => each.check)).toEqual(['agrees']);
  });
});
