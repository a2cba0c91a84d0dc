import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen, oneOf } from '../contract/identity.ts';
import { firstProblem } from '../contract/validator.ts';
import { ValueSchema } from '../contract/value-schema.ts';

/** Functions of the wall inside the realm that may be called. */
export type WallFunction =
  | 'run'
  | 'runTelling'
  | 'makeInput'
  | 'makeTruth'
  | 'makeSlopes'
  | 'printed';

/** What the parent wants of a child. */
export type Request =
  | {
      /** Evaluates a compiled bundle in place of the one before. */
      readonly op: 'open';
      readonly code: string;
      /** Characters that one answer may have. */
      readonly characters: number;
      /** How deep the values of one answer may be nested. */
      readonly depth: number;
    }
  | {
      /** Evaluates a compiled bundle and answers with one exported value. */
      readonly op: 'data';
      readonly code: string;
      readonly name: string;
    }
  | {
      readonly op: 'call';
      readonly name: WallFunction;
      readonly arguments: readonly (string | number)[];
    };

/** A request as it goes to the child; one at a time. */
export type Ask = TimedRequest & {
  /** Its answer begins with the same number, so that no answer is taken for that of another question. */
  readonly question: number;
};

/** A request with its time. */
export type TimedRequest = Request & {
  /** Processor time that it may take. */
  readonly seconds: number;
  /** Time on the clock after which it is stopped. */
  readonly patience: number;
};

/** What a realm may answer; anything else ends the child. */
const AnswerSchema = Type.Union([
  closed({
    outcome: Type.Literal('loaded'),
    exports: Type.Array(Type.String()),
    probes: Type.Array(
      closed({ name: Type.String(), cases: Type.Integer({ minimum: 1 }), watched: Type.Boolean() }),
    ),
  }),
  closed({
    outcome: Type.Literal('returned'),
    output: ValueSchema,
    after: Type.Optional(ValueSchema),
    again: Type.Optional(ValueSchema),
    called: Type.Optional(Type.Array(Type.String())),
  }),
  closed({ outcome: Type.Literal('made'), value: Type.Unknown() }),
  closed({
    outcome: Type.Literal('threw'),
    name: Type.String(),
    message: Type.String(),
    /** Where a program stood that keeps its lines. */
    line: Type.Optional(Type.Integer()),
  }),
  closed({ outcome: oneOf(['too-much-output']) }),
]);
export type RealmAnswer = Frozen<Static<typeof AnswerSchema>>;

/** Data has lists in records in records around what an answer holds. */
const DEPTH_SURPLUS = 8;

/**
 * The answer that a text holds, or `null` when it is none.
 *
 * @param depth to which the values of an answer may be nested
 */
export function answerIn(text: string, depth: number): RealmAnswer | null {
  const data = jsonOrNull(text);
  const fits =
    isShallow(data, depth * 3 + DEPTH_SURPLUS) && firstProblem(AnswerSchema, data) === null;
  // Held to the schema in the line above.
  return fits ? (data as RealmAnswer) : null;
}

/** Data from JSON text; `null` also where it is none. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether data is nested no deeper than this; what reads it later need not fear for its stack. */
function isShallow(data: unknown, depth: number): boolean {
  if (typeof data !== 'object' || data === null) return true;
  return depth > 0 && Object.values(data).every((part) => isShallow(part, depth - 1));
}
