import type { Static, TSchema } from '@sinclair/typebox';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Frozen } from './identity.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { ValueDefinition, WHOLE_MATRIX } from './value-schema.ts';

const ajv = new Ajv2020({
  strict: true,
  // Most commands validate a document or two, so that making the validators is what
  // takes time: without these it is a third. A test holds our schemas to the standard.
  validateSchema: false,
  code: { optimize: false },
  // Points are written in decimals, and 0.29 is a multiple of 0.001 but for its last bit.
  multipleOfPrecision: 6,
});
ajv.addKeyword(WHOLE_MATRIX);
ajv.addFormat('regex', (text) => {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
});
ajv.addSchema(ValueDefinition);
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** What one document is and what to do when it is broken; goes into the message. */
export interface Expectation {
  readonly code: RefusalCode;
  /** What it is and where it came from: "exercises/01-forward-pass/exercise.json". */
  readonly what: string;
  readonly remedy: string;
}

/**
 * Data that came from outside as the type its schema describes.
 *
 * @throws Refusal naming the place in the document and what is wrong there
 */
export function validated<Schema extends TSchema>(
  schema: Schema,
  data: unknown,
  expectation: Expectation,
): Frozen<Static<Schema>> {
  const problem = firstProblem(schema, data);
  if (problem !== null) {
    throw new Refusal(expectation.code, `${expectation.what}: ${problem}`, expectation.remedy);
  }
  // Ajv has just held the data to the schema that the type is derived from.
  return data as Frozen<Static<Schema>>;
}

/** The first thing in which data departs from a schema, in words, or `null` when it fits. */
export function firstProblem(schema: TSchema, data: unknown): string | null {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  try {
    if (validate(data)) return null;
  } catch (error) {
    if (error instanceof RangeError) return 'is nested too deeply';
    throw error;
  }
  const error = validate.errors?.at(-1);
  return error === undefined ? 'does not fit its schema' : inWords(error);
}

/**
 * JSON text as the type its schema describes.
 *
 * @throws Refusal when the text is not JSON or does not fit
 */
export function parsed<Schema extends TSchema>(
  schema: Schema,
  text: string,
  expectation: Expectation,
): Frozen<Static<Schema>> {
  let data: unknown;
  try {
    // Some editors put a byte order mark in front.
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      expectation.code,
      `${expectation.what}: not JSON (${why})`,
      expectation.remedy,
    );
  }
  return validated(schema, data, expectation);
}

function inWords(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'at the top' : `at ${error.instancePath}`;
  // Ajv's parameters are untyped; these two are strings whenever they are present.
  const { additionalProperty, allowedValues } = error.params as {
    additionalProperty?: string;
    allowedValues?: readonly string[];
  };
  if (additionalProperty !== undefined) return `${place}: unknown field "${additionalProperty}"`;
  if (allowedValues !== undefined) return `${place}: must be one of ${allowedValues.join(', ')}`;
  return `${place}: ${error.message ?? 'does not fit'}`;
}
