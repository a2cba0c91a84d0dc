import type { Result } from './contract/result.ts';
import { KeyMaker } from './make-key.ts';
import {
  attemptsOf,
  proveAlternatives,
  type Trial,
  tryAlternatives,
} from './verify/alternatives.ts';
import { proveMistakes } from './verify/mistakes.ts';
import type { Proof, Verification } from './verify/proof.ts';
import { gradeSolutions, proveFullMarks, proveSameBytes } from './verify/solutions.ts';
import { proveNoDrift, proveStubs } from './verify/stubs.ts';

/**
 * Proves the course itself: every solution and every other right way to write it earns
 * full marks on every seed, every untouched stub earns nothing, every mistake loses
 * points and is named, two runs give the same bytes, and the stubs are those that the
 * solutions make.
 */
export async function verify(verification: Verification): Promise<readonly Proof[]> {
  const right = await proveRight(verification);
  const first = new KeyMaker(verification.course, '1');
  try {
    return [
      ...right,
      ...(await proveStubs(verification, first)),
      ...(await proveMistakes(verification, first)),
      ...proveNoDrift(verification),
    ];
  } finally {
    first.close();
  }
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
