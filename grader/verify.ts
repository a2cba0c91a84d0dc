import type { Result } from './contract/result.ts';
import { KeyMaker } from './make-key.ts';
import {
  attemptsOf,
  proveAlternatives,
  type Trial,
  tryAlternatives,
} from './verify/alternatives.ts';
import { attainmentsOf } from './verify/attainments.ts';
import { fixtureFindingsOf, proveFixtures } from './verify/fixtures.ts';
import { proveMistakes } from './verify/mistakes.ts';
import type { Proof, Verification } from './verify/proof.ts';
import { gradeSolutions, proveFullMarks, proveSameBytes } from './verify/solutions.ts';
import { proveNoDrift, proveStubs } from './verify/stubs.ts';
import { proveThresholds, thresholdsOf } from './verify/thresholds.ts';

/**
 * Proves the course itself: every solution and every other right way to write it earns
 * full marks on every seed, every untouched stub earns nothing, every mistake loses
 * points and is named, two runs give the same bytes, no threshold hangs on the seed, the
 * inputs let nothing wrong look right, and the stubs are those that the solutions make.
 */
export async function verify(verification: Verification): Promise<readonly Proof[]> {
  const right = await proveRight(verification);
  const first = new KeyMaker(verification.course, '1');
  try {
    return [
      ...right,
      ...(await proveStubs(verification, first)),
      ...(await proveMistakes(verification, first)),
      ...(await proveNumbers(verification)),
      ...proveNoDrift(verification),
    ];
  } finally {
    first.close();
  }
}

/** Seeds that distributions are taken over, those that every mistake is trained on, and those of inputs. */
const SEEDS = { thresholds: 100, screening: 10, fixtures: 20 };

/** What the thresholds and the inputs of each exercise are worth. */
async function proveNumbers(verification: Verification): Promise<readonly Proof[]> {
  const { course, exercises, kinds, progress } = verification;
  const proofs: Proof[] = [];
  for (const exercise of exercises) {
    const seeds = Array.from({ length: SEEDS.thresholds }, (_, at) => String(at + 1));
    const arena = { course, exercise, kinds, seeds, screening: SEEDS.screening };
    proofs.push(proveThresholds(exercise, thresholdsOf(await attainmentsOf(arena))));
    const some = seeds.slice(0, SEEDS.fixtures);
    proofs.push(proveFixtures(exercise, await fixtureFindingsOf(course, exercise, kinds, some)));
    progress(`thresholds and fixtures of ${exercise.slug}`);
  }
  return proofs;
}

/** What is right is tried on every seed; making the key of one costs as much as grading by it. */
async function proveRight(verification: Verification): Promise<readonly Proof[]> {
  const { course, exercises, seeds, analyst, progress } = verification;
  const results: Result[] = [];
  const trials: Trial[] = [];
  const attempts = attemptsOf(verification);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const keys = new KeyMaker(course, String(seed));
    try {
      results.push(await gradeSolutions(verification, keys));
      progress(`solutions, seed ${seed} of ${seeds}`);
      trials.push(...(await tryAlternatives(verification, attempts, keys)));
      if (attempts.length > 0) progress(`alternatives, seed ${seed} of ${seeds}`);
    } finally {
      keys.close();
    }
  }
  // Key and process are new in every run; the analyst would remember what it has read.
  await analyst.close();
  const keys = new KeyMaker(course, '1');
  const again = await gradeSolutions(verification, keys).finally(() => keys.close());
  return exercises.flatMap((exercise) => [
    proveFullMarks(exercise, results),
    proveAlternatives(exercise, trials),
    proveSameBytes(exercise.slug, results[0], again),
  ]);
}
