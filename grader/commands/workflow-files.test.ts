import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commanding } from '../testing/commanding-words.ts';
import { outputsIn } from '../testing/runner.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { appendFor, outputLines } from './workflow-files.ts';

const lines = (text: string) => text.replace(/\r\n|\r/g, '\n');

test('no output can end itself and begin another', () => {
  fc.assert(
    fc.property(commanding, commanding, (first, second) => {
      expect(outputsIn(outputLines({ first, second }))).toEqual({
        first: lines(first),
        second: lines(second),
      });
    }),
    { numRuns: 500 },
  );
});

test('the word between two outputs is another each time', () => {
  const [one, other] = [outputLines({ a: '' }), outputLines({ a: '' })];
  expect(one).not.toBe(other);
});

test('what a step has written before is kept, also where its last line has no end', async () => {
  const file = path.join(await temporaryFolder(), 'output');
  await writeFile(file, 'one=1');
  await appendFor({ GITHUB_OUTPUT: file }, 'GITHUB_OUTPUT', outputLines({ two: '2' }));
  expect(outputsIn(await readFile(file, 'utf8'))).toEqual({ one: '1', two: '2' });
});

test('where there is no such file, nothing is written', async () => {
  await expect(appendFor({}, 'GITHUB_STEP_SUMMARY', 'text')).resolves.toBeUndefined();
});

test('a file that cannot be written to is refused', async () => {
  const folder = path.join(await temporaryFolder(), 'a folder');
  await mkdir(folder);
  await expect(
    appendFor({ GITHUB_STEP_SUMMARY: folder }, 'GITHUB_STEP_SUMMARY', 'text'),
  ).rejects.toThrow('The file of GITHUB_STEP_SUMMARY cannot be written');
});
