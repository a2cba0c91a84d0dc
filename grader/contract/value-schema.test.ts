import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyValue } from '../testing/values.ts';
import { firstProblem } from './validator.ts';
import type { Value } from './value.ts';
import { RealSchema, ValueSchema } from './value-schema.ts';

const copyOf = (value: Value): Record<string, unknown> => structuredClone({ ...value });

describe('the schema and the type of a value agree', () => {
  test('whatever the type allows, the schema accepts', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(firstProblem(ValueSchema, value)).toBeNull();
      }),
    );
  });

  test('whatever the type allows, the schema accepts after a way through JSON', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(firstProblem(ValueSchema, JSON.parse(JSON.stringify(value)))).toBeNull();
      }),
    );
  });

  test('a value with a field too many is refused', () => {
    fc.assert(
      fc.property(anyValue, fc.string(), (value, name) => {
        fc.pre(!Object.hasOwn(value, name) && name !== '__proto__');
        expect(firstProblem(ValueSchema, { ...value, [name]: 1 })).not.toBeNull();
      }),
    );
  });

  test('a value that lacks one of its fields is refused', () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), (value, seed) => {
        const mangled = copyOf(value);
        const names = Object.keys(mangled);
        delete mangled[names[seed % names.length] ?? ''];
        expect(firstProblem(ValueSchema, mangled)).not.toBeNull();
      }),
    );
  });

  test('a value of a kind that nobody knows is refused', () => {
    fc.assert(
      fc.property(anyValue, fc.string(), (value, kind) => {
        expect(firstProblem(ValueSchema, { ...value, kind: `${kind}?` })).not.toBeNull();
      }),
    );
  });

  test('a value that holds something broken in its depth is refused', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const nested = {
          kind: 'list',
          items: [value, { kind: 'list', items: [{ kind: 'number' }] }],
        };
        expect(firstProblem(ValueSchema, nested)).not.toBeNull();
      }),
    );
  });

  test('a broken field is refused under every name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant('two\nlines')), (name) => {
        const fields = Object.fromEntries([[name, { kind: 'number', value: 'many' }]]);
        expect(firstProblem(ValueSchema, { kind: 'record', fields })).not.toBeNull();
      }),
    );
  });
});

describe('what JavaScript has and JSON has not is no real', () => {
  test.each([
    ['null, which JSON makes of NaN', null],
    ['a number in quotes', '1'],
    ['a word in lower case', 'nan'],
    ['a word with a plus', '+Infinity'],
    ['a list', [1]],
  ])('%s', (_, data) => {
    expect(firstProblem(RealSchema, data)).not.toBeNull();
  });

  test.each([
    ['negative rows', { kind: 'matrix', rows: -1, columns: 1, data: [] }],
    ['half a column', { kind: 'matrix', rows: 1, columns: 0.5, data: [] }],
  ])('a matrix has no %s', (_, data) => {
    expect(firstProblem(ValueSchema, data)).not.toBeNull();
  });
});
