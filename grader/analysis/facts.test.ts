import { describe, expect, test } from 'vitest';
import { factsOf, readTogether, STUB } from '../testing/reading.ts';

describe('exports are listed with their parameters', () => {
  const functions = [
    ['a function', 'export function f(a: number, b: number) {}', 'f', 2],
    ['a function without parameters', 'export function f() {}', 'f', 0],
    ['an asynchronous function', 'export async function f(a: number) {}', 'f', 1],
    ['an arrow function', 'export const f = (a: number, b: number, c: number) => a;', 'f', 3],
    ['a function expression', 'export const f = function (a: number) {};', 'f', 1],
    ['a function under another name', 'function g(a: number) {}\nexport { g as f };', 'f', 1],
    ['a function exported in the end', 'function f(a: number) {}\nexport { f };', 'f', 1],
    ['a function with a default', 'export function f(a: number, b = 1) {}', 'f', 2],
    ['a default export', 'export default function (a: number) {}', 'default', 1],
  ] as const;
  const others = [
    ['a number', 'export const f = 1;'],
    ['a class', 'export class f {}'],
    ['a name without a value', 'export let f: number;'],
  ] as const;
  const unlisted = [
    ['an interface', 'export interface Cache { A1: number }'],
    ['a type', 'export type Cache = number;'],
    ['a function that is not exported', 'function f() {}\nexport {};'],
  ] as const;
  const read = readTogether([...functions, ...others, ...unlisted].map(([, text]) => text));

  test.each(functions)('%s', (_, text, name, parameters) => {
    expect(read(text).exports).toMatchObject([{ name, parameters }]);
  });

  test.each(others)('%s has none', (_, text) => {
    expect(read(text).exports).toMatchObject([{ name: 'f', parameters: null }]);
  });

  test.each(unlisted)('%s is not listed', (_, text) => {
    expect(read(text).exports).toEqual([]);
  });

  test('in the order of their lines', () => {
    const { exports } = factsOf('// one\nexport const b = 1;\n\nexport function a() {}\n');
    expect(exports).toEqual([
      { name: 'b', parameters: null, line: 2, last: 2 },
      { name: 'a', parameters: 0, line: 4, last: 4 },
    ]);
  });
});

describe('imports are allowed or not', () => {
  const importing = (from: string) => `import * as it from '${from}';`;
  const good = ['ml-matrix', '../01-first/first.ts', './first.ts', './first.js', './first'];
  const bad = [
    'node:fs',
    'ml-matrix/src/matrix.js',
    '../03-third/third.ts',
    'first',
    './first/a.ts',
  ];
  const read = readTogether([...good, ...bad].map(importing));

  test.each(good)('%s is', (from) => {
    expect(read(importing(from)).imports[0]?.allowed).toBe(true);
  });

  test.each(bad)('%s is not', (from) => {
    expect(read(importing(from)).imports[0]?.allowed).toBe(false);
  });

  test('a package is not where the exercise does without it', () => {
    const facts = factsOf(importing('ml-matrix'), { slug: '03-third', packages: [] });
    expect(facts.imports[0]?.allowed).toBe(false);
  });

  test('an earlier exercise is not where the exercise does not build on it', () => {
    const facts = factsOf(importing('../01-first/first.ts'), { slug: '03-third', links: [] });
    expect(facts.imports[0]?.allowed).toBe(false);
  });

  test('with what they name and where they stand', () => {
    expect(factsOf("// a comment\n  import fs from 'node:fs';").imports).toEqual([
      { from: 'node:fs', allowed: false, line: 2, column: 3 },
    ]);
  });

  test('but half of one names nothing that could be', () => {
    expect(factsOf('import { Matrix }').imports).toEqual([]);
  });

  test.each([
    ['what is passed on', "export * from 'node:fs';"],
    ['what is passed on by name', "export { readFile } from 'node:fs';"],
    ['what an older form requires', "import fs = require('node:fs');"],
  ])('%s', (_, text) => {
    expect(factsOf(text).imports).toMatchObject([{ from: 'node:fs', allowed: false }]);
  });

  test('for their effect alone', () => {
    expect(factsOf("import 'node:fs';").imports).toMatchObject([{ from: 'node:fs' }]);
  });
});

