import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { StubFailure } from './stub.ts';

/** A function with this body for students to write. */
const solutionOf = (body: string): string =>
  `import { Matrix } from 'ml-matrix';

export function f(Z: Matrix, a: number, b: number): Matrix {
  // #region solution
  ${body}
  // #endregion
}
`;

/** What becomes of a body by the operators of one family. */
const becomes = (operator: string, body: string): readonly string[] =>
  mutantsOf(solutionOf(body))
    .filter((mutant) => mutant.operator === operator)
    .map(({ to }) => to);

describe('arithmetic', () => {
  test.each([
    ['plus becomes minus', 'return a + 1;', 'return a - 1;'],
    ['minus becomes plus', 'return a - 1;', 'return a + 1;'],
    ['times becomes divided by', 'return a * 3;', 'return a / 3;'],
    ['divided by becomes times', 'return a / 3;', 'return a * 3;'],
    ['a power becomes a product', 'return a ** 3;', 'return a * 3;'],
    ['what is added up is taken away', 'a += 1;', 'a -= 1;'],
    ['a minus in front is left out', 'return -a;', 'return a;'],
    ['a count runs backwards', 'a++;', 'a--;'],
    ['a method becomes its counterpart', 'return Z.sub(1);', 'return Z.add(1);'],
    ['the largest becomes the smallest', 'return Math.max(0, a);', 'return Math.min(0, a);'],
  ])('%s', (_, before, after) => {
    expect(becomes('arithmetic', before)).toEqual([after]);
  });
});

describe('relational', () => {
  test.each([
    ['<', ['<=', '>=']],
    ['<=', ['<', '>']],
    ['>', ['>=', '<=']],
    ['>=', ['>', '<']],
    ['===', ['!==']],
    ['!==', ['===']],
    ['&&', ['||']],
    ['||', ['&&']],
  ])('%s becomes %j', (before, after) => {
    const others = after.map((other) => `return a ${other} b;`);
    expect(becomes('relational', `return a ${before} b;`)).toEqual(others);
  });

  test('a "not" is left out', () => {
    expect(becomes('relational', 'return !a;')).toEqual(['return a;']);
  });
});

describe('constants', () => {
  test.each([
    ['a whole number is one more and one less', 'return 2;', ['return 3;', 'return 1;']],
    ['zero is one more and one less', 'return 0;', ['return 1;', 'return -1;']],
    ['any other number is twice and half', 'return 1e-5;', ['return 0.00002;', 'return 0.000005;']],
    ['a minus does not meet another', 'return -0;', ['return -1;', 'return -(-1);']],
    ['nor does it meet a power', 'return 0 ** a;', ['return 1 ** a;', 'return (-1) ** a;']],
    ['a text says nothing', "return 'column';", ["return '';"]],
    ['a text that says nothing says something', "return '';", ["return 'other';"]],
    ['nor does a text with something in it', `return \`d\${a}\`;`, ["return '';"]],
    ['true is false', 'return true;', ['return false;']],
    ['false is true', 'return false;', ['return true;']],
    ['the name of a property is no text', "return { 'a-b': a };", []],
  ])('%s', (_, before, after) => {
    expect(becomes('constants', before)).toEqual(after);
  });
});

describe('arguments that change places', () => {
  test.each([
    ['are those of a call', 'return g(a, b);', ['return g(b, a);']],
    ['are those of a construction', 'return new Matrix(a, b);', ['return new Matrix(b, a);']],
    ['stand side by side', 'return g(1, 2, 3);', ['return g(2, 1, 3);', 'return g(1, 3, 2);']],
    ['are not alike', 'return g(a, a);', []],
  ])('%s', (_, before, after) => {
    expect(becomes('argument-swap', before)).toEqual(after);
  });
});

