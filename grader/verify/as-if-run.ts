import type { CourseExercise } from '../contract/course.ts';
import type { Evidence, Observation } from '../contract/evidence.ts';
import { probesFingerprint } from '../contract/fingerprint.ts';
import { GRADER_VERSION } from '../contract/identity.ts';
import type { KeyExercise, KeyMistake } from '../contract/key.ts';
import type { Kinds } from '../contract/kinds.ts';
import type { ExerciseResult } from '../contract/result.ts';
import { judge } from '../judge.ts';

/** An exercise whose key is known, and what it is judged with. */
export interface Keyed {
  readonly course: string;
  readonly exercise: CourseExercise;
  readonly kinds: Kinds;
  readonly key: KeyExercise;
  readonly seed: string;
}

/**
 * What a submission with one mistake in it shows, put together out of a key: that of the
 * mistake where it departs from the reference, and that of the reference everywhere else.
 */
export function evidenceOfMistake(
  { course, exercise, key, seed }: Omit<Keyed, 'kinds'>,
  { id, departs }: KeyMistake,
): Evidence {
  const probes = Object.entries(key.probes).map(([name, { cases }]) => {
    const due: readonly Observation[] = cases.map(({ reference }) => reference);
    return [name, departs[name] ?? due] as const;
  });
  return {
    schema: 'chainrule/evidence',
    version: 1,
    grader: GRADER_VERSION,
    course,
    seed,
    secret: false,
    isolation: 'process',
    node: process.version,
    submission: id,
    exercises: [
      {
        slug: exercise.slug,
        path: null,
        module: { state: 'loaded', exports: [...key.exports] },
        source: null,
        facts: null,
        asked: probesFingerprint(exercise.probes),
        linked: [],
        probes: Object.fromEntries(probes),
        printed: '',
      },
    ],
  };
}

/**
 * Judges each mistake of a key as the submission of a student is judged; nothing runs.
 * What stands in the source is left out: a key holds none, and it is the same with every seed.
 */
export function judgeMistakes(keyed: Keyed): ReadonlyMap<string, ExerciseResult> {
  const { exercise, kinds, key } = keyed;
  const checks = exercise.manifest.checks.filter(
    (check) => kinds.checks.get(check.kind)?.tried(check.with ?? {}).against !== 'the source',
  );
  const seeded = { ...exercise, manifest: { ...exercise.manifest, checks } };
  const judging = {
    course: { id: keyed.course, exercises: [seeded] },
    keys: new Map([[exercise.slug, key]]),
    kinds,
    shown: new Set([exercise.slug]),
    outcomesOnly: true,
    unread: true,
  };
  return new Map(
    key.mistakes.flatMap((mistake) =>
      judge(evidenceOfMistake(keyed, mistake), judging).exercises.map(
        (result) => [mistake.id, result] as const,
      ),
    ),
  );
}
