import { describe, expect, test } from 'vitest';
import { strongestIsolation } from '../sandbox/isolation.ts';
import { chainrule } from '../testing/command-line.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';

test('the doctor says how strongly submissions are kept apart here, and that the wall answers', async () => {
  const { code, stdout } = await chainrule(['doctor'], { cwd: await temporaryFolder() });
  expect(stdout).toContain(`Isolation   ${strongestIsolation().level}, the strongest`);
  expect(stdout).toContain('The wall    answers');
  expect(code).toBe(0);
});

describe('the doctor says of a folder', () => {
  const without = Object.fromEntries(
    Object.entries(toyCourse).filter(([place]) => place.startsWith('exercises/')),
  );
  test.each([
    ['that it is no course', {}, 'Course      none in this folder'],
    ['that its solutions are the key', toyCourse, 'Key         made from the solutions'],
    ['that a key is missing', without, '✘ there is no key.json'],
    ['that a key is broken', { ...without, 'key.json': '{' }, '✘ key.json: not JSON'],
    ['what is wrong with a manifest', { 'exercises/01-a/exercise.json': '{' }, '✘ exercises/01-a'],
  ])('%s', async (_, files, words) => {
    const cwd = await temporaryFolder();
    await writeFiles(cwd, files);
    const { stdout, code } = await chainrule(['doctor'], { cwd });
    expect(stdout).toContain(words);
    expect(code).toBe(0);
  });
});
