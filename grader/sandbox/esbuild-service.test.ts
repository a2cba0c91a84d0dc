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
