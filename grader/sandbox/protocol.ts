import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../contract/identity.ts';
import { ValueSchema } from '../contract/value-schema.ts';

/** Functions of the wall inside the realm that may be called. */
export type WallFunction = 'run' | 'makeInput' | 'makeTruth' | 'makeSlopes' | 'printed';

/** What the parent wants of a child. */
export type Request =
  | {
      /** Makes a fresh realm and evaluates a compiled bundle in it. */
      readonly op: 'open';
      readonly code: string;
      /** Characters that one answer may have. */
      readonly characters: number;
      /** How deep the values of one answer may be nested. */
      readonly depth: number;
    }
  | {
      /** Makes a fresh realm, evaluates a compiled bundle and answers with one exported value. */
      readonly op: 'data';
      readonly code: string;
      readonly name: string;
    }
  | {
      readonly op: 'call';
      readonly name: WallFunction;
      readonly arguments: readonly (string | number)[];
    };

/** A request with its time; one at a time. */
export type Ask = Request & {
  /** Processor time that it may take. */
  readonly seconds: number;
  /** Time on the clock after which it is stopped. */
  readonly patience: number;
};

/** What a realm may answer; anything else ends the child. */
export const AnswerSchema = Type.Union([
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
  }),
  closed({ outcome: Type.Literal('made'), value: Type.Unknown() }),
  closed({ outcome: Type.Literal('threw'), name: Type.String(), message: Type.String() }),
  closed({ outcome: oneOf(['too-much-output']) }),
]);
