import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugOf } from '../testing/documents.ts';
import { namesFor, scaffold } from './scaffold.ts';

describe('the names of an exercise follow from its folder', () => {
  test.each([
    ['07-momentum', { file: 'momentum.ts', title: 'Momentum', function: 'momentum' }],
    ['08-batch-norm', { file: 'batch-norm.ts', title: 'Batch norm', function: 'batchNorm' }],
    [
      '09-2d-convolution',
      { file: '2d-convolution.ts', title: '2d convolution', function: 'apply2dConvolution' },
    ],
    ['10-new', { file: 'new.ts', title: 'New', function: 'applyNew' }],
  ])('%s', (slug, names) => {
    expect(namesFor(slugOf(slug))).toEqual(names);
  });

  test('whatever it is called, the function has a name that the language accepts', () => {
    const slug = fc.stringMatching(/^[0-9]{2}-[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/);
    fc.assert(
      fc.property(slug, (text) => {
        const { function: name } = namesFor(slugOf(text));
        // The engine itself is asked; the text of the function is our own.
        expect(() => new Function(`"use strict"; function ${name}() {}`)).not.toThrow();
      }),
    );
  });
});

test('solution and stub are of one file, and the manifest names it', () => {
  const texts = scaffold(slugOf('07-momentum'), '../../schema.json');
  const manifest = JSON.parse(texts['exercises/07-momentum/exercise.json'] ?? '');
  expect(manifest.file).toBe('momentum.ts');
  expect(manifest.$schema).toBe('../../schema.json');
  expect(texts['exercises/07-momentum/probes.ts']).toContain("import('./momentum.ts')");
});
