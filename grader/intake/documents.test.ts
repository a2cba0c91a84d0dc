import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Key } from '../contract/key.ts';
import {
  courseExercise,
  courseOf,
  exerciseResult,
  keyExercise,
  resultOf,
} from '../testing/documents.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { readKey, readResult } from './documents.ts';

async function fileOf(text: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'document.json');
  await writeFile(file, text);
  return file;
}

const absentFile = async () => path.join(await temporaryFolder(), 'absent.json');

const course = courseOf(courseExercise({ digest: 'one' }));
const key = (own: Partial<Key> = {}): Key => ({
  schema: 'chainrule/key',
  version: 1,
  grader: '0.1.0',
  course: 'course',
  seed: '42',
  exercises: [keyExercise({ digest: 'one' })],
  ...own,
});

describe('a key', () => {
  const reading = async (document: unknown) =>
    readKey(await fileOf(JSON.stringify(document)), course);

  test('of the course is read', async () => {
    expect(await reading(key())).toEqual(key());
  });

  test('that lacks an exercise of the course does not fit', async () => {
    await expect(reading(key({ exercises: [] }))).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringContaining('holds nothing for 01-first'),
    });
  });

  test('of another version of an exercise does not fit', async () => {
    const other = key({ exercises: [keyExercise({ digest: 'two' })] });
    await expect(reading(other)).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringContaining('is of another version of 01-first'),
    });
  });

  test('is refused when it is another document', async () => {
    await expect(reading(resultOf([exerciseResult()]))).rejects.toMatchObject({
      code: 'broken-key',
    });
  });

  test('is refused when it is not there', async () => {
    await expect(readKey(await absentFile(), course)).rejects.toMatchObject({
      code: 'broken-key',
      message: expect.stringContaining('There is no file'),
    });
  });
});

describe('a result', () => {
  const result = resultOf([exerciseResult()]);

  test('is read', async () => {
    expect(await readResult(await fileOf(JSON.stringify(result)))).toEqual(result);
  });

  test.each([
    ['of a later version', { ...result, version: 2 }, 'at /version'],
    ['with a field that nobody knows', { ...result, mark: 1 }, 'unknown field "mark"'],
    ['with half a thousandth', { ...result, points: { earned: 0.5, possible: 1 } }, '/earned'],
  ])('%s is refused', async (_, document, message) => {
    await expect(readResult(await fileOf(JSON.stringify(document)))).rejects.toMatchObject({
      code: 'broken-result',
      message: expect.stringContaining(message),
    });
  });

  test('that is not there is refused', async () => {
    await expect(readResult(await absentFile())).rejects.toMatchObject({
      code: 'broken-result',
      message: expect.stringContaining('There is no file'),
    });
  });

  test('that is a folder is refused', async () => {
    await expect(readResult(await temporaryFolder())).rejects.toMatchObject({
      code: 'broken-result',
      message: expect.stringContaining('Cannot read'),
    });
  });
});
