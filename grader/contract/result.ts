import { type Static, Type } from '@sinclair/typebox';
import { IsolationSchema, ModuleStateSchema } from './evidence.ts';
import { LimitsSchema, ToleranceSchema } from './exercise.ts';
import { FactsSchema } from './facts.ts';
import {
  closed,
  ExerciseSlugSchema,
  type Frozen,
  oneOf,
  recordOf,
  SeedSchema,
  ThousandthsSchema,
} from './identity.ts';
import { PictureSchema } from './picture.ts';
import { MOST_SIGNATURES, SignatureSchema } from './signature.ts';
import { RealSchema } from './value-schema.ts';

export type { Factor, Quantity, Signature } from './signature.ts';

/** `fail` is the student's. `error` is ours and never costs points silently. */
export const STATUSES = ['pass', 'fail', 'error', 'skip'] as const;
export type Status = (typeof STATUSES)[number];

/** Why a check passed. */
export const PASS_REASONS = ['as-expected'] as const;

/** Why a check failed: everything here is something a student did or did not do yet. */
export const FAIL_REASONS = [
  'file-missing',
  'file-refused',
  'syntax-error',
  'forbidden-import',
  'threw-while-loading',
  'stopped-while-loading',
  'export-missing',
  'not-written',
  'threw',
  'timed-out',
  'out-of-memory',
  'too-much-output',
  'ended-early',
  'not-reached',
  'nothing-returned',
  'not-numbers',
  'wrong-shape',
  'not-finite',
  'values-differ',
  'words-differ',
  'gradient-differs',
  'below-threshold',
  'explains-too-little',
  'loss-does-not-fall',
  'does-not-fall',
  'input-changed',
  'not-repeatable',
  'rows-do-not-add-up',
  'rows-missing',
  'rows-repeated',
  'rows-new',
  'pairs-broken',
  'order-kept',
  'spread-differs',
  'outside-the-band',
  'not-a-data-set',
  'fits-a-line',
  'no-network-fits',
  'forbidden-name',
  'name-missing',
] as const;

/** Why we could not judge: an author or the grader has to act. */
export const ERROR_REASONS = ['reference-failed', 'too-many-kinks', 'no-such-probe'] as const;

/** Why a check was not judged. */
export const SKIP_REASONS = ['waits-for-exercise'] as const;

export const REASONS = [
  ...PASS_REASONS,
  ...FAIL_REASONS,
  ...ERROR_REASONS,
  ...SKIP_REASONS,
] as const;
export type Reason = (typeof REASONS)[number];
export type FailReason = (typeof FAIL_REASONS)[number];
export type ErrorReason = (typeof ERROR_REASONS)[number];

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Count = Type.Integer({ minimum: 0 });
const Shape = Type.Array(Count, { maxItems: 2 });

/** What was tried. */
export const TriedSchema = closed({
  probe: orNull(Type.String()),
  /** Functions of the student's that were called. */
  functions: Type.Array(Type.String()),
  cases: Count,
  /** The named output that was looked at. */
  output: orNull(Type.String()),
  /** What the output was held against. */
  against: oneOf([
    'reference',
    'differences',
    'held-out data',
    'held-out values',
    'theory',
    'a rule',
    'the source',
  ]),
  tolerance: orNull(ToleranceSchema),
  threshold: orNull(Type.Number()),
});
export type Tried = Frozen<Static<typeof TriedSchema>>;

/** Entries of one side of a compared output at most: a larger one is shown in part. */
export const MOST_COMPARED = 144;
const Entries = Type.Array(RealSchema, { maxItems: MOST_COMPARED });
const Index = Type.Array(Count, { maxItems: 2 });

/** An output beside what was expected, as far as a reader can take it in. */
export const ComparedSchema = closed({
  /** Of what is shown; a list is one row, a single number one entry. */
  rows: Count,
  columns: Count,
  /** Where what is shown begins in the whole output. */
  from: closed({ row: Count, column: Count }),
  /** Whether there is more of the output than is shown. */
  cut: Type.Boolean(),
  /** In row order. */
  yours: Entries,
  /** `null` where the reader may not see it. */
  expected: orNull(Entries),
  /** Whether each entry is outside of its tolerance. */
  wrong: Type.Array(Type.Boolean(), { maxItems: MOST_COMPARED }),
});
export type Compared = Frozen<Static<typeof ComparedSchema>>;

