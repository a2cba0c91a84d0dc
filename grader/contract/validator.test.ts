import { Type } from '@sinclair/typebox';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { manifest } from '../testing/documents.ts';
import { ExerciseSchema } from './exercise.ts';
import { closed, oneOf } from './identity.ts';
import { Refusal } from './refusal.ts';
import { firstProblem, parsed, validated } from './validator.ts';
import { ValueDefinition, WHOLE_MATRIX } from './value-schema.ts';

const Schema = closed({
  name: Type.String({ minLength: 1 }),
  colour: oneOf(['red', 'green']),
  inner: closed({ counts: Type.Array(Type.Integer({ minimum: 0 })) }),
});
const fitting = { name: 'a', colour: 'red', inner: { counts: [1, 2] } } as const;
const expectation = { code: 'broken-result', what: 'this file', remedy: 'Mend it.' } as const;

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('data that fits is handed on as it is', () => {
  expect(validated(Schema, fitting, expectation)).toBe(fitting);
});

test('text that fits is read', () => {
  expect(parsed(Schema, JSON.stringify(fitting), expectation)).toEqual(fitting);
});

test('text that begins with a byte order mark is read', () => {
  expect(parsed(Schema, `\ufeff${JSON.stringify(fitting)}`, expectation)).toEqual(fitting);
});

test('data that fits has no problem', () => {
  expect(firstProblem(Schema, fitting)).toBeNull();
});

describe('a problem is told with its place', () => {
  test('a field that lacks is named', () => {
    expect(firstProblem(Schema, { name: 'a', colour: 'red' })).toBe(
      "at the top: must have required property 'inner'",
    );
  });

  test('a field that nobody knows is named', () => {
    expect(firstProblem(Schema, { ...fitting, color: 'red' })).toBe(
      'at the top: unknown field "color"',
    );
  });

  test('an unknown field deep inside is named with the way to it', () => {
    const data = { ...fitting, inner: { counts: [], count: 1 } };
    expect(firstProblem(Schema, data)).toBe('at /inner: unknown field "count"');
  });

  test('a word that is none of the words comes with the words', () => {
    expect(firstProblem(Schema, { ...fitting, colour: 'blue' })).toBe(
      'at /colour: must be one of red, green',
    );
  });

  test('an entry of a list is named by its number', () => {
    expect(firstProblem(Schema, { ...fitting, inner: { counts: [1, -1] } })).toBe(
      'at /inner/counts/1: must be >= 0',
    );
  });

  test.each([null, 1, 'text', [], undefined])('%j is no document', (data) => {
    expect(firstProblem(Schema, data)).toBe('at the top: must be object');
  });

  test('a package that is not offered comes with the packages that are', () => {
    const data = { ...manifest(), packages: ['numpy'] };
    expect(firstProblem(ExerciseSchema, data)).toMatch(/^at \/packages\/0: .*ml-matrix/);
  });
});

describe('a document that does not fit is refused', () => {
  const broken = () => validated(Schema, { ...fitting, name: '' }, expectation);

  test('with the code of its kind', () => {
    expect(refusalOf(broken).code).toBe('broken-result');
  });

  test('with a message that says which document, and what is wrong where', () => {
    expect(refusalOf(broken).message).toBe(
      'this file: at /name: must NOT have fewer than 1 characters',
    );
  });

  test('with the remedy', () => {
    expect(refusalOf(broken).remedy).toBe('Mend it.');
  });
});

describe('text that is no JSON is refused', () => {
  test.each(['', '{', '{"name": }', 'NaN'])('%j says so', (text) => {
    expect(refusalOf(() => parsed(Schema, text, expectation)).message).toMatch(
      /^this file: not JSON \(.+\)$/s,
    );
  });

  test('with the code of its kind', () => {
    expect(refusalOf(() => parsed(Schema, '{', expectation)).code).toBe('broken-result');
  });
});

describe('every schema is one by the standard, and no word of it is misspelt', () => {
  const strict = new Ajv2020({ strict: true });
  strict.addKeyword(WHOLE_MATRIX);
  strict.addFormat('regex', true);
  strict.addSchema(ValueDefinition);

  test.each(ownSchemas())('%s', (_, schema) => {
    expect(() => strict.compile(schema)).not.toThrow();
  });
});

/** Every schema of a document or of a part of one, by its name. */
function ownSchemas(): readonly (readonly [string, object])[] {
  const modules = import.meta.glob<Readonly<Record<string, object>>>(['./*.ts', '!./*.test.ts'], {
    eager: true,
  });
  return Object.values(modules).flatMap((module) =>
    Object.entries(module).filter(([name]) => name.endsWith('Schema')),
  );
}