describe('a call that is dropped', () => {
  test.each([
    ['leaves what it was made on', 'return Z.clone();', ['return Z;']],
    ['leaves one of its arguments', 'return g(a, 2);', ['return a;', 'return 2;']],
    ['of Math leaves its argument', 'return Math.exp(a);', ['return a;']],
    ['keeps its argument together', 'return 2 * Math.exp(a - b);', ['return 2 * (a - b);']],
    ['leaves no functions', 'return g((z) => z);', []],
    ['leaves no lists without brackets', 'return Math.max(...a);', []],
    ['is not the whole of a statement', 'Z.clone();', []],
  ])('%s', (_, before, after) => {
    expect(becomes('call-drop', before)).toEqual(after);
  });

  test('is told apart where it transposes', () => {
    const body = 'return Z.transpose();';
    expect(becomes('transpose-drop', body)).toEqual(['return Z;']);
    expect(becomes('call-drop', body)).toEqual([]);
  });
});

describe('a statement that is dropped', () => {
  test.each([
    ['is a call', 'Z.add(1);'],
    ['is an assignment', 'a = b;'],
    ['returns', 'return a;'],
    ['throws', 'throw a;'],
    ['is a question', 'if (a) {}'],
    ['is a loop', 'for (;;) {}'],
  ])('%s', (_, body) => {
    expect(becomes('statement-drop', body)).toEqual(['']);
  });

  test('leaves its mark where a statement has to stand', () => {
    expect(becomes('statement-drop', 'if (a) b = 1;')).toEqual(['', 'if (a) ;']);
  });

  test('is no declaration', () => {
    expect(becomes('statement-drop', 'const c = 1;')).toEqual([]);
  });
});

describe('a variable gives its place', () => {
  test('to one of its type', () => {
    expect(becomes('variable-swap', 'return a;')).toEqual(['return b;']);
  });

  test('to one whose number is known', () => {
    expect(becomes('variable-swap', 'const c = 1; return c;')).toContain('const c = 1; return a;');
  });

  test('to none that has no value yet', () => {
    expect(becomes('variable-swap', 'a++; const c = a;')).toEqual([
      'b++; const c = a;',
      'a++; const c = b;',
    ]);
  });

  test('to a function of its type', () => {
    const other = 'const g = (Y: Matrix) => Y; const h = (Y: Matrix) => Y;';
    expect(becomes('variable-swap', `${other} return h(Z);`)).toContain(`${other} return g(Z);`);
  });

  test('in a record that is written short', () => {
    expect(becomes('variable-swap', 'return { a };')).toEqual(['return { a: b };']);
  });

  test('and so does a property of the same thing', () => {
    expect(becomes('variable-swap', 'return [Z.one, Z.two];')).toEqual([
      'return [Z.two, Z.two];',
      'return [Z.one, Z.one];',
    ]);
  });

  test('and so do rows to columns', () => {
    expect(becomes('variable-swap', 'return Z.rows;')).toEqual(['return Z.columns;']);
  });

  test('and not what is called', () => {
    expect(becomes('variable-swap', 'Z.one(); Z.two();')).toEqual([]);
  });
});

describe('left alone is', () => {
  test.each([
    ['what is given', 'export const a = 1 + 2;'],
    ['a type', '// #region solution\nexport type A = Record<1, 2>;\n// #endregion'],
    ['an interface', '// #region solution\ninterface A { a: 1; b(c: 2): 3 }\n// #endregion'],
    ['a comment', '// #region solution\n// 1 + 2\n/* return a; */\n// #endregion'],
    ['an import', "// #region solution\nimport { a } from 'a';\n// #endregion"],
    ['a solution without regions', 'const a = 1;\n'],
    ['nothing', ''],
  ])('%s', (_, solution) => {
    expect(mutantsOf(solution)).toEqual([]);
  });

  test('an annotation, and not what stands beside it', () => {
    const ids = mutantsOf('// #region solution\nconst a: 1 | 2 = 1;\n// #endregion').map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['constants:2:18:1->2', 'constants:2:18:1->0']);
  });
});