describe('a name that reaches for what is absent is found', () => {
  const uses = [
    ['Math.random', 'const a = Math.random();', 11],
    ['Math.random', 'const random = Math.random;', 16],
    ['Math.random', "const a = Math['random']();", 11],
    ['Math.random', 'const { random } = Math;', 9],
    ['Math.random', 'const { random: draw } = Math;', 9],
    ['Date', 'const a = new Date();', 15],
    ['Date', 'const a = { Date };', 13],
    ['Date', 'const a = Date.now();', 11],
    ['performance', 'const a = performance.now();', 11],
    ['eval', "eval('1');", 1],
    ['Function', "const a = new Function('return 1');", 15],
    ['process', 'const a = process.env;', 11],
    ['require', "const a = require('fs');", 11],
    ['import()', "const a = import('node:fs');", 11],
    ['globalThis', 'const a = globalThis;', 11],
    ['WebAssembly', 'const a = WebAssembly;', 11],
  ] as const;
  const within = (text: string) => `export {};\n${text}`;
  const read = readTogether(uses.map(([, text]) => within(text)));

  test.each(uses)('%s in %s', (name, text, column) => {
    expect(read(within(text)).uses).toEqual([{ name, line: 2, column }]);
  });

  test('deep inside of a function', () => {
    const text = 'export function f() {\n  return [1].map(() => Math.random());\n}';
    expect(factsOf(text).uses).toEqual([{ name: 'Math.random', line: 2, column: 24 }]);
  });

  test('every time that it stands there', () => {
    expect(factsOf('export const a = [Date, Date];').uses).toHaveLength(2);
  });
});

describe('a name of the student’s own is not reported', () => {
  const innocent = [
    ['a variable called Date', 'const Date = 1;\nexport const a = Date;'],
    ['a parameter called process', 'export const f = (process: number) => process;'],
    ['a function called require', 'function require() {}\nexport const a = require();'],
    ['a property called process', 'export const f = (o: { process: number }) => o.process;'],
    ['a property of what has no type', 'export const f = (o: any) => o.process;'],
    ['a method called eval', 'export class A { eval() { return this.eval(); } }'],
    ['a key called Date', 'export const a = { Date: 1 };'],
    [
      'a field taken out of an object',
      'export const f = ({ process }: { process: 1 }) => process;',
    ],
    [
      'a field taken out under a new name',
      'export const f = ({ process: p }: Record<string, number>) => p;',
    ],
    ['the type Date', 'export const f = (a: Date) => a;'],
    ['the name in a text', "export const a = 'Math.random, Date, eval';"],
    ['the name in a comment', '// Math.random()\nexport {};'],
    ['a random of another object', 'export const f = (o: { random: number }) => o.random;'],
    ['a Math of one’s own', 'export const f = (Math: { random: number }) => Math.random;'],
    [
      'a random taken out of another object',
      'export const f = ({ random }: { random: 1 }) => random;',
    ],
    ['a variable called Date, by its short form', 'const Date = 1;\nexport const a = { Date };'],
    ['an ordinary import', STUB],
  ] as const;
  const read = readTogether(innocent.map(([, text]) => text));

  test.each(innocent)('%s', (_, text) => {
    expect(read(text).uses).toEqual([]);
  });
});

describe('a text that is no TypeScript', () => {
  const broken = 'export function f() {\n  return (1 + ;\n}\n';

  test('has its syntax error at its place', () => {
    expect(factsOf(broken).syntaxErrors[0]).toEqual({
      line: 2,
      column: 15,
      message: 'Expression expected.',
    });
  });

  test('gets no advice about types', () => {
    expect(factsOf(`${broken}const a: number = 'text';`).advice).toEqual([]);
  });

  test('still has exports', () => {
    expect(factsOf(broken).exports).toMatchObject([{ name: 'f' }]);
  });
});

test('a text that is right has no syntax errors', () => {
  expect(factsOf(STUB).syntaxErrors).toEqual([]);
});

