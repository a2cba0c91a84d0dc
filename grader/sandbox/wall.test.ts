import { describe, expect, test } from 'vitest';
import { observeText, returned } from '../testing/session.ts';

const SECOND = 'export const second = (x: number) => x + 1;';
const first = (body: string) =>
  `export const first = (x: number): unknown => { ${body} };\n${SECOND}`;

/** What `first` returns, as text. */
async function wordsOf(body: string): Promise<string> {
  const value = returned(await observeText(first(body)), 'first');
  return value?.kind === 'text' ? value.text : JSON.stringify(value);
}

async function outcomeOf(body: string, limits = {}): Promise<unknown> {
  const observed = await observeText(first(body), limits);
  return observed.probes.first?.[0];
}

describe('a student program finds nothing of the machine', () => {
  test.each([
    'process',
    'module',
    'Buffer',
    'fetch',
    'setTimeout',
    'performance',
    'Date',
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'eval',
    'structuredClone',
    'queueMicrotask',
    'URL',
  ])('%s is not there', async (name) => {
    expect(await wordsOf(`return typeof ${name}`)).toBe('undefined');
  });

  test('code cannot be made from text', async () => {
    expect(await outcomeOf("return (() => {}).constructor('return 1')()")).toMatchObject({
      outcome: 'threw',
      name: 'EvalError',
    });
  });

  test('a require that the compiler cannot see finds nothing', async () => {
    const hidden = "const find: any = require; return find('node:fs')";
    expect(await outcomeOf(hidden)).toMatchObject({ outcome: 'threw' });
  });

  test('the global object leads to no other realm', async () => {
    const wayOut = "return globalThis.constructor.constructor('return process')()";
    expect(await outcomeOf(wayOut)).toMatchObject({ outcome: 'threw' });
  });

  test('errors carry no stack to climb', async () => {
    expect(await wordsOf('return typeof new Error().stack')).toBe('undefined');
  });

  test('the hooks of the stack cannot be set back', async () => {
    expect(await outcomeOf('(Error as any).prepareStackTrace = () => 1')).toMatchObject({
      outcome: 'threw',
      name: 'TypeError',
    });
  });

  test('Math.random says what to use in its place', async () => {
    expect(await outcomeOf('return Math.random()')).toMatchObject({
      outcome: 'threw',
      message: 'Math.random is not available here: use the generator that you are given',
    });
  });
});

describe('a call that goes wrong costs itself alone', () => {
  test.each([
    ['an endless loop', 'for (;;) {}', {}, { outcome: 'timed-out' }],
    [
      'endless microtasks',
      'const f = (): void => void Promise.resolve().then(() => void f()); f(); return 1',
      {},
      { outcome: 'timed-out' },
    ],
    [
      'a native loop that sees no clock',
      'const a: any = []; a.length = 2 ** 32 - 1; return a.indexOf(1)',
      {},
      { outcome: 'timed-out' },
    ],
    [
      'a full heap',
      'const a: any[] = []; for (;;) a.push(new Array(1e4).fill({}))',
      { seconds: 8 },
      { outcome: 'out-of-memory' },
    ],
    ['an answer without end', 'return new Array(3e6).fill(1)', {}, { outcome: 'too-much-output' }],
    ['a matrix without end', 'return new Float64Array(1e7)', {}, { outcome: 'too-much-output' }],
    [
      'endless recursion',
      'const f = (): any => f(); return f()',
      {},
      { outcome: 'threw', name: 'RangeError' },
    ],
    ['a thrown null', 'throw null', {}, { outcome: 'threw' }],
    [
      'an error with a getter that throws',
      'throw { get message() { throw 1 } }',
      {},
      { outcome: 'threw' },
    ],
  ])('%s', async (_, body, limits, expected) => {
    const observed = await observeText(first(body), limits);
    expect(observed.probes.first?.[0]).toMatchObject(expected);
    expect(returned(observed, 'second')).toEqual({ kind: 'number', value: 4 });
  });
});

