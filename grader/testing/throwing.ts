/** Bodies in which no space stands between a word of the language and what throws. */
const WITHOUT_SPACES: readonly string[] = [
  'return(x.gat()); // here',
  'return[x.gat()]; // here',
  'return{ a: x.gat() }; // here',
  'return-x.gat(); // here',
  'return"s".gat(); // here',
  'return`s`.gat(); // here',
  'return/s/.gat(); // here',
  'return(x)\n    .gat(); // here',
  'return[...(function* () {\n    yield(x.gat()); // here\n  })()];',
  'return[...(function* () {\n    yield[x.gat()]; // here\n  })()];',
  'switch (x) {\n    case(x.gat()): // here\n  }',
  'switch (x) {\n    case-x.gat(): // here\n  }',
  'throw(x.gat()); // here',
  'throw(x)\n    .gat(); // here',
  'return typeof(x.gat()); // here',
  'return "s"\n    in(x.gat()); // here',
  'return x\n    instanceof(x.gat()); // here',
  'for (const each of(x.gat())) { // here\n    x += each;\n  }',
  'for (const each in(x.gat())) { // here\n    x += each;\n  }',
  'if (x !== 3) x = 1;\n  else(x).gat(); // here',
  'do(x).gat(); // here\n  while(x);',
];