describe('half a text is read without a complaint of ours', () => {
  test.each([
    'import',
    'import {',
    'import { Matrix }',
    'import { Matrix } from',
    "import { Matrix } from 'ml-",
    'import * as',
    'import fs = require(',
    'import(',
    'export',
    'export *',
    'export * from',
    'export { a',
    'export default',
    'export =',
    'export function',
    'export const f = (',
    'const a = `${',
    'new',
  ])('%j', (text) => {
    expect(() => factsOf(text)).not.toThrow();
  });

  test.each(['', '\ufeff', '\0', '#!/usr/bin/env node', '{'.repeat(200), 'é\ud800'])(
    '%j',
    (text) => {
      expect(() => factsOf(text)).not.toThrow();
    },
  );
});

describe('advice is about types', () => {
  test('there is none for a text that keeps to the stub', () => {
    const text = STUB.replace(/throw.*/, 'return X.mmul(X).addRowVector([1]);');
    expect(factsOf(text).advice).toEqual([]);
  });

  test('a return type that departs from the stub is told, at the function', () => {
    const text =
      "import { Matrix } from 'ml-matrix';\n\nexport function forward(X: Matrix): number {\n  return X.rows;\n}\n";
    expect(factsOf(text).advice).toEqual([
      { line: 3, column: 1, code: 0, message: expect.stringMatching(/^"forward" should have/) },
    ]);
  });

  test('a parameter that the stub does not have is told', () => {
    const text =
      "import { Matrix } from 'ml-matrix';\nexport const forward = (X: Matrix, more: number) => X.mul(more);\n";
    expect(factsOf(text).advice).toMatchObject([{ line: 2, code: 0 }]);
  });

  test('a parameter less is what TypeScript allows', () => {
    const text =
      "import { Matrix } from 'ml-matrix';\nexport const forward = () => new Matrix(1, 1);\n";
    expect(factsOf(text).advice).toEqual([]);
  });

  test('a type error inside of a function is told with its code', () => {
    const text = "export {};\nconst a: number = 'text';\n";
    expect(factsOf(text).advice).toMatchObject([{ line: 2, column: 7, code: 2322 }]);
  });

  test('a method that Matrix does not have is told', () => {
    const text = STUB.replace(/throw.*/, 'return X.matmul(X);');
    expect(factsOf(text).advice).toMatchObject([
      { line: 3, message: expect.stringContaining("'matmul'") },
    ]);
  });

  test('an export that lacks is not a matter of types', () => {
    expect(factsOf('export const other = 1;').advice).toEqual([]);
  });

  describe('about a function that takes a class of the stub', () => {
    const stub = `export class Unit {
  readonly weight: number = 1;
}
export function weigh(units: Unit[], z: number): number {
  throw new Error('Not written yet: weigh');
}
`;
    const adviceOn = (text: string) => factsOf(text, { stub }).advice;

    test('there is none where the class holds more than was asked for', () => {
      const text = stub.replace('= 1;', '= 1;\n  private seen: number | null = null;');
      expect(adviceOn(text)).toEqual([]);
    });

    test('there is some where the class holds less', () => {
      expect(adviceOn(stub.replace('weight', 'seen'))).toMatchObject([{ line: 4, code: 0 }]);
    });

    test('there is some where it takes something else', () => {
      const text = stub.replace('units: Unit[]', 'units: string');
      expect(adviceOn(text)).toMatchObject([{ line: 4, code: 0 }]);
    });
  });

  test('console is known', () => {
    expect(factsOf("console.log('text', 1);\nexport {};").advice).toEqual([]);
  });

  test('there is only so much of it', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `const a${i}: number = 'text';`);
    expect(factsOf(`export {};\n${lines.join('\n')}`).advice).toHaveLength(20);
  });

  test('it comes in the order of the lines', () => {
    const text = `import { Matrix } from 'ml-matrix';
export function forward(X: Matrix): number { return X.rows; }
const b: number = 'text';
const c: number = 'text';
`;
    expect(factsOf(text).advice.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});
