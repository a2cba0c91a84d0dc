import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNames } from './write-class.ts';

describe('names of files for submissions', () => {
  test.each([
    ['ada', 'ada'],
    ['Ada Lovelace', 'Ada-Lovelace'],
    ['Größe_1.b', 'Größe_1.b'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.hidden', 'hidden'],
    ['<b>', 'b'],
    ['', 'submission'],
    ['🎉', 'submission'],
  ])('%j is %s', (submission, name) => {
    expect(fileNames([submission])).toEqual([name]);
  });

  test('are as many as there are submissions, whatever they are called, on every system', () => {
    const called = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constantFrom('a', 'A', 'a-2', '.', '..', 'index'),
    );
    fc.assert(
      fc.property(fc.array(called, { maxLength: 12 }), (submissions) => {
        const names = fileNames(submissions);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(submissions.length);
        for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
      }),
    );
  });
});
