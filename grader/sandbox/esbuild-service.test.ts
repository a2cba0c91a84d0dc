import { expect, test } from 'vitest';
import { buildAlone } from './esbuild-service.ts';

const source = (contents: string) => ({
  stdin: { contents, loader: 'ts' as const },
  write: false,
  logLevel: 'silent' as const,
});

test('a text is built', async () => {
  expect(await buildAlone(source('let x: number = 1;'))).toEqual({
    state: 'built',
    code: 'let x = 1;\n',
  });
});

test('a text that is no TypeScript is refused with its place', async () => {
  expect(await buildAlone(source('let = ;'))).toMatchObject({
    state: 'refused',
    message: { location: { line: 1 } },
  });
});

test('a text that would take very long is given up, and its neighbours are built', async () => {
  const endless = source(`const a = ${'async x=>'.repeat(29_000)}1;`);
  const three = await Promise.all([
    buildAlone(source('let before;')),
    buildAlone(endless),
    buildAlone(source('let after;')),
  ]);
  expect(three.map(({ state }) => state)).toEqual(['built', 'overwhelmed', 'built']);
});

test('a short text that would fill the memory is given up, and the next is built', async () => {
  const members = Array.from({ length: 26 }, (_, at) => `a${at + 1} = a${at} + a${at}`);
  const filling = source(`const enum E { a0 = '${'x'.repeat(16)}', ${members.join(', ')} }; E.a0;`);
  expect((await buildAlone(filling)).state).not.toBe('built');
  expect((await buildAlone(source('let after;'))).state).toBe('built');
});

test('a text that is far larger when it is built is given up', async () => {
  const members = Array.from({ length: 19 }, (_, at) => `a${at + 1} = a${at} + a${at}`);
  const growing = source(
    `const enum E { a0 = '${'x'.repeat(16)}', ${members.join(', ')} }; f(E.a19);`,
  );
  expect((await buildAlone(growing)).state).toBe('too-large');
});
