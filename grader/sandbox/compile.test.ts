import { describe, expect, test } from 'vitest';
import type { ExerciseSlug } from '../contract/identity.ts';
import { compileData, compileUnit } from './compile.ts';

const unit = (module: string) => ({
  file: 'work.ts',
  module,
  probes: "import * as work from './work.ts';\nexport const probes = { work };",
  packages: ['ml-matrix'],
  links: [
    {
      // Brand: a literal of the pattern.
      slug: '01-first' as ExerciseSlug,
      file: 'first.ts',
      source: 'export const one = 1;',
      otherwise: null,
    },
  ],
});

describe('a student file imports what the exercise allows', () => {
  test.each([
    [
      'the package of the exercise',
      "import { Matrix } from 'ml-matrix'; export const a = new Matrix(1, 1);",
    ],
    [
      'an earlier exercise in its folder',
      "import { one } from '../01-first/first.ts'; export const a = one;",
    ],
    ['an earlier exercise beside it', "import { one } from './first'; export const a = one;"],
    [
      'types of anywhere, which are erased',
      "import type { A } from './nowhere'; export const a = 1 as A;",
    ],
  ])('%s', async (_, text) => {
    expect((await compileUnit(unit(text))).state).toBe('compiled');
  });

  test.each([
    ['a solution', "import { one } from '../../solutions/01-first/other.ts'; export { one };"],
    ['an absolute path', "import text from '/etc/passwd'; export { text };"],
    ['a file address', "import text from 'file:///etc/passwd'; export { text };"],
    ['a data address', "import x from 'data:text/javascript,export default 1'; export { x };"],
    ['a module of Node', "import fs from 'node:fs'; export { fs };"],
    ['another package', "import ts from 'typescript'; export { ts };"],
    [
      'the fixtures, which are for probes',
      "import { moons } from 'chainrule/fixtures'; export { moons };",
    ],
    ['the probes', "import { probes } from './probes.ts'; export { probes };"],
    ['an export from elsewhere', "export * from '../package.json';"],
    ['a dynamic import', "export const a = import('node:fs');"],
    ['require', "export const a = require('node:fs');"],
    ['the inner names of the compiler', "import { probes } from 'probes'; export { probes };"],
  ])('and never %s', async (_, text) => {
    expect(await compileUnit(unit(text))).toMatchObject({
      state: 'failed',
      because: 'import',
      line: 1,
    });
  });
});

test('a syntax error has its line and column, counted from 1', async () => {
  expect(await compileUnit(unit('export const a = 1;\nexport const = 2;'))).toMatchObject({
    state: 'failed',
    because: 'syntax',
    line: 2,
    column: 14,
  });
});

test('a name that an earlier exercise does not export is told by its folder', async () => {
  const text = "import { absent } from '../01-first/first.ts'; absent();";
  expect(await compileUnit(unit(text))).toMatchObject({
    state: 'failed',
    message: 'No matching export in "01-first" for import "absent"',
  });
});

test('a source map comment of a student reads no file', async () => {
  const compiled = await compileUnit(unit('export const a = 1;\n//# sourceMappingURL=/etc/passwd'));
  expect(compiled).toMatchObject({ state: 'compiled' });
  expect(JSON.stringify(compiled)).not.toContain('root:');
});

test('a file of data compiles alone', async () => {
  expect(await compileData('mistakes.ts', 'export const mistakes = [1];')).toMatchObject({
    state: 'compiled',
  });
});
