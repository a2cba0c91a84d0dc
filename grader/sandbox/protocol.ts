import { Type } from '@sinclair/typebox';
import { closed, oneOf } from '../contract/identity.ts';
import { ValueSchema } from '../contract/value-schema.ts';

/** Functions of the wall inside the realm that may be called. */
export type WallFunction = 'run' | 'makeInput' | 'makeTruth' | 'makeSlopes' | 'printed';

/** What the parent asks of a child; one at a time. */
export type Ask =
  | {
      /** Makes a fresh realm and evaluates a compiled bundle in it. */
      readonly op: 'open';
      readonly code: string;
      /** Characters that one answer may have. */
      readonly budget: number;
      readonly seconds: number;
    }
  | {
      /** Makes a fresh realm, evaluates a compiled bundle and answers with one exported value. */
      readonly op: 'data';
      readonly code: string;
      readonly name: string;
      readonly seconds: number;
    }
  | {
      readonly op: 'call';
      readonly name: WallFunction;
      readonly arguments: readonly (string | number)[];
      readonly seconds: number;
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
