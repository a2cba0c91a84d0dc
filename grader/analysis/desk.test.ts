import { beforeAll, describe, expect, test } from 'vitest';
import { makeConsole } from '../sandbox/inside/printed.ts';
import { Desk } from './desk.ts';
import type { Assignment } from './facts.ts';

// The compiler's libraries take a second to read: all tests of this file share one desk.
let desk: Desk;
beforeAll(() => {
  desk = new Desk(new Map());
});

const first = (text: string | null): Assignment => ({
  slug: '01-first',
  file: 'first.ts',
  text,
  stub: 'export function double(z: number): number {\n  return z;\n}\n',
  packages: [],
  links: [],
});

const second = (text: string | null): Assignment => ({
  slug: '02-second',
  file: 'second.ts',
  text,
  stub: 'export {};\n',
  packages: [],
  links: ['01-first/first.ts'],
});

const third = (text: string | null): Assignment => ({
  ...second(text),
  slug: '03-third',
  file: 'third.ts',
  links: ['02-second/second.ts'],
});

const usesDouble =
  "import { double } from '../01-first/first.ts';\nexport const four: number = double(2);\n";

test('facts come in the order of the files, and none where there is no file', () => {
  const [one, two] = desk.read([first(null), second('export const b = 1;')]);
  expect([one, two?.exports[0]?.name]).toEqual([null, 'b']);
});

test('the types of an earlier exercise are those that the student wrote', () => {
  const text = "export function double(z: number): string {\n  return '';\n}\n";
  const [, facts] = desk.read([first(text), second(usesDouble)]);
  expect(facts?.advice).toMatchObject([{ line: 2, code: 2322 }]);
});

test('the stub stands in for an earlier exercise that is not there', () => {
  const [, facts] = desk.read([first(null), second(usesDouble)]);
  expect(facts?.advice).toEqual([]);
});

test('a file that stands as it was given gets no advice for what an earlier exercise exports', () => {
  const uses = { ...second(usesDouble), stub: usesDouble };
  const text = "export function double(z: number): string {\n  return '';\n}\n";
  const [, facts] = desk.read([first(text), uses]);
  expect(facts?.advice).toEqual([]);
  expect(facts?.exports).toMatchObject([{ name: 'four' }]);
});

test('a submission leaves nothing behind for the next one', () => {
  const afterNothing = desk.read([first('export const a = 1;'), second(usesDouble)]);
  desk.read([first("const d: number = '';\nexport { Date }"), second('export * from')]);
  expect(desk.read([first('export const a = 1;'), second(usesDouble)])).toEqual(afterNothing);
});

test('a text without imports and exports shares its names with no other', () => {
  const [facts] = desk.read([first('export const a = shared;'), second('const shared = 1;')]);
  expect(facts?.advice).toMatchObject([{ code: 2304 }]);
});

test('a text read twice has the same facts', () => {
  const assignments = [first('export const a = Math.random();'), second(usesDouble)];
  expect(desk.read(assignments)).toEqual(desk.read(assignments));
});

test('a text that stands as before is read again when what it builds on changes', () => {
  const through = [
    second("export * from '../01-first/first.ts';"),
    third(
      "import { double } from '../02-second/second.ts';\nexport const four: number = double(2);",
    ),
  ];
  desk.read([first('export const double = (z: number) => z;'), ...through]);
  const [, , facts] = desk.read([first("export const double = (z: number) => '';"), ...through]);
  expect(facts?.advice).toMatchObject([{ line: 2, code: 2322 }]);
});

test('all that the console behind the wall offers may be used', () => {
  const calls = Object.keys(makeConsole()).map((name) => `console.${name}('a', 1);`);
  expect(calls).toContain("console.info('a', 1);");
  const [facts] = desk.read([first(`export const a = 1;\n${calls.join('\n')}`)]);
  expect(facts?.advice).toEqual([]);
});

describe('an import', () => {
  const adviceOn = (from: string) => {
    const text = `import { double } from '${from}';\nexport const four: number = double(2);\n`;
    return desk.read([first(null), second(text)])[1]?.advice;
  };

  test.each(['./first.ts', './first', '../first.js', '../elsewhere/first.ts'])(
    'that compiles is no cause for advice, wherever the files lie: %s',
    (from) => {
      expect(adviceOn(from)).toEqual([]);
    },
  );

  test.each(['./third.ts', 'first.ts', 'no-such-package'])(
    'that does not compile is: %s',
    (from) => {
      expect(adviceOn(from)).toMatchObject([{ line: 1, code: 2307 }]);
    },
  );
});

describe('a text nested deeper than the compiler can follow', () => {
  const DEEP = `export const a = ${'('.repeat(20_000)}1;`;

  // The error of a failure would print the whole text.
  const outcomeOf = (work: () => unknown) => {
    try {
      work();
      return 'read';
    } catch {
      return 'thrown';
    }
  };

  test('is read without a complaint of ours', () => {
    expect(outcomeOf(() => desk.read([first(DEEP)]))).toBe('read');
  });

  test('leaves the desk in order for the next submission', () => {
    outcomeOf(() => desk.read([first(DEEP)]));
    expect(desk.read([first('export const a = 1;')])[0]?.exports).toEqual([
      { name: 'a', parameters: null, line: 1, last: 1 },
    ]);
  });
});
