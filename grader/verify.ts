import type { ExerciseResult, Result } from './contract/result.ts';
import { KeyMaker, type KeySource } from './make-key.ts';
import {
  attemptsOf,
  proveAlternatives,
  type Trial,
  tryAlternatives,
} from './verify/alternatives.ts';
import { findInKey, type KeyFindings } from './verify/key-findings.ts';
import { marginsOf, proveMargins } from './verify/margins.ts';
import { type MistakeTrial, proveMistakes, runMistakes } from './verify/mistakes.ts';
import type { Proof, Verification } from './verify/proof.ts';
import { gradeSolutions, proveFullMarks, proveSameBytes } from './verify/solutions.ts';
import { proveNoDrift, proveStubs } from './verify/stubs.ts';
import { exerciseIn } from './verify/submission.ts';
import { proveToldApart } from './verify/told-apart.ts';

/**
 * Proves the course itself: every solution and every other right way to write it earns
 * full marks on every seed, every untouched stub earns nothing, every mistake loses
 * points and is named on every seed, no two mistakes show the same, every tolerance
 * keeps its distance from what is right and from what is wrong, two runs give the same
 * bytes, and the stubs are those that the solutions make.
 */
export async function verify(verification: Verification): Promise<readonly Proof[]> {
  const { exercises, course } = verification;
  const { proofs, found } = await proveRight(verification);
  const first = new KeyMaker(course, '1');
  try {
    const stubs = await proveStubs(verification, first);
    const run: MistakeTrial[] = [];
    for (const exercise of exercises) {
      run.push(...(await runMistakes(verification, exercise, first)));
    }
    const mistakes = [...run, ...found.flatMap((each) => each.mistakes)];
    const twins = found.flatMap((each) => each.twins);
    const margins = marginsOf(found.flatMap(({ measured }) => measured));
    return [
      ...proofs,
      ...stubs,
      ...exercises.map((exercise) => proveMistakes(exercise, mistakes)),
      ...exercises.map((exercise) => proveToldApart(exercise, twins)),
      ...exercises.map((exercise) => proveMargins(exercise, margins)),
      ...proveNoDrift(verification),
    ];
  } finally {
    first.close();
  }
}

/** What is right is tried on every seed; making the key of one costs as much as grading by it. */
async function proveRight(
  verification: Verification,
): Promise<{ readonly proofs: readonly Proof[]; readonly found: readonly KeyFindings[] }> {
  const { course, exercises, seeds, analyst, progress } = verification;
  const results: Result[] = [];
  const trials: Trial[] = [];
  const found: KeyFindings[] = [];
  const attempts = attemptsOf(verification);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const keys = new KeyMaker(course, String(seed));
    try {
      const result = await gradeSolutions(verification, keys);
      results.push(result);
      progress(`solutions, seed ${seed} of ${seeds}`);
      const tried = await tryAlternatives(verification, attempts, keys);
      trials.push(...tried);
      if (attempts.length > 0) progress(`alternatives, seed ${seed} of ${seeds}`);
      found.push(...(await findInKeys(verification, keys, result, tried)));
      progress(`mistakes, seed ${seed} of ${seeds}`);
    } finally {
      keys.close();
    }
  }
  // Key and process are new in every run; the analyst would remember what it has read.
  await analyst.close();
  const keys = new KeyMaker(course, '1');
  const again = await gradeSolutions(verification, keys).finally(() => keys.close());
  const proofs = exercises.flatMap((exercise) => [
    proveFullMarks(exercise, results),
    proveAlternatives(exercise, trials),
    proveSameBytes(exercise.slug, results[0], again),
  ]);
  return { proofs, found };
}

/** What the keys of one seed say of mistakes, beside what became of the right programs with it. */
async function findInKeys(
  { course, exercises, kinds }: Verification,
  keys: KeySource,
  solutions: Result,
  trials: readonly Trial[],
): Promise<readonly KeyFindings[]> {
  const found: KeyFindings[] = [];
  for (const exercise of exercises) {
    if (exercise.solution === null) continue;
    const { slug } = exercise;
    const right = new Map<string, ExerciseResult>();
    const solution = exerciseIn(solutions, slug);
    if (solution !== undefined) right.set('the solution', solution);
    for (const { name, result } of trials) {
      if (result?.slug === slug) right.set(name, result);
    }
    const key = await keys.withMistakes(slug);
    found.push(findInKey({ course: course.id, exercise, kinds, key, seed: keys.seed }, right));
  }
  return found;
}
