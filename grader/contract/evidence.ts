import { type Static, Type } from '@sinclair/typebox';
import { FactsSchema } from './facts.ts';
import {
  closed,
  ExerciseSlugSchema,
  type Frozen,
  oneOf,
  recordOf,
  SeedSchema,
} from './identity.ts';
import { REFUSED_FILE_REASONS } from './submission.ts';
import { ValueSchema } from './value-schema.ts';

/** Ways in which a call into student code ends without a value. */
export const INTERRUPTIONS = [
  'timed-out',
  'out-of-memory',
  'too-much-output',
  'ended-early',
  'not-reached',
] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

/** The line of the student's file at which it threw, where that could be found out. */
const ThrownAtSchema = Type.Optional(Type.Integer({ minimum: 1 }));

/** What one call of one probe did. */
export const ObservationSchema = Type.Union([
  closed({
    outcome: Type.Literal('returned'),
    output: ValueSchema,
    /** For watched probes: paths of inputs that no longer hold what they held; else `null`. */
    changed: Type.Union([Type.Array(Type.String()), Type.Null()]),
    /** For watched probes: whether a second call on equal inputs returned the same; else `null`. */
    repeats: Type.Union([Type.Boolean(), Type.Null()]),
  }),
  closed({
    outcome: Type.Literal('threw'),
    name: Type.String(),
    message: Type.String(),
    line: ThrownAtSchema,
  }),
  closed({ outcome: oneOf(INTERRUPTIONS) }),
]);
export type Observation = Frozen<Static<typeof ObservationSchema>>;

/** Whether the student's file became a module that probes can call. */
export const ModuleStateSchema = Type.Union([
  closed({ state: Type.Literal('loaded'), exports: Type.Array(Type.String()) }),
  closed({ state: Type.Literal('missing') }),
  closed({ state: Type.Literal('refused'), why: oneOf(REFUSED_FILE_REASONS) }),
  closed({
    state: Type.Literal('does-not-compile'),
    /** `import` when the file imports what the exercise does not allow. */
    because: oneOf(['syntax', 'import']),
    message: Type.String(),
    line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    column: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  }),
  closed({
    state: Type.Literal('threw'),
    name: Type.String(),
    message: Type.String(),
    line: ThrownAtSchema,
  }),
  closed({ state: Type.Literal('interrupted'), how: oneOf(INTERRUPTIONS) }),
]);
export type ModuleState = Frozen<Static<typeof ModuleStateSchema>>;

export const ExerciseEvidenceSchema = closed({
  slug: ExerciseSlugSchema,
  /** Where the stub was found in the submission, with `/`; `null` when it was not. */
  path: Type.Union([Type.String(), Type.Null()]),
  module: ModuleStateSchema,
  /** Text of the student's file; `null` where there is none that can be read. */
  source: Type.Union([Type.String(), Type.Null()]),
  facts: Type.Union([FactsSchema, Type.Null()]),
  /** Fingerprint of the probes: what answers others cannot be judged by them. */
  asked: Type.String(),
  /** Earlier exercises that the reference stood in for. */
  linked: Type.Array(ExerciseSlugSchema),
  /** Observations per probe, one a case. */
  probes: recordOf(Type.Array(ObservationSchema)),
  /** What the student's code printed, as text, cut at a limit. */
  printed: Type.String(),
});
export type ExerciseEvidence = Frozen<Static<typeof ExerciseEvidenceSchema>>;

/** How strongly student code was kept apart from the machine. */
export const ISOLATION_LEVELS = ['process', 'permissions', 'system'] as const;
export const IsolationSchema = oneOf(ISOLATION_LEVELS);
export type Isolation = (typeof ISOLATION_LEVELS)[number];

/** What a submission did. Plain data: it can be judged again at any time, without running anything. */
export const EvidenceSchema = closed(
  {
    schema: Type.Literal('chainrule/evidence'),
    version: Type.Literal(1),
    grader: Type.String(),
    course: Type.String(),
    seed: SeedSchema,
    /** Whether students may not see what is expected with this seed. */
    secret: Type.Boolean(),
    isolation: IsolationSchema,
    /** Version of Node that the code ran in: its last bits of some functions differ. */
    node: Type.String(),
    submission: Type.String(),
    exercises: Type.Array(ExerciseEvidenceSchema),
  },
  { $id: 'chainrule-evidence' },
);
export type Evidence = Frozen<Static<typeof EvidenceSchema>>;
