import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { closed, type Frozen, oneOf } from './identity.ts';
import { RealSchema } from './value-schema.ts';

/** Something of an exercise that has a number: a size of what the function was given, or a number in it. */
export const QuantitySchema = Type.Union([
  closed({ is: oneOf(['rows', 'columns']), of: Type.String() }),
  closed({ is: Type.Literal('value'), of: Type.String() }),
]);
export type Quantity = Frozen<Static<typeof QuantitySchema>>;

/** More things than that of one value say nothing about which of them it is. */
export const MOST_QUANTITIES = 2;
const Quantities = Type.Array(QuantitySchema, { maxItems: MOST_QUANTITIES });

export const FactorSchema = closed({
  /** `null` where every case has another, or where the reader may not see it. */
  number: Type.Union([RealSchema, Type.Null()]),
  /** What has that value; nothing where it is a plain number. */
  quantities: Quantities,
  /** Whether it is 1 divided by these, and whether it is minus that. */
  inverse: Type.Boolean(),
  negative: Type.Boolean(),
});
export type Factor = Frozen<Static<typeof FactorSchema>>;

/** Every signature names the outputs that show it, in the order in which the reference returns them. */
const signature = <const Kind extends string, const Rest extends Record<string, TSchema>>(
  kind: Kind,
  rest: Rest,
) =>
  closed({
    kind: Type.Literal(kind),
    outputs: Type.Array(Type.String(), { minItems: 1 }),
    ...rest,
  });

/** Whether the relation holds to the last digits, or only nearly. */
const exact = Type.Boolean();

/** For each output of a signature the name of what it has to do with. */
const others = Type.Array(Type.String(), { minItems: 1 });

/**
 * A relation between wrong numbers and right ones that says something about how they
 * came about, where no known mistake does. It is what numbers look like and no more.
 */
export const SignatureSchema = Type.Union([
  signature('ratio', { factor: FactorSchema, exact }),
  signature('transposed', { exact }),
  /** One axis has a wrong size; `folds` where adding up or averaging along it gives what is due. */
  signature('shape', {
    axis: oneOf(['rows', 'columns']),
    size: Type.Integer({ minimum: 0 }),
    quantities: Quantities,
    folds: Type.Union([oneOf(['sum', 'mean']), Type.Null()]),
  }),
  signature('zero', { where: oneOf(['everywhere', 'somewhere']) }),
  signature('not-zero', {}),
  /** All that is wrong stands where another matrix is negative or positive. */
  signature('only-where', { sign: oneOf(['negative', 'positive', 'zero']), of: Type.String() }),
  signature('only-at', { place: oneOf(['first row', 'last row', 'first column', 'last column']) }),
  /** What came back is something else: what was given, or what is due under another name. */
  signature('same-as', { whose: oneOf(['given', 'due']), others }),
  signature('shifted', {
    by: oneOf([
      'one later',
      'one earlier',
      'one more at the start',
      'one more at the end',
      'the first lacks',
      'the last lacks',
    ]),
  }),
  /** Yours minus what is due is something that was given, times one number in every case. */
  signature('difference', { others }),
  /** The loss is off by the same factor: the gradients are right for another loss. */
  signature('own-loss', { loss: Type.String(), factor: FactorSchema }),
  signature('alone', { right: Type.Array(Type.String()) }),
]);
export type Signature = Frozen<Static<typeof SignatureSchema>>;

/** More explanations than that are none. */
export const MOST_SIGNATURES = 2;
