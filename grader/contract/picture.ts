import { type Static, Type } from '@sinclair/typebox';
import { closed, type Frozen, oneOf } from './identity.ts';
import { RealSchema } from './value-schema.ts';

/** How numbers are laid along an axis, and what they are. */
const AxisSchema = closed({
  label: Type.String(),
  scale: oneOf(['linear', 'logarithmic']),
});

/** What a picture says beside what it shows; an author's words. */
const common = {
  title: Type.String(),
  /** What to look for, in a sentence. */
  words: Type.String(),
};

/** More of them would be a tangle that nobody reads. */
const MOST_CURVES = 8;

/** Points of one curve at most: a screen shows no more of them. */
export const MOST_POINTS = 240;

/** Numbers over numbers: a loss over the steps, an activation over its input. */
export const CurvesSchema = closed({
  draw: Type.Literal('curves'),
  ...common,
  x: AxisSchema,
  y: AxisSchema,
  curves: Type.Array(
    closed({
      name: Type.String(),
      /** The reference's are left out where the key is secret. */
      whose: oneOf(['yours', 'reference']),
      points: Type.Array(closed({ x: Type.Number(), y: RealSchema }), { maxItems: MOST_POINTS }),
    }),
    { maxItems: MOST_CURVES },
  ),
});
export type Curves = Frozen<Static<typeof CurvesSchema>>;

/** One number for each of a few things: an error for each gradient, an accuracy for each network. */
export const DotsSchema = closed({
  draw: Type.Literal('dots'),
  ...common,
  axis: AxisSchema,
  /** What the numbers are: a student's own, or how far those are from the key's. */
  shows: Type.Union([Type.Literal('outputs'), Type.Literal('errors')]),
  dots: Type.Array(
    closed({
      name: Type.String(),
      yours: RealSchema,
      reference: Type.Union([RealSchema, Type.Null()]),
    }),
    { maxItems: 24 },
  ),
  /** A line that numbers have to stay below. */
  limit: Type.Union([closed({ at: Type.Number(), words: Type.String() }), Type.Null()]),
});

/** Points of one set at most. */
export const MOST_SHOWN = 150;

const PointsSchema = Type.Array(
  closed({
    x1: Type.Number(),
    x2: Type.Number(),
    label: Type.Union([Type.Literal(0), Type.Literal(1)]),
  }),
  { maxItems: MOST_SHOWN },
);

const SideSchema = closed({ from: Type.Number(), to: Type.Number() });

/** What a trained network says of every place of the plane, and the points it is about. */
export const BoundarySchema = closed({
  draw: Type.Literal('boundary'),
  ...common,
  x1: SideSchema,
  x2: SideSchema,
  /**
   * Probability of class 1 at `columns` places along x1 and `rows` along x2, both ends
   * included; row by row from the lowest x2.
   */
  grid: closed({
    columns: Type.Integer({ minimum: 2, maximum: 64 }),
    rows: Type.Integer({ minimum: 2, maximum: 64 }),
    probabilities: Type.Array(Type.Number({ minimum: 0, maximum: 1 }), { maxItems: 64 * 64 }),
  }),
  /** Points that the network learned from. */
  train: PointsSchema,
  /** Points that it had not seen; `null` where the key is secret. */
  test: Type.Union([PointsSchema, Type.Null()]),
  /** How many points there are; not all of them need be drawn. */
  counts: closed({ train: Type.Integer({ minimum: 0 }), test: Type.Integer({ minimum: 0 }) }),
  accuracy: closed({
    train: Type.Number({ minimum: 0, maximum: 1 }),
    test: Type.Number({ minimum: 0, maximum: 1 }),
  }),
});
export type Boundary = Frozen<Static<typeof BoundarySchema>>;

/** Places along each side of a surface at most. */
const MOST_PLACES = 32;

const ValuedPointsSchema = Type.Array(
  closed({ x1: Type.Number(), x2: Type.Number(), value: Type.Number() }),
  { maxItems: MOST_SHOWN },
);

/** What number a trained network predicts at every place of the plane, and the points it is about. */
export const SurfaceSchema = closed({
  draw: Type.Literal('surface'),
  ...common,
  x1: SideSchema,
  x2: SideSchema,
  /** Predictions at `columns` places along x1 and `rows` along x2, laid out as those of a boundary. */
  grid: closed({
    columns: Type.Integer({ minimum: 2, maximum: MOST_PLACES }),
    rows: Type.Integer({ minimum: 2, maximum: MOST_PLACES }),
    values: Type.Array(Type.Number(), { maxItems: MOST_PLACES * MOST_PLACES }),
  }),
  /** Points that the network learned from, each with the value that is due there. */
  train: ValuedPointsSchema,
  /** Points that it had not seen; `null` where the key is secret. */
  test: Type.Union([ValuedPointsSchema, Type.Null()]),
  /** How many points there are; not all of them need be drawn. */
  counts: closed({ train: Type.Integer({ minimum: 0 }), test: Type.Integer({ minimum: 0 }) }),
  /** Share of the variance of the values that the predictions explain. */
  explained: closed({
    train: Type.Number({ minimum: 0, maximum: 1 }),
    test: Type.Number({ minimum: 0, maximum: 1 }),
  }),
});
export type Surface = Frozen<Static<typeof SurfaceSchema>>;

/** A picture of what a student's code does, as data; reports draw it, and it costs no points. */
export const PictureSchema = Type.Union([CurvesSchema, DotsSchema, BoundarySchema, SurfaceSchema]);
export type Picture = Frozen<Static<typeof PictureSchema>>;

/** What a kind of picture makes; title and words are the manifest's. */
export type Painting = Picture extends infer Each
  ? Each extends Picture
    ? Omit<Each, 'title' | 'words'>
    : never
  : never;
