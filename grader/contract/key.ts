import { type Static, Type } from '@sinclair/typebox';
import { ObservationSchema } from './evidence.ts';
import {
  closed,
  ExerciseSlugSchema,
  type Frozen,
  NameSchema,
  recordOf,
  SeedSchema,
} from './identity.ts';
import { ValueSchema } from './value-schema.ts';

/**
 * Centred differences of the reference's loss, entry by entry, with the step
 * h = 1e-5 * max(1, |theta|) (`coarse`) and with h / 10 (`fine`).
 */
export const SlopesSchema = recordOf(closed({ coarse: ValueSchema, fine: ValueSchema }));

/** One seeded input with all that is known about it. */
export const KeyCaseSchema = closed({
  input: ValueSchema,
  /** What only the judge may know: it never enters the process of a student. */
  truth: Type.Union([ValueSchema, Type.Null()]),
  reference: ObservationSchema,
  slopes: Type.Union([SlopesSchema, Type.Null()]),
});
export type KeyCase = Frozen<Static<typeof KeyCaseSchema>>;

/**
 * Whether a case is judged on data that it was not trained on, which takes a whole training:
 * mistakes are not run on it. What theory says in single numbers is no such data.
 */
export function isHeldOut({ truth }: Pick<KeyCase, 'truth'>): boolean {
  if (truth === null) return false;
  if (truth.kind !== 'record') return true;
  const parts = Object.values(truth.fields);
  return parts.length === 0 || parts.some(({ kind }) => kind !== 'number');
}

/** A mistake's observations for the probes in which it departs from the reference. */
export const KeyMistakeSchema = closed({
  id: NameSchema,
  title: Type.String(),
  hint: Type.String(),
  departs: recordOf(Type.Array(ObservationSchema)),
});
export type KeyMistake = Frozen<Static<typeof KeyMistakeSchema>>;

export const KeyExerciseSchema = closed({
  slug: ExerciseSlugSchema,
  digest: Type.String(),
  /** Names that the reference exports: what a student's module is missing is told by them. */
  exports: Type.Array(Type.String()),
  probes: recordOf(
    closed({
      watched: Type.Boolean(),
      /** Exported functions that `run` reaches for, in the order in which it does. */
      functions: Type.Array(Type.String()),
      cases: Type.Array(KeyCaseSchema, { minItems: 1 }),
    }),
  ),
  mistakes: Type.Array(KeyMistakeSchema),
});
export type KeyExercise = Frozen<Static<typeof KeyExerciseSchema>>;
export type KeyProbe = KeyExercise['probes'][string];

/** The evidence of the solution and of every mistake, for one seed. Numbers and words, never code. */
export const KeySchema = closed(
  {
    schema: Type.Literal('chainrule/key'),
    version: Type.Literal(1),
    grader: Type.String(),
    course: Type.String(),
    seed: SeedSchema,
    /** Whether students may not see what is expected with this seed. */
    secret: Type.Boolean(),
    exercises: Type.Array(KeyExerciseSchema),
  },
  { $id: 'chainrule-key' },
);
export type Key = Frozen<Static<typeof KeySchema>>;
