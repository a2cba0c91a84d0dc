import { Type } from '@sinclair/typebox';
import { closed, oneOf, recordOf } from './identity.ts';
import type { Real, Value } from './value.ts';

/** Schema of a {@link Real}. */
export const RealSchema = Type.Unsafe<Real>(
  Type.Union([Type.Number(), oneOf(['NaN', 'Infinity', '-Infinity', '-0'])]),
);

const Data = Type.Array(RealSchema);

/** What no keyword of JSON Schema says: that a matrix has rows times columns entries. */
export const WHOLE_MATRIX = {
  keyword: 'wholeMatrix',
  type: 'object',
  schemaType: 'boolean',
  validate: (_: boolean, { rows, columns, data }: Partial<Extract<Value, { kind: 'matrix' }>>) =>
    data?.length === (rows ?? 0) * (columns ?? 0),
} as const;

/**
 * Schema of a {@link Value}. Written beside the type and not its source, because
 * the type is recursive and because the code inside the wall uses it without any
 * schema; a property test holds the two together.
 */
export const ValueDefinition = Type.Recursive(
  (This) =>
    Type.Union([
      closed({ kind: Type.Literal('number'), value: RealSchema }),
      closed({ kind: Type.Literal('numbers'), data: Data }),
      {
        ...closed({
          kind: Type.Literal('matrix'),
          rows: Type.Integer({ minimum: 0 }),
          columns: Type.Integer({ minimum: 0 }),
          data: Data,
        }),
        [WHOLE_MATRIX.keyword]: true,
      },
      closed({ kind: Type.Literal('list'), items: Type.Array(This) }),
      closed({ kind: Type.Literal('record'), fields: recordOf(This) }),
      closed({ kind: Type.Literal('text'), text: Type.String() }),
      closed({ kind: Type.Literal('flag'), flag: Type.Boolean() }),
      closed({ kind: Type.Literal('nothing'), what: oneOf(['undefined', 'null']) }),
      closed({ kind: Type.Literal('unreadable'), what: Type.String() }),
    ]),
  { $id: 'chainrule-value' },
);

/** A value as part of a document: a reference, so that the definition is compiled once. */
export const ValueSchema = Type.Unsafe<Value>({ $ref: 'chainrule-value' });
