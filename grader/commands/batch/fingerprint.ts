import { createHash } from 'node:crypto';
import type { Grade } from '../../contract/class.ts';
import type { Course } from '../../contract/course.ts';
import type { Isolation } from '../../contract/evidence.ts';
import { GRADER_VERSION } from '../../contract/identity.ts';
import type { Submission } from '../../contract/submission.ts';

/** What everybody of a class is graded with, as far as it decides what is written of them. */
export interface Conditions {
  readonly course: Course;
  readonly seed: string;
  readonly secret: boolean;
  /** Text of a key that was given, where it is not made from the solutions. */
  readonly keyText: string | null;
  readonly isolation: Isolation;
}

/** A fingerprint of the conditions: the same for the same course, key, grader, Node and isolation. */
export function fingerprintOf({ course, ...rest }: Conditions): string {
  return digest([GRADER_VERSION, process.version, rest, course]);
}

/** A fingerprint of what was handed in: the same for the same files of the same name. */
export function submissionFingerprint({ id, files }: Submission): string {
  return digest([id, [...files]]);
}

/** A fingerprint of all that a submission was asked: evidence says nothing of other questions. */
export function questionsFingerprint({ course, seed }: Conditions): string {
  return digest([seed, course.exercises.map(({ slug, probes }) => [slug, probes])]);
}

/** A fingerprint of what is told of a mark: the same for the same mark, steps and comments. */
export function gradeFingerprint({ student: _, ...told }: Grade): string {
  return digest(told);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