test('a mutant is named for its operator, its place and what was done there', () => {
  const [mutant] = mutantsOf(solutionOf('return a\n    + 1;'));
  expect(mutant).toMatchObject({
    id: 'statement-drop:5:3:return a + 1;->',
    line: 5,
    column: 3,
    from: 'return a\n+ 1;',
    to: '',
  });
});

test('what is rarely written is read all the same', () => {
  const rare = `class A { #b = 1; static c = 2; get d() { return this.#b; } constructor() { super(); } }
  enum E { One = 1 }
  outer: for (const { rows = 3, ...rest } of [Z]) { if (!rest) continue outer; }
  switch (a) { case 1: b = 2; break; default: throw a; }
  try { (Z as unknown as { rows: 4 }).rows ??= a; } catch { b = -b; }
  const g = function* <T extends 5>(this: A, c: T) { yield* [c satisfies 5]; };
  return { [\`\${a}\`]: Z?.transpose()?.get(0, a)!, ...{ a }, g };`;
  const ids = mutantsOf(solutionOf(rare)).map(({ id }) => id);
  expect(ids).not.toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a region without an end is refused', () => {
  expect(() => mutantsOf('// #region solution\n1;\n')).toThrow(StubFailure);
});

/** Programs of the kind that students write, of any size. */
const { body: anyBody } = fc.letrec<{ expression: string; body: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '0', '1', '0.5', '1e-8', "'row'", 'Z.rows', 'true'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '<', '===', '&&'),
        tie('expression'),
      )
      .map(([one, sign, other]) => `(${one}) ${sign} (${other})`),
    tie('expression').map((each) => `-(${each})`),
    tie('expression').map((each) => `!(${each})`),
    tie('expression').map((each) => `Math.exp(${each})`),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `Z.get(${one}, ${other})`),
    tie('expression').map((each) => `Z.transpose().mul(${each})`),
    tie('expression').map((each) => `((z: number) => ${each})(a)`),
  ),
  body: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('expression').map((each) => `return ${each};`),
    fc.tuple(tie('expression'), tie('body')).map(([each, rest]) => `a += ${each};\n  ${rest}`),
    fc
      .tuple(tie('expression'), tie('body'))
      .map(([each, rest]) => `if (${each}) a++; else b--;\n${rest}`),
    fc
      .tuple(tie('expression'), tie('body'))
      .map(([each, rest]) => `for (let i = 0; i < ${each}; i++) {\n${rest}\n}`),
  ),
}));

describe('the mutants of any solution', () => {
  const RUNS = { numRuns: 20 };

  test('differ from it in one place, which they name', () => {
    const property = fc.property(anyBody, (body) => {
      const solution = solutionOf(body);
      const lines = solution.split('\n');
      for (const { line, column, before, after, source } of mutantsOf(solution)) {
        const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
        expect(solution.slice(start, start + before.length)).toBe(before);
        expect(source).toBe(
          solution.slice(0, start) + after + solution.slice(start + before.length),
        );
      }
    });
    fc.assert(property, RUNS);
  });

  test('can be read as programs', () => {
    const property = fc.property(anyBody, (body) => {
      for (const { source, id } of mutantsOf(solutionOf(body))) {
        const { diagnostics = [] } = ts.transpileModule(source, { reportDiagnostics: true });
        expect(diagnostics.map(({ messageText }) => `${id}: ${messageText}`)).toEqual([]);
      }
    });
    fc.assert(property, RUNS);
  });

  test('are all different, and each has a name of its own', () => {
    const property = fc.property(anyBody, (body) => {
      const solution = solutionOf(body);
      const mutants = mutantsOf(solution);
      expect(new Set([solution, ...mutants.map(({ source }) => source)]).size).toBe(
        mutants.length + 1,
      );
      expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    });
    fc.assert(property, RUNS);
  });

  test('are the same every time', () => {
    const property = fc.property(anyBody, (body) => {
      expect(mutantsOf(solutionOf(body))).toEqual(mutantsOf(solutionOf(body)));
    });
    fc.assert(property, { numRuns: 5 });
  });
});
