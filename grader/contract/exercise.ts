import { type Static, Type } from '@sinclair/typebox';
import {
  closed,
  ExerciseSlugSchema,
  type Frozen,
  NameSchema,
  oneOf,
  recordOf,
} from './identity.ts';

/**
 * How far a number may lie from the reference's: |a - b| <= absolute + relative * |b|.
 * Never rounded, and NaN is outside every tolerance.
 */
export const ToleranceSchema = closed({
  absolute: Type.Number({ minimum: 0 }),
  relative: Type.Number({ minimum: 0 }),
});
export type Tolerance = Frozen<Static<typeof ToleranceSchema>>;

/** What every check states; `with` holds what its kind alone understands. */
const CheckCommon = {
  id: NameSchema,
  title: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'What is asked, as a student reads it: "dW1 agrees with the reference".',
  }),
  points: Type.Number({ exclusiveMinimum: 0, multipleOf: 0.001 }),
  kind: Type.String({ minLength: 1, description: 'A file in grader/checks.' }),
  probe: Type.Optional(
    Type.String({ minLength: 1, description: 'The probe in probes.ts whose cases are judged.' }),
  ),
  buildsOn: Type.Optional(
    Type.Array(ExerciseSlugSchema, {
      minItems: 1,
      description: 'Earlier exercises whose functions this check runs through.',
    }),
  ),
  with: Type.Optional(recordOf(Type.Unknown(), { description: 'Settings of the kind of check.' })),
  keptBecause: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 300,
      description:
        'Why the check is kept although every mutant of the solution that fails it fails another, in a sentence.',
    }),
  ),
};

export const CheckSchema = closed(CheckCommon);
export type Check = Frozen<Static<typeof CheckSchema>>;

/** What one call into a student's code may use before it is stopped. */
export const LimitsSchema = closed({
  seconds: Type.Number({
    minimum: 0.1,
    maximum: 60,
    description: 'Seconds of processor time for one call.',
  }),
  memory: Type.Integer({ minimum: 32, maximum: 4096, description: 'Mebibytes of heap.' }),
  output: Type.Integer({ minimum: 1, maximum: 65536, description: 'Kibibytes of one answer.' }),
  depth: Type.Integer({
    minimum: 1,
    maximum: 32,
    description: 'How deep an answer may be nested.',
  }),
});
export type Limits = Frozen<Static<typeof LimitsSchema>>;

export const DEFAULT_LIMITS: Limits = { seconds: 2, memory: 256, output: 2048, depth: 12 };

/** Packages that are offered inside the wall; an exercise lists those that its stub may import. */
export const OFFERED_PACKAGES = ['ml-matrix'] as const;

/** A picture of what a student's code does; `with` holds what its kind alone understands. */
const AskedPictureSchema = closed({
  kind: Type.String({ minLength: 1, description: 'A file in grader/pictures.' }),
  probe: Type.String({
    minLength: 1,
    description: 'The probe in probes.ts that it is drawn from.',
  }),
  title: Type.String({ minLength: 1, maxLength: 100 }),
  words: Type.String({
    minLength: 1,
    maxLength: 300,
    description: 'What to look for, in a sentence or two.',
  }),
  with: Type.Optional(
    recordOf(Type.Unknown(), { description: 'Settings of the kind of picture.' }),
  ),
});
export type AskedPicture = Frozen<Static<typeof AskedPictureSchema>>;

/** A question about a line of the student's own, asked when everything is right. It is not graded. */
const QuestionSchema = closed({
  line: Type.String({
    minLength: 1,
    format: 'regex',
    description: 'A regular expression: the question is about the first line of code that fits.',
  }),
  ask: Type.String({ minLength: 1, maxLength: 400 }),
});
export type Question = Frozen<Static<typeof QuestionSchema>>;

/** A rule for the inputs of probes that one does not keep, and why that is meant. */
const ExemptionSchema = closed({
  probe: Type.String({ minLength: 1 }),
  rule: Type.String({ minLength: 1, description: 'As "chainrule verify" calls it.' }),
  because: Type.String({ minLength: 1, maxLength: 300 }),
});

/** `exercises/NN-slug/exercise.json`. */
export const ExerciseSchema = closed(
  {
    $schema: Type.Optional(Type.String()),
    title: Type.String({ minLength: 1, maxLength: 80 }),
    summary: Type.String({ minLength: 1, maxLength: 200 }),
    deliverable: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description:
          "What of the course's checklist the exercise is a part of; those with the same words are one line of it.",
      }),
    ),
    lessons: Type.Array(Type.String({ minLength: 1 }), {
      description: 'The lessons that this exercise comes from.',
    }),
    file: Type.String({
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*\\.ts$',
      description: 'The stub; no other exercise has a file of this name.',
    }),
    packages: Type.Array(oneOf(OFFERED_PACKAGES)),
    buildsOn: Type.Array(ExerciseSlugSchema, {
      description: 'Earlier exercises whose files the stub may import.',
    }),
    limits: Type.Optional(Type.Partial(LimitsSchema)),
    checks: Type.Array(CheckSchema, { minItems: 1 }),
    pictures: Type.Optional(Type.Array(AskedPictureSchema, { maxItems: 8 })),
    questions: Type.Optional(
      Type.Array(QuestionSchema, {
        description: 'The first that fits a line of a right submission is asked.',
      }),
    ),
    exempt: Type.Optional(
      Type.Array(ExemptionSchema, {
        description: 'Rules for inputs that a probe breaks on purpose; a lesson may need it.',
      }),
    ),
  },
  { $id: 'chainrule-exercise', description: 'An exercise of a Chainrule course.' },
);
export type Exercise = Frozen<Static<typeof ExerciseSchema>>;
