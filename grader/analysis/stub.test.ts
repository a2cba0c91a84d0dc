import { describe, expect, test } from 'vitest';
import { FIRST, SECOND } from '../testing/documents.ts';
import { asHandedIn, hiddenParts, makeStub, StubFailure } from './stub.ts';

const files = new Map([
  [FIRST, 'first.ts'],
  [SECOND, 'second.ts'],
]);

const SOLUTION = `import { double } from '../01-first/solution.ts';

/** Four times a number. */
export function four(z: number): number {
  // #region solution
  return double(double(z));
  // #endregion
}

// #region solution
function helper(): number {
  return 1;
}
// #endregion

export function one(): number {
  const given = 1;
  // #region solution
  return given * helper();
  // #endregion
}
`;

const STUB = `import { double } from '../01-first/first.ts';

/** Four times a number. */
export function four(z: number): number {
  // Your code here.
  throw new Error('Not written yet: four');
}

export function one(): number {
  const given = 1;
  // Your code here.
  throw new Error('Not written yet: one');
}
`;

/** The stub of a function with this body. */
const stubOf = (head: string, tail = '}') =>
  makeStub(`${head}\n  // #region solution\n  return 42;\n  // #endregion\n${tail}\n`, files);

describe('a stub is the solution without its regions', () => {
  test('and all the rest as it was', () => {
    expect(makeStub(SOLUTION, files)).toBe(STUB);
  });

  test('so that nothing of a region is left', () => {
    expect(makeStub(SOLUTION, files)).not.toMatch(/helper|double\(|region/);
  });

  test.each([
    ['a function', 'export function f() {', '}', 'f'],
    ['a method', 'export class A {\n m() {', '}\n}', 'A.m'],
    ['a method of no class', 'export const a = {\n m() {', '}\n};', 'm'],
    ['an inner block of a function', 'export function f() {\n if (true) {', '}\n}', 'f'],
    ['an arrow function', 'export const f = () => {', '};', 'f'],
  ])('in %s an error says what is not written yet', (_, head, tail, name) => {
    expect(stubOf(head, tail)).toContain(`throw new Error('Not written yet: ${name}');`);
  });

  test('outside of functions nothing is left', () => {
    const solution =
      'const a = 1;\n\n// #region solution\nconst b = 2;\n// #endregion\n\nconst c = 3;\n';
    expect(makeStub(solution, files)).toBe('const a = 1;\n\nconst c = 3;\n');
  });

  test('an error stands as far to the right as the region did', () => {
    const solution =
      'export class A {\n  m() {\n      // #region solution\n      // #endregion\n  }\n}\n';
    expect(makeStub(solution, files)).toContain(
      "      // Your code here.\n      throw new Error('Not written yet: A.m');",
    );
  });

  test('a region without an end fails with its line', () => {
    expect(() => makeStub('const a = 1;\n// #region solution\nconst b = 2;\n', files)).toThrow(
      new StubFailure('line 2: "// #region solution" has no "// #endregion"'),
    );
  });

  test('it ends with one line break', () => {
    expect(makeStub('const a = 1;\n\n\n', files)).toBe('const a = 1;\n');
  });

  test('of a stub is that stub', () => {
    expect(makeStub(STUB, files)).toBe(STUB);
  });
});

describe('imports of earlier solutions', () => {
  test.each([
    ['import', "import { a } from '../02-second/solution.ts';", "'../02-second/second.ts'"],
    [
      'import a type',
      "import type { A } from '../01-first/solution.ts';",
      "'../01-first/first.ts'",
    ],
    ['export', "export { a } from '../01-first/solution.ts';", "'../01-first/first.ts'"],
    ['export all', "export * from '../02-second/solution.ts';", "'../02-second/second.ts'"],
  ])('%s the student’s file', (_, statement, target) => {
    expect(makeStub(`${statement}\n`, files)).toContain(target);
  });

  test('all lead to students’ files, however many there are', () => {
    const solution =
      "import { a } from '../01-first/solution.ts';\nimport { b } from '../02-second/solution.ts';\n";
    expect(makeStub(solution, files)).not.toContain('solution.ts');
  });

  test.each([
    "'ml-matrix'",
    "'./solution.ts'",
    "'../01-first/other.ts'",
    "'../../../01-first/solution.ts'",
  ])('other imports stay: %s', (specifier) => {
    expect(makeStub(`import { a } from ${specifier};\n`, files)).toContain(specifier);
  });

  test('of an exercise that is none fail with its name', () => {
    expect(() => makeStub("import { a } from '../09-ninth/solution.ts';\n", files)).toThrow(
      new StubFailure('it imports from 09-ninth, which is no exercise'),
    );
  });
});

describe('a solution as a student would hand it in', () => {
  const handedIn = asHandedIn(SOLUTION, files);

  test('has no marks', () => {
    expect(handedIn).not.toMatch(/#(end)?region/);
  });

  test('has all that the solution says', () => {
    const said = (text: string) =>
      text.split('\n').filter((line) => !/#(end)?region|import/.test(line));
    expect(said(handedIn)).toEqual(said(SOLUTION));
  });

  test('imports what students have', () => {
    expect(handedIn).toContain("from '../01-first/first.ts'");
  });

  test('is handed in again as it is', () => {
    expect(asHandedIn(handedIn, files)).toBe(handedIn);
  });

  test('makes no stub any more', () => {
    expect(makeStub(handedIn, files)).toBe(handedIn);
  });
});

test('what is hidden of a solution are its regions, whatever words follow their marks', () => {
  const solution =
    'a;\n// #region solution\nb;\n// #endregion\nc;\n// #region solution: your turn\nd;\n// #endregion\n';
  expect(hiddenParts(solution)).toEqual(['\nb;\n', ': your turn\nd;\n']);
});
