import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { CheckKind } from './check-kind.ts';
import { ExerciseSchema } from './exercise.ts';

// What editors complete manifests from, written from the schemas that the grader
// itself uses: `npx vitest run --update exercise-schema` writes it anew.

const kinds = import.meta.glob<{ kind: CheckKind }>(['../checks/*.ts', '!**/*.test.ts'], {
  eager: true,
});

const forEditors = () => {
  const schema = JSON.parse(JSON.stringify(ExerciseSchema));
  const check = schema.properties.checks.items;
  const names = Object.keys(kinds).map((file) => file.replace(/^.*\/|\.ts$/g, ''));
  check.properties.kind.enum = names;
  check.allOf = names.map((name) => ({
    if: { properties: { kind: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { properties: { with: kinds[`../checks/${name}.ts`]?.kind.settings } },
  }));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $id: undefined };
};

test('the schema for editors is the one the grader holds manifests to', async () => {
  const text = `${JSON.stringify(forEditors(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('./exercise.schema.json');
});

test('the schema for editors accepts the manifests of the course and compiles strictly', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(JSON.parse(JSON.stringify(forEditors())));
  const manifests = import.meta.glob('../../exercises/*/exercise.json', {
    eager: true,
    import: 'default',
  });
  expect(Object.keys(manifests).length).toBeGreaterThan(0);
  for (const manifest of Object.values(manifests))
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
});
