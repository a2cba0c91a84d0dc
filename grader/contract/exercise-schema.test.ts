import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { CheckKind } from './check-kind.ts';
import { ExerciseSchema } from './exercise.ts';
import type { PictureKind } from './kinds.ts';

// What editors complete manifests from, written from the schemas that the grader
// itself uses: `npx vitest run --update exercise-schema` writes it anew.

type Kinds = Readonly<Record<string, { readonly kind: CheckKind | PictureKind }>>;
const checkKinds: Kinds = import.meta.glob(['../checks/*.ts', '!**/*.test.ts'], { eager: true });
const pictureKinds: Kinds = import.meta.glob(['../pictures/*.ts', '!**/*.test.ts'], {
  eager: true,
});

const forEditors = () => {
  const schema = JSON.parse(JSON.stringify(ExerciseSchema));
  Object.assign(schema.properties.checks.items, byKind(schema.properties.checks.items, checkKinds));
  Object.assign(
    schema.properties.pictures.items,
    byKind(schema.properties.pictures.items, pictureKinds),
  );
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $id: undefined };
};

/** The schema of an item whose kind decides what its settings are. */
function byKind(item: { properties: { kind: object } }, kinds: Kinds) {
  const named = Object.entries(kinds).map(
    ([file, { kind }]) => [file.replace(/^.*\/|\.ts$/g, ''), kind] as const,
  );
  const { properties } = item;
  return {
    properties: { ...properties, kind: { ...properties.kind, enum: named.map(([name]) => name) } },
    allOf: named.map(([name, { settings }]) => ({
      if: { properties: { kind: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { with: settings } },
    })),
  };
}

test('the schema for editors is the one the grader holds manifests to', async () => {
  const text = `${JSON.stringify(forEditors(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('./exercise.schema.json');
});

test('the schema for editors accepts the manifests of the course and compiles strictly', () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  ajv.addFormat('regex', true);
  const validate = ajv.compile(JSON.parse(JSON.stringify(forEditors())));
  const manifests = import.meta.glob('../../exercises/*/exercise.json', {
    eager: true,
    import: 'default',
  });
  expect(Object.keys(manifests).length).toBeGreaterThan(0);
  for (const manifest of Object.values(manifests))
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
});
