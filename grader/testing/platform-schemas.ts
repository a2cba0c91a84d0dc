import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../contract/identity.ts';

// What platforms without a schema of their own say that they read, closed: a field
// that none of them knows is a mistake of ours.

const Count = Type.Integer({ minimum: 0 });
const Amount = Type.Number({ minimum: 0 });
const Words = Type.String({ minLength: 1 });
const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$',
});

/** What a grader of GitHub Classroom hands to its reporter. */
export const ClassroomSchema = closed({
  version: Type.Literal(1),
  status: oneOf(['pass', 'fail', 'error']),
  max_score: Amount,
  tests: Type.Array(
    closed({
      name: Words,
      status: oneOf(['pass', 'fail', 'error']),
      score: Amount,
      message: Type.Union([Words, Type.Null()]),
      test_code: Type.String(),
      filename: Words,
      line_no: Count,
      execution_time: Type.String({ pattern: '^\\d+(\\.\\d+)?s$' }),
    }),
  ),
});

/** A result of Classroom 50, after its runner has stamped it. */
export const Classroom50Schema = closed({
  schema: Type.Literal('classroom50/result/v1'),
  classroom: Words,
  assignment: Words,
  assignment_type: oneOf(['individual', 'group', 'team']),
  owner: Words,
  submission: Type.String({ pattern: '^submit/' }),
  commit: Words,
  release: Words,
  review: Words,
  datetime: Instant,
  graded_at: Instant,
  score: Count,
  'max-score': Count,
  tests: Type.Array(
    // Further fields of a test are kept as they are.
    closed({
      'test-name': Words,
      passed: Type.Boolean(),
      score: Count,
      'max-score': Count,
      status: Words,
      message: Type.Optional(Words),
    }),
  ),
});

const TextFormat = Type.Literal('text');

/** The `results.json` of Gradescope. */
export const GradescopeSchema = closed({
  score: Amount,
  output: Words,
  output_format: TextFormat,
  test_output_format: TextFormat,
  test_name_format: TextFormat,
  tests: Type.Array(
    closed({
      name: Words,
      number: Words,
      score: Amount,
      max_score: Amount,
      status: oneOf(['passed', 'failed']),
      output: Type.Optional(Words),
    }),
  ),
});

const prairieLearnTests = {
  message: Words,
  tests: Type.Array(
    closed({ name: Words, points: Amount, max_points: Amount, message: Type.Optional(Words) }),
  ),
};

/** The `results.json` of PrairieLearn, with a score or with the reason why there is none. */
export const PrairieLearnSchema = Type.Union([
  closed({
    gradable: Type.Literal(true),
    score: Type.Number({ minimum: 0, maximum: 1 }),
    ...prairieLearnTests,
  }),
  closed({
    gradable: Type.Literal(false),
    format_errors: Type.Array(Words),
    ...prairieLearnTests,
  }),
]);