/** Texts that throw, each at the line that ends in `// here`; and what is special about them. */
export const THROWING: readonly (readonly [name: string, text: string])[] = [
  [
    'in a function',
    `export function work(x: any) {
  const a = 1;
  x.gat(a); // here
}`,
  ],
  [
    'in a helper that threw',
    `function helper(x: any) {
  return x.gat(); // here
}
export function work(x: any) {
  return helper(x);
}`,
  ],
  [
    'after helpers that returned',
    `function fine(v: number): any {
  const w = v + 1;
  return w;
}
export function work(x: any) {
  return fine(fine(x)).gat(); // here
}`,
  ],
  [
    'after a helper that returned nothing',
    `function note(x: number) {
  if (x > 1) {
    return;
  }
}
export function work(x: any) {
  return [note(x), x.gat()]; // here
}`,
  ],
  [
    'after a helper that came to its end',
    `function note(x: number) {
  x += 1;
}
export function work(x: any) {
  return [note(x), x.gat()]; // here
}`,
  ],
  [
    'in a callback',
    `export function work(x: any) {
  return [1, 2].map((each) => {
    const a = each;
    return x.gat(a); // here
  });
}`,
  ],
  [
    'after callbacks that returned',
    `const plus = (a: number): number => {
  return a + 1;
};
export function work(x: any) {
  return (x + [1, 2].map(plus)).gat(); // here
}`,
  ],
  [
    'in an arrow expression',
    `const bad = (v: any) =>
  v.gat(); // here
export const work = (x: any) => bad(x);`,
  ],
  [
    'after an arrow expression on a line of its own',
    `const fine = (v: any) =>
  v + 1;
export const work = (x: any) => fine(x).gat(); // here`,
  ],
  [
    'in a getter',
    `const thing = {
  get size(): any {
    return (undefined as any).length; // here
  },
};
export const work = (x: any) => thing.size + x;`,
  ],
  [
    'after a getter',
    `const thing = {
  get size(): any {
    return 1;
  },
};
export const work = (x: any) => (thing.size + x).gat(); // here`,
  ],
  [
    'in a recursion',
    `export function work(n: any): any {
  if (n === 0) {
    return n.gat(); // here
  }
  return work(n - 1);
}`,
  ],
  [
    'after a recursion',
    `function sum(n: number): any {
  if (n === 0) return 0;
  return n + sum(n - 1);
}
export function work(x: any): any {
  return sum(x).gat(); // here
}`,
  ],
  [
    'of a call into a library that threw',
    `import { Matrix } from 'ml-matrix';
export function work() {
  const a = Matrix.ones(2, 3);
  const b = Matrix.ones(3, 2);
  return Matrix.add(a, b); // here
}`,
  ],
  [
    'of an entry of an object',
    `export function work(x: any) {
  return {
    a: 1,
    b: x.gat(), // here
    c: 2,
  };
}`,
  ],
  [
    'of a name that there is not, in an object',
    `export function work(x: any) {
  return {
    x,
    nowhere, // here
  };
}`,
  ],
  [
    'of an entry of a pattern',
    `export function work({
  a = 1,
  b = nowhere, // here
}: any) {
  return a + b;
}`,
  ],
  [
    'of a step in a chain',
    `import { Matrix } from 'ml-matrix';
export function work(): any {
  return (Matrix.ones(2, 2) as any)
    .mul(2)
    .gat() // here
    .mul(3);
}`,
  ],
  [
    'of a call whose arguments stand below it',
    `export function work(x: any) {
  return x.gat( // here
    Math.abs(x),
    [
      Math.abs(x),
    ],
  );
}`,
  ],
  [
    'of the head of a loop that goes on',
    `export function work(x: any) {
  let v = x;
  while (v.toFixed()) { // here
    v = { toFixed: 1 };
  }
}`,
  ],
  [
    'of the head of a loop that counts',
    `export function work(x: any) {
  let v = x;
  for (let i = 0; i < 3; v.toFixed()) { // here
    v = null;
  }
}`,
  ],
  [
    'of what a loop takes next',
    `export function work(x: any) {
  const pairs: any = [[1, 2], undefined];
  for (const [a] of pairs) { // here
    if (a === 1) continue;
    x += a;
  }
}`,
  ],
  [
    'of what a labelled loop takes next',
    `export function work(x: any) {
  const pairs: any = [[1, 2], undefined];
  outer: for (const [a] of pairs) { // here
    for (;;) {
      continue outer;
    }
  }
}`,
  ],
  [
    'of a loop with one statement',
    `export function work(x: any) {
  for (const each of [1, 2])
    x.gat(each); // here
}`,
  ],
  [
    'of another arm',
    `export function work(x: any) {
  if (x === 1) return 1
  else if (x === 3)
    return x.gat() // here
  else return 2
}`,
  ],
  [
    'of a case',
    `export function work(x: any) {
  switch (x) {
    case 1:
      return 1;
    case 3: {
      return x.gat(); // here
    }
  }
}`,
  ],
  [
    'past what is done at last',
    `export function work(x: any) {
  try {
    x.gat(); // here
  } finally {
    const a = 1;
    x = a;
  }
}`,
  ],
  [
    'past what was caught',
    `function helper(x: any) {
  x.gat();
}
export function work(x: any) {
  try {
    helper(x);
  } catch {}
  return x.nothing.more; // here
}`,
  ],
  [
    'in a constructor',
    `class A {
  constructor(readonly x: any) {
    x.gat(); // here
  }
}
export const work = (x: any) => new A(x);`,
  ],
  [
    'in a constructor of an heir',
    `class A {
  a = 1;
}
class B extends A {
  b = 2;
  constructor(readonly x: any) {
    super();
    x.gat(); // here
  }
}
export const work = (x: any) => new B(x);`,
  ],
  [
    'of a field',
    `class A {
  a = 1;
  b = (undefined as any).length; // here
}
export const work = () => new A();`,
  ],
  [
    'of a static block',
    `export const work = (x: any) =>
  class {
    static {
      const a = 1;
      x.gat(a); // here
    }
  };`,
  ],
  [
    'of a parameter',
    `function helper(
  x: any,
  y = x.gat(), // here
) {
  return y;
}
export const work = (x: any) => helper(x);`,
  ],
  [
    'in a generator',
    `function* numbers(x: any) {
  const a = yield 1;
  x.gat(a); // here
}
export function work(x: any) {
  for (const each of numbers(x)) {
    Math.abs(each);
  }
}`,
  ],
  [
    'of who asked a generator',
    `function* numbers(x: any) {
  yield
  yield x;
}
export function work(x: any) {
  const [, b] = [...numbers(x)];
  return [[...numbers(x)], (b as any).gat()]; // here
}`,
  ],
  [
    'of who asked generators that hand on others',
    `function* numbers(x: any) {
  yield 1;
  yield x;
}
function* all(x: any) {
  yield* numbers(x);
}
export function work(x: any) {
  const a = 1;
  return [...all(a), ...all(x), x.gat()]; // here
}`,
  ],
  [
    'of an error of their own',
    `export function work() {
  const a = 1;
  throw new Error(\`\${a} is no number\`); // here
}`,
  ],
  [
    'of a thrown text',
    `export function work() {
  const a = 1;
  throw \`\${a}\`; // here
}`,
  ],
  [
    'of a thrown value that is no error',
    `export function work() {
  const a = 1;
  throw a; // here
}`,
  ],
  ['in a file of one line', `export function work(x: any) { return x.gat(); } // here`],
  [
    'in a file without semicolons',
    `export function work(x: any) {
  const a = 1
  x.gat() // here
  return a
}`,
  ],
  [
    'in a file that uses our names',
    `let $line = 0;
const $line_back = (line: number) => { $line = line; };
export function work(x: any) {
  $line_back($line);
  let \\u0024line1 = 7;
  x.gat(\\u0024line1); // here
}`,
  ],
  [
    'in a file that shadows our names',
    `export function work($line: any, $line_found = 1) {
  const $line_back = $line;
  return $line_back.gat($line_found); // here
}`,
  ],
  [
    'in a file of directives',
    `'use strict';
export function work(x: any) {
  'use strict';
  x.gat(); // here
}`,
  ],
  ...WITHOUT_SPACES.map((body): readonly [string, string] => [
    `without a space: ${body.replaceAll(/ *\/\/ here|\s*\n\s*/g, ' ')}`,
    `export function work(x: any) {\n  ${body}\n}`,
  ]),
];
