import { type Static, Type } from '@sinclair/typebox';
import type { Course } from './course.ts';
import { closed, ExerciseSlugSchema, type Frozen, oneOf, ThousandthsSchema } from './identity.ts';
import type { Submission } from './submission.ts';

/** The names that a student may have elsewhere: the importer of each platform matches by its own. */
export const ID_KINDS = [
  'canvas-id',
  'sis-user-id',
  'sis-login-id',
  'moodle-participant',
  'org-defined-id',
  'username',
  'student-id',
  'github',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

export const StudentSchema = closed({
  /** By which results, grades and adjustments find each other: of the roster, else of the hand-in. */
  id: Type.String({ minLength: 1 }),
  name: Type.Union([Type.String(), Type.Null()]),
  email: Type.Union([Type.String(), Type.Null()]),
  section: Type.Union([Type.String(), Type.Null()]),
  ids: Type.Partial(
    closed({
      'canvas-id': Type.String(),
      'sis-user-id': Type.String(),
      'sis-login-id': Type.String(),
      'moodle-participant': Type.String(),
      'org-defined-id': Type.String(),
      username: Type.String(),
      'student-id': Type.String(),
      github: Type.String(),
    }),
  ),
});
/** One student, as a roster or the name of a folder tells. */
export type Student = Frozen<Static<typeof StudentSchema>>;

/** Something that a student handed in; it is read when its turn comes, so that a class never lies in memory. */
export interface HandIn {
  /** Its own in the class: the student's id, and which of several it is. */
  readonly id: string;
  readonly student: Student;
  /** When it was handed in (ISO 8601, UTC), where the platform says so. */
  readonly at: string | null;
  /** Whether the platform marked it as late. */
  readonly late: boolean;
  /** @throws Refusal where nothing in it can be graded; the others are graded all the same */
  read(course: Course): Promise<Submission>;
}

/** What was found of a class. */
export interface HandedIn {
  /** In the order of their ids. */
  readonly handIns: readonly HandIn[];
  /** On the roster, without a hand-in. */
  readonly absent: readonly Student[];
  /** Handed in, and not on the roster; they are graded like the others. */
  readonly unknown: readonly Student[];
  /** What could not be read at all: what, and what to do. Never a reason to leave the others. */
  readonly problems: readonly { readonly what: string; readonly remedy: string }[];
}

/** What may lie between what was graded and the mark, in the order in which it is done. */
export const STEP_KINDS = [
  'hand-in',
  'override',
  'drop',
  'cap',
  'extension',
  'late',
  'excused',
] as const;

export const GradeSchema = closed({
  student: StudentSchema,
  /** `needs-review`: something of it could not be judged, and a person has to. */
  status: oneOf(['graded', 'missing', 'needs-review', 'excused']),
  /** When it was handed in (ISO 8601, UTC), where that is known. */
  at: Type.Union([Type.String(), Type.Null()]),
  late: Type.Boolean(),
  /** As graded, before any policy. */
  raw: ThousandthsSchema,
  earned: ThousandthsSchema,
  possible: ThousandthsSchema,
  /** In the order of the course, with the points that an instructor set in the place of those that were graded. */
  exercises: Type.Array(
    closed({
      slug: ExerciseSlugSchema,
      title: Type.String(),
      earned: ThousandthsSchema,
      possible: ThousandthsSchema,
    }),
  ),
  /** Every step from `raw` to `earned`, in order, with who and why. */
  steps: Type.Array(
    closed({
      kind: oneOf(STEP_KINDS),
      /** In words: "not counted: 02-loss". */
      what: Type.String(),
      /** Whose points it sets; `null` where it is about the whole. */
      exercise: Type.Union([ExerciseSlugSchema, Type.Null()]),
      /** `null` where the rules of the class did it. */
      by: Type.Union([Type.String(), Type.Null()]),
      why: Type.String(),
      before: ThousandthsSchema,
      after: ThousandthsSchema,
    }),
  ),
  /** Instructors' words to the student, in the order in which they were written down. */
  comments: Type.Array(
    closed({
      /** `null` where they are about the whole. */
      exercise: Type.Union([ExerciseSlugSchema, Type.Null()]),
      words: Type.String(),
      by: Type.String(),
      why: Type.String(),
    }),
  ),
});
/** The mark of one student: what a gradebook has one row of. */
export type Grade = Frozen<Static<typeof GradeSchema>>;
