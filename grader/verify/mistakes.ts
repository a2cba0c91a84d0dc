import { repairIn } from '../analysis/repair.ts';
import type { CourseExercise, Solution } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise } from '../contract/key.ts';
import type { Mistake } from '../contract/mistake.ts';
import type { ExerciseResult } from '../contract/result.ts';
import { grade } from '../grade.ts';
import type { KeySource } from '../make-key.ts';
import { applyMistake, readMistakes } from '../mistakes.ts';
import { Session } from '../sandbox/session.ts';
import { judgeMistakes } from './as-if-run.ts';
import type { Judged } from './margins.ts';
import type { Proof, Verification } from './proof.ts';
import { exerciseIn, gradingOf, submissionOf } from './submission.ts';

/** What came of a mistake with one seed. */
export interface MistakeTrial {
  readonly slug: ExerciseSlug;
  readonly id: string;
  readonly seed: string;
  /** Why a student who makes it would go unpunished or unhelped; `null` where it is nothing. */
  readonly breach: string | null;
}

/**
 * Grades every mistake of an exercise as if somebody had handed it in. It also has to fare
 * as the key says of it: what is judged out of keys rests on that.
 */
export async function runMistakes(
  verification: Verification,
  exercise: CourseExercise,
  keys: KeySource,
): Promise<readonly MistakeTrial[]> {
  const { slug, solution } = exercise;
  if (solution === null) return [];
  const { course, kinds } = verification;
  const session = new Session(128);
  const mistakes = await readMistakes(session, slug, solution).finally(() => session.close());
  const key = await keys.withMistakes(slug);
  const byKey = judgeMistakes({ course: course.id, exercise, kinds, key, seed: keys.seed });
  const trials: MistakeTrial[] = [];
  for (const mistake of mistakes) {
    const submission = submissionOf(course, mistake.id, (each) =>
      each === exercise
        ? applyMistake(slug, solution.source, mistake)
        : (each.solution?.source ?? ''),
    );
    const grading = { ...gradingOf(verification, keys), only: new Set([slug]) };
    const result = exerciseIn((await grade(grading, submission)).result, slug);
    const breaches = [
      breachOfWords(mistake, solution),
      otherThanByKey(result, byKey.get(mistake.id), key),
      breachIn(mistake.id, result),
    ];
    const breach = breaches.find((each) => each !== null) ?? null;
    trials.push({ slug, id: mistake.id, seed: keys.seed, breach });
  }
  verification.progress(`mistakes of ${slug}`);
  return trials;
}

/** What came of the mistakes of a key, which were judged without running any. */
export function trialsOf(
  slug: ExerciseSlug,
  seed: string,
  judged: Judged,
): readonly MistakeTrial[] {
  return [...judged].map(([id, result]) => ({ slug, id, seed, breach: breachIn(id, result) }));
}

function breachOfWords({ title, hint }: Mistake, { source }: Solution): string | null {
  const told = repairIn(`${title}\n${hint}`, source);
  return told === null ? null : `its words give the repair away: ${told}`;
}

/** A mistake loses points, is given its own name and that of no other. */
function breachIn(id: string, result: ExerciseResult | undefined): string | null {
  const wrong = result?.checks.find(({ status }) => status === 'error');
  if (wrong !== undefined) return `${wrong.id} cannot be judged: ${wrong.reason}`;
  if (result?.status !== 'fail' || !(result.points.earned < result.points.possible)) {
    return 'full marks';
  }
  const others = result.mistakes.flatMap((named) => (named.id === id ? [] : [named.id]));
  const isNamed = others.length < result.mistakes.length;
  if (others.length > 0) return `taken for ${others.join(' and ')}`;
  return isNamed ? null : 'not named';
}

/** Mistakes are not run on held-out data for a key: what they lose there is known by running alone. */
function otherThanByKey(
  run: ExerciseResult | undefined,
  byKey: ExerciseResult | undefined,
  { probes }: KeyExercise,
): string | null {
  const other = byKey?.checks.find(({ id, status, reason, tried }) => {
    const isHeldOut = probes[tried.probe ?? '']?.cases.some(({ truth }) => truth !== null);
    const counterpart = run?.checks.find((check) => check.id === id);
    return !isHeldOut && (counterpart?.status !== status || counterpart.reason !== reason);
  });
  return other === undefined
    ? null
    : `${other.id} is ${other.status} (${other.reason}) by the key alone, and otherwise when run`;
}

/** Every mistake loses points and is given its name with every seed, and its words never say what to write instead. */
export function proveMistakes({ slug }: CourseExercise, trials: readonly MistakeTrial[]): Proof {
  const own = trials.filter((trial) => trial.slug === slug);
  const ids = [...new Set(own.map(({ id }) => id))];
  const breaches = ids.flatMap((id) => {
    const first = own.find((trial) => trial.id === id && trial.breach !== null);
    return first === undefined ? [] : [`${id}, seed ${first.seed}: ${first.breach}`];
  });
  const holds = breaches.length === 0;
  const detail = holds ? `${ids.length} named` : breaches.join('; ');
  return { slug, claim: 'mistakes', holds, detail };
}