/** What came back, as far as it explains the outcome; fields that say nothing here are `null`. */
export const GotSchema = closed({
  /** The first case that departs, from 0. */
  case: orNull(Count),
  shape: orNull(closed({ yours: Shape, expected: Shape })),
  /** The entry that lies furthest outside its tolerance. */
  worst: orNull(
    closed({
      index: Index,
      yours: RealSchema,
      /** How far it is off and what is allowed; `null` where the reader may not know. */
      error: orNull(RealSchema),
      allowed: orNull(RealSchema),
    }),
  ),
  /** How many entries of that case are outside the tolerance, and the first of them in row order. */
  wrong: orNull(closed({ entries: Count, of: Count, first: Index })),
  /** The output that departs, entry by entry. */
  compared: orNull(ComparedSchema),
  /** Entries left out because the loss has a kink there. */
  skipped: orNull(closed({ entries: Count, of: Count })),
  /** Largest error as a share of what was allowed, over all cases: below 1 is inside. */
  margin: orNull(RealSchema),
  /** Accuracy, the share of variance explained, or another single number that was measured. */
  measured: orNull(RealSchema),
  /** Names that matter: inputs that changed, exports that lack, words that stand in the source. */
  names: Type.Array(Type.String()),
  /** A kind of value or a text that came back where another was due. */
  words: orNull(Type.String()),
  /** Words that were due instead. */
  due: orNull(Type.String()),
  thrown: orNull(closed({ name: Type.String(), message: Type.String() })),
  /** Where in the student's file; of what was thrown the line alone is known. */
  place: orNull(closed({ line: Count, column: orNull(Count) })),
});
export type Got = Frozen<Static<typeof GotSchema>>;

/** What that means. */
export const MeansSchema = closed({
  /** The known mistake whose outputs these are. */
  mistake: orNull(Type.String()),
  /** A second known mistake, where these are the outputs of both together. */
  and: Type.Optional(Type.String()),
  waitsFor: orNull(ExerciseSlugSchema),
  /** What the numbers look like where they are those of no known mistake; two fit equally well. */
  signatures: Type.Optional(
    Type.Array(SignatureSchema, { minItems: 1, maxItems: MOST_SIGNATURES }),
  ),
});

export const PointsSchema = closed({ earned: ThousandthsSchema, possible: ThousandthsSchema });
export type Points = Frozen<Static<typeof PointsSchema>>;

export const CheckResultSchema = closed({
  id: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  status: oneOf(STATUSES),
  reason: oneOf(REASONS),
  points: PointsSchema,
  tried: TriedSchema,
  got: orNull(GotSchema),
  means: MeansSchema,
});
export type CheckResult = Frozen<Static<typeof CheckResultSchema>>;

export const NamedMistakeSchema = closed({
  id: Type.String(),
  title: Type.String(),
  hint: Type.String(),
  /** Probes in which the submission does exactly what the mistake does. */
  shownBy: Type.Array(Type.String()),
});

export const ExerciseResultSchema = closed({
  slug: ExerciseSlugSchema,
  title: Type.String(),
  summary: Type.String(),
  /** The line of the course's checklist that the exercise is a part of. */
  deliverable: Type.Optional(Type.String()),
  file: Type.String(),
  path: orNull(Type.String()),
  /** Text of the student's file. */
  source: orNull(Type.String()),
  status: oneOf(STATUSES),
  points: PointsSchema,
  module: ModuleStateSchema,
  /** What each call was allowed to take. */
  limits: LimitsSchema,
  facts: orNull(FactsSchema),
  linked: Type.Array(ExerciseSlugSchema),
  printed: Type.String(),
  mistakes: Type.Array(NamedMistakeSchema),
  checks: Type.Array(CheckResultSchema),
  /** What the student's code does, to look at; they cost no points. */
  pictures: Type.Array(PictureSchema),
  /** Something to think about when everything is right; it costs no points. */
  question: orNull(closed({ line: Type.Integer({ minimum: 1 }), ask: Type.String() })),
});
export type ExerciseResult = Frozen<Static<typeof ExerciseResultSchema>>;

/**
 * Stages of grading one submission, in their order. `analyse` and `key` work beside
 * `compile` and `run`; `explain` is all that is done once it is known what failed.
 */
export const STAGES = [
  'collect',
  'analyse',
  'compile',
  'key',
  'run',
  'explain',
  'judge',
  'render',
  'write',
] as const;
export type Stage = (typeof STAGES)[number];

/** What the time from the first to the last stage is called among the times of stages. */
export const WHOLE = 'whole';

/** Milliseconds that each stage took by itself, and the whole: the only part of a result that differs from run to run. */
export const TimingsSchema = recordOf(Type.Number({ minimum: 0 }));

/** One graded submission: the only thing that a report reads. */
export const ResultSchema = closed(
  {
    schema: Type.Literal('chainrule/result'),
    version: Type.Literal(1),
    grader: Type.String(),
    course: Type.String(),
    seed: SeedSchema,
    /** Whether the student may not see the seed, nor what is expected with it. */
    secret: Type.Boolean(),
    isolation: IsolationSchema,
    node: Type.String(),
    submission: Type.String(),
    status: oneOf(STATUSES),
    points: PointsSchema,
    exercises: Type.Array(ExerciseResultSchema),
    timings: TimingsSchema,
  },
  { $id: 'chainrule-result' },
);
export type Result = Frozen<Static<typeof ResultSchema>>;