describe('an answer is data and nothing else', () => {
  test.each([
    ['NaN', 'return NaN', { kind: 'number', value: 'NaN' }],
    ['minus infinity', 'return -Infinity', { kind: 'number', value: '-Infinity' }],
    ['minus zero', 'return -0', { kind: 'number', value: '-0' }],
    ['a list of numbers', 'return [1, 2.5]', { kind: 'numbers', data: [1, 2.5] }],
    [
      'an instance of a class',
      'return new (class { a = 1; #b = 2; get c() { return this.#b } })()',
      { kind: 'record', fields: { a: { kind: 'number', value: 1 } } },
    ],
    ['a function', 'return () => 1', { kind: 'unreadable', what: 'a function' }],
    ['a promise', 'return Promise.resolve(1)', { kind: 'unreadable', what: 'a promise' }],
    [
      'a Map',
      'return new Map()',
      { kind: 'unreadable', what: 'an object of the kind [object Map]' },
    ],
    [
      'a getter',
      'return { get a() { return 1 } }',
      { kind: 'record', fields: { a: { kind: 'unreadable', what: 'a getter' } } },
    ],
    [
      'toJSON, which is never called',
      'return { toJSON: undefined, a: 1 }',
      {
        kind: 'record',
        fields: { toJSON: { kind: 'nothing', what: 'undefined' }, a: { kind: 'number', value: 1 } },
      },
    ],
    [
      'a cycle',
      'const a: any = {}; a.a = a; return a',
      {
        kind: 'record',
        fields: { a: { kind: 'unreadable', what: 'a value that contains itself' } },
      },
    ],
  ])('%s', async (_, body, expected) => {
    expect(returned(await observeText(first(body)), 'first')).toEqual(expected);
  });

  test.each([
    ['a method of lists', 'Array.prototype.map = () => [666] as any'],
    ['an entry that all lists would have', 'Array.prototype[0] = 666'],
    ['what JSON calls', '(Object.prototype as any).toJSON = () => 666'],
    ['JSON itself', "JSON.stringify = () => '666'"],
    ['how lists are walked through', 'Array.prototype[Symbol.iterator] = null as any'],
    ['a global name', '(globalThis as any).Float64Array = Array'],
    ['the library', 'Matrix.prototype.get = () => 666'],
  ])('%s cannot be changed for anybody else', async (_, patch) => {
    const text = `import { Matrix } from 'ml-matrix';\n${first(`${patch}; return Matrix.ones(1, 1)`)}`;
    expect((await observeText(text)).probes.first?.[0]).toMatchObject({
      outcome: 'threw',
      name: 'TypeError',
    });
  });

  test.each([
    [
      'an error',
      "class Odd extends Error { constructor() { super('a'); this.name = 'Odd' } }; throw new Odd()",
    ],
    [
      'an object',
      "const a: any = {}; a.toString = () => 'b'; a.constructor = 1; throw { name: 'Odd', message: String(a) === 'b' ? 'a' : 'no' }",
    ],
  ])('but %s may have its own where the language has one', async (_, body) => {
    expect(await outcomeOf(body)).toMatchObject({ outcome: 'threw', name: 'Odd', message: 'a' });
  });

  test('what is printed is kept as text, up to a limit, and is no answer', async () => {
    const observed = await observeText(
      first(
        `console.log('{"outcome":"returned"}', 7); for (let i = 0; i < 1e5; i++) console.log('more'); return x`,
      ),
    );
    expect(observed.printed).toMatch(/^\{"outcome":"returned"\} 7\nmore\n/);
    expect(observed.printed.length).toBeLessThan(9000);
    expect(returned(observed, 'first')).toEqual({ kind: 'number', value: 3 });
  });
});

test('every method of a console is there', async () => {
  const methods =
    'log info warn error debug table trace dir dirxml group groupCollapsed groupEnd assert count countReset time timeEnd timeLog clear';
  const body = `for (const method of '${methods}'.split(' ')) (console as any)[method](true); return x`;
  expect(returned(await observeText(first(body)), 'first')).toEqual({ kind: 'number', value: 3 });
});

test('a case that is run again to see whether it repeats prints once', async () => {
  const observed = await observeText(first("console.log('here'); return x"), {}, { watched: true });
  expect(observed.probes.first?.[0]).toMatchObject({ outcome: 'returned', repeats: true });
  expect(observed.printed).toBe('here\n');
});

test('a module that never finishes loading is stopped', async () => {
  const { module } = await observeText(`while (true) {}\n${SECOND}`);
  expect(module).toEqual({ state: 'interrupted', how: 'timed-out' });
});

test('a module that throws while it loads says what', async () => {
  const { module } = await observeText(`throw new TypeError('at once');`);
  expect(module).toEqual({ state: 'threw', name: 'TypeError', message: 'at once' });
});

test('after three calls that had to be stopped the rest is not tried', async () => {
  const { probes } = await observeText(
    'export const first = () => { for (;;) {} };\nexport const second = first;',
  );
  expect(probes.second?.[0]).toEqual({ outcome: 'timed-out' });
});
