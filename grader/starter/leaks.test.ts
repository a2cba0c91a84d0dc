import { describe, expect, test } from 'vitest';
import { leaksIn } from './leaks.ts';

const SECRET = 'const dW1 = X.transpose().mmul(dZ1).div(m);';
const STUB = 'export function backward(X: Matrix): Matrix {\n  throw new Error();\n}';
const secrets = new Map([['solutions/02/solution.ts', [`  ${SECRET}\n  return { dW1 };\n`]]]);

const found = (text: string) => leaksIn({ 'exercises/02/README.md': text }, secrets, [STUB]);

test('a planted line is found, with its place and its origin', () => {
  expect(found(`# Lesson\n\nSome prose.\n\n    ${SECRET}\n`)).toEqual([
    {
      file: 'exercises/02/README.md',
      line: 5,
      from: 'solutions/02/solution.ts',
      text: SECRET,
    },
  ]);
});

describe('a leaked line is found', () => {
  test.each([
    ['with other spaces', SECRET.replaceAll('.', ' . ')],
    ['over several lines', SECRET.replaceAll('.', '\n  .')],
    ['with a comment in its midst', SECRET.replace('.mmul', '/* by rows */.mmul')],
    ['in a comment', `// was: ${SECRET}`],
    ['in the midst of a sentence', `You might write ${SECRET} and be done.`],
    ['in a document of data', JSON.stringify({ hint: SECRET })],
    ['after characters of other scripts', `Größe 𝛿 → ${SECRET}`],
    ['at the very beginning', SECRET],
  ])('%s', (_, text) => {
    expect(found(text)).toHaveLength(1);
  });
});

describe('nothing is found', () => {
  test.each([
    ['where only a part of a line stands', 'X.transpose().mmul(dZ1)'],
    ['where the same names stand in another order', 'dZ1.div(m).mmul(X.transpose())'],
    ['in an empty file', ''],
    ['of lines that everybody writes', 'return { dW1 };'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('where the stub shows the line itself', () => {
    expect(leaksIn({ 'README.md': SECRET }, secrets, [`${STUB}\n${SECRET}`])).toEqual([]);
  });

  test('of a function that is merely declared', () => {
    const declared = 'function rectify(Z: Matrix, slope: number): Matrix {';
    const own = new Map([['solution.ts', [declared]]]);
    expect(leaksIn({ 'probes.ts': declared }, own, [])).toEqual([]);
  });
});

test('a statement that the solution itself breaks into short lines is found', () => {
  const broken = 'const dW2 = A1\n  .transpose()\n  .mmul(dZ2)\n  .div(m);';
  const own = new Map([['solution.ts', [broken]]]);
  for (const leak of [broken, broken.replace(/\s+/g, ' ')]) {
    expect(leaksIn({ 'README.md': leak }, own, [])).toHaveLength(1);
  }
});
