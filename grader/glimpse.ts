import type { CourseExercise } from './contract/course.ts';
import type { ExerciseEvidence } from './contract/evidence.ts';
import type { Check } from './contract/exercise.ts';
import { GRADER_VERSION } from './contract/identity.ts';
import type { KeyExercise } from './contract/key.ts';
import type { Kinds } from './contract/kinds.ts';
import type { ExerciseResult } from './contract/result.ts';
import { judge } from './judge.ts';

/**
 * An exercise as far as it is certain before all of it was run: its first checks, up
 * to the one that still lacks its probe. What the text of the file decides is left
 * out, and no mistake is named, because only all that a program does can tell.
 *
 * Of an exercise that stands on the student's own earlier ones it holds where those
 * are right: else a check that fails here may turn out to wait.
 */
export function glimpse(
  exercise: CourseExercise,
  evidence: ExerciseEvidence,
  key: KeyExercise,
  kinds: Kinds,
): ExerciseResult {
  const { manifest, slug } = exercise;
  const open = manifest.checks.findIndex((check) => !isDecided(check, evidence));
  const certain = manifest.checks
    .slice(0, open < 0 ? undefined : open)
    .filter((check) => !isOfTheSource(check, kinds));
  const only = { ...exercise, manifest: { ...manifest, checks: certain } };
  const { exercises } = judge(
    { ...NOBODY, seed: '1', exercises: [evidence] },
    {
      course: { id: NOBODY.course, exercises: [only] },
      keys: new Map([[slug, { ...key, mistakes: [] }]]),
      kinds,
      shown: new Set([slug]),
      outcomesOnly: true,
      // A known mistake may turn out to explain it.
      unread: true,
    },
  );
  const [sofar] = exercises;
  if (sofar === undefined) throw new Error(`nothing was judged of ${slug}`);
  return sofar;
}

/** What a result says around its exercises; nobody reads it here. */
const NOBODY = {
  schema: 'chainrule/evidence',
  version: 1,
  grader: GRADER_VERSION,
  course: '',
  secret: false,
  isolation: 'process',
  node: '',
  submission: '',
} as const;

function isDecided({ probe }: Check, { module, probes }: ExerciseEvidence): boolean {
  return module.state !== 'loaded' || probe === undefined || probes[probe] !== undefined;
}

function isOfTheSource(check: Check, { checks }: Kinds): boolean {
  return checks.get(check.kind)?.tried(check.with ?? {}).against === 'the source';
}
