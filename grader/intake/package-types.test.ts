import { expect, test } from 'vitest';
import { OFFERED_PACKAGES } from '../contract/exercise.ts';
import { readPackageTypes } from './package-types.ts';

test('every package that is offered has its declarations', async () => {
  expect([...(await readPackageTypes()).keys()]).toEqual([...OFFERED_PACKAGES]);
});

test('the declarations of ml-matrix tell of its matrix', async () => {
  expect((await readPackageTypes()).get('ml-matrix')).toContain('export class Matrix');
});
