import { type Static, Type } from '@sinclair/typebox';
import { closed, ExerciseSlugSchema, type Frozen, NameSchema, oneOf } from './identity.ts';

/** Numbers and names that belong to a claim, as a page shows them: what was tried, row by row. */
const ClaimTableSchema = closed({
  title: Type.String({ minLength: 1 }),
  columns: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  rows: Type.Array(Type.Array(Type.String(), { minItems: 1 })),
});
export type ClaimTable = Frozen<Static<typeof ClaimTableSchema>>;

/** One thing that must hold of an exercise, and whether it does. */
const ProvedSchema = closed({
  name: Type.String({ minLength: 1 }),
  /** What must hold, for somebody who does not know the course. */
  sentence: Type.String({ minLength: 1 }),
  holds: Type.Boolean(),
  /** What was tried, or what is the matter. */
  detail: Type.String(),
  tables: Type.Array(ClaimTableSchema),
});

/** What a mutant that loses no points changes, by the whole lines that it touches. */
const changed = { operator: Type.String(), from: Type.String(), to: Type.String() };

export const SHOWS = ['nowhere', 'in bits', 'with other seeds'] as const;
/**
 * `nowhere`: a mutant answers every probe as the solution does, to the last bit. `in bits`: it
 * answers otherwise and loses no points. `with other seeds`: there it loses points.
 */
export type Shows = (typeof SHOWS)[number];

const MutationSchema = closed({
  /** How many there are that compile and were tried: killed, equivalent and survivors. */
  mutants: Type.Integer({ minimum: 0 }),
  killed: Type.Integer({ minimum: 0 }),
  operators: Type.Array(
    closed({
      operator: Type.String(),
      mutants: Type.Integer({ minimum: 1 }),
      killed: Type.Integer({ minimum: 0 }),
    }),
  ),
  survivors: Type.Array(
    closed({
      ...changed,
      line: Type.Integer({ minimum: 1 }),
      column: Type.Integer({ minimum: 1 }),
      shows: oneOf(SHOWS),
    }),
  ),
  /** Those that rightly lose no points, with the reason. */
  equivalents: Type.Array(closed({ ...changed, reason: Type.String({ minLength: 1 }) })),
});
/** What came of the mutants of one exercise. */
export type Mutation = Frozen<Static<typeof MutationSchema>>;

const CheckWorthSchema = closed({
  id: NameSchema,
  title: Type.String(),
  points: Type.Number(),
  /** How many mutants would lose no points without it; `null` where not all were tried. */
  alone: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  /** Why it is kept where there are none. */
  keptBecause: Type.Union([Type.String(), Type.Null()]),
});
/** What a check is good for. */
export type CheckWorth = Frozen<Static<typeof CheckWorthSchema>>;

const VerifiedExerciseSchema = closed({
  slug: ExerciseSlugSchema,
  title: Type.String(),
  claims: Type.Array(ProvedSchema),
  /** Other right ways, by their styles. */
  alternatives: Type.Array(Type.String()),
  mistakes: Type.Array(closed({ id: NameSchema, title: Type.String() })),
  mutation: Type.Union([MutationSchema, Type.Null()]),
  checks: Type.Array(CheckWorthSchema),
});
export type VerifiedExercise = Frozen<Static<typeof VerifiedExerciseSchema>>;

/** `chainrule verify --json`: what was tried of a course, and what holds of it. */
export const VerificationSchema = closed({
  schema: Type.Literal('chainrule/verification'),
  version: Type.Literal(1),
  grader: Type.String(),
  course: Type.String(),
  /** On how many seeds right programs were tried. */
  seeds: Type.Integer({ minimum: 1 }),
  /** What a quick run did not try, in sentences; nothing where everything was tried. */
  leftOut: Type.Array(Type.String({ minLength: 1 })),
  holds: Type.Boolean(),
  exercises: Type.Array(VerifiedExerciseSchema),
});
export type Verification = Frozen<Static<typeof VerificationSchema>>;
