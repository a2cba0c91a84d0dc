import { type Static, type TSchema, Type } from '@sinclair/typebox';

/** The version that every document of this grader carries; a test holds it to package.json. */
export const GRADER_VERSION = '0.1.0';

/** Folder name of an exercise, `NN-slug`: its identity everywhere. */
export type ExerciseSlug = string & { readonly brand: 'ExerciseSlug' };

/** An amount of points in whole thousandths, so that sums are exact and every output shows the same number. */
export type Thousandths = number & { readonly brand: 'Thousandths' };

const SLUG_PATTERN = '^[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$';
const NAME_PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';

export const ExerciseSlugSchema = Type.Unsafe<ExerciseSlug>(Type.String({ pattern: SLUG_PATTERN }));
export const ThousandthsSchema = Type.Unsafe<Thousandths>(Type.Integer({ minimum: 0 }));
export const NameSchema = Type.String({ pattern: NAME_PATTERN, maxLength: 60 });

/** Seeds are text, so that a course can use `week-3` as well as `42`; the characters survive every shell and file name. */
export const SEED_PATTERN = '^[A-Za-z0-9._-]{1,64}$';
export const SeedSchema = Type.String({ pattern: SEED_PATTERN });

const slugExpression = new RegExp(SLUG_PATTERN);

/** Whether a folder name is one that the course reader takes for an exercise. */
export function isExerciseSlug(name: string): name is ExerciseSlug {
  return slugExpression.test(name);
}

/**
 * Points as a manifest states them (at most three decimals) in thousandths.
 * The one place where points are rounded.
 */
export function thousandths(points: number): Thousandths {
  // Brand: a rounded product of a schema-checked, non-negative number.
  return Math.round(points * 1000) as Thousandths;
}

/** Sum of points; exact, because thousandths are integers. */
export function sumPoints(amounts: readonly Thousandths[]): Thousandths {
  // Brand: a sum of thousandths is in thousandths.
  return amounts.reduce((total, amount) => total + amount, 0) as Thousandths;
}

/** `readonly` lists and records all the way down, for documents that nobody may change. */
export type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

/** An object schema that refuses fields it does not know, as every document of the contract does. */
export function closed<const Properties extends Record<string, TSchema>>(
  properties: Properties,
  options: { readonly $id?: string; readonly description?: string } = {},
) {
  return Type.Object(properties, { ...options, additionalProperties: false });
}

/** A closed union of words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

/**
 * An object with fields of any name, all of one kind. (`Type.Record` would leave
 * out names with a line break in them.)
 */
export function recordOf<Schema extends TSchema>(schema: Schema, options: object = {}) {
  return Type.Unsafe<Record<string, Static<Schema>>>({
    type: 'object',
    additionalProperties: schema,
    ...options,
  });
}
