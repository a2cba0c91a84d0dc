import path from 'node:path';
import type { ExerciseSlug } from '../contract/identity.ts';
import type { KeyExercise } from '../contract/key.ts';
import { Refusal } from '../contract/refusal.ts';
import { readCourse } from '../intake/course.ts';
import { readEvidence, readKey } from '../intake/documents.ts';
import { judge } from '../judge.ts';
import { loadKinds } from '../load.ts';
import { announcer } from './announce.ts';
import { readSince } from './since.ts';

/**
 * `chainrule judge`: judges saved evidence again, by a key and the manifests as they are
 * now. Nothing runs, neither a student's program nor a solution.
 *
 * @returns exit code: 0 judged, 2 something could not be judged
 */
export async function judgeCommand(
  file: string,
  options: {
    readonly key: string;
    readonly course: string;
    readonly since?: string;
    readonly format: readonly string[];
    readonly out: string;
  },
): Promise<number> {
  const course = await readCourse(options.course);
  const [evidence, key] = [await readEvidence(file, course), await readKey(options.key, course)];
  if (key.seed !== evidence.seed) {
    throw new Refusal(
      'wrong-key',
      `${options.key} is a key of another seed than ${file} answers`,
      'Make the key of its seed with "chainrule key".',
    );
  }
  const since = options.since === undefined ? null : await readSince(options.since, course.id);
  const announce = await announcer({ ...options, folder: path.dirname(file), since });
  const keys = new Map<ExerciseSlug, KeyExercise>(key.exercises.map((each) => [each.slug, each]));
  const shown = new Set(evidence.exercises.map(({ slug }) => slug));
  const kinds = await loadKinds(course);
  // A key that is secret keeps what it was made of from students, whatever was graded with it.
  const kept = { ...evidence, secret: evidence.secret || key.secret };
  const result = judge(kept, { course, keys, kinds, shown });
  await announce({ ...result, timings: {} });
  return result.status === 'error' ? 2 : 0;
}
