import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Key, KeyProbe } from '../contract/key.ts';
import type { Value } from '../contract/value.ts';
import {
  courseExercise,
  courseOf,
  evidenceOf,
  exerciseEvidence,
  exerciseResult,
  keyCase,
  keyExercise,
  resultOf,
  SECOND,
} from '../testing/documents.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { matrix, number } from '../testing/values.ts';
import { readEvidence, readKey, readResult } from './documents.ts';

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
  secret: false,
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

  test('of another course does not fit', async () => {
    await expect(reading(key({ course: 'other' }))).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringContaining('is a key of other, not of course'),
    });
  });

  test('of another Chainrule does not fit', async () => {
    await expect(reading(key({ grader: '9.9.9' }))).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringContaining('was made by Chainrule 9.9.9'),
    });
  });

  test.each<[string, KeyProbe['cases']]>([
    ['no cases', []],
    ['a matrix without its entries', [keyCase({ Z: { ...matrix([1]), rows: 1e9 } as Value })]],
  ])('with %s is refused', async (_, cases) => {
    const probes = { forward: { watched: false, functions: [], cases } };
    const exercises = [keyExercise({ digest: 'one', probes })];
    await expect(reading(key({ exercises }))).rejects.toMatchObject({ code: 'broken-key' });
  });

  test('that is nested without end is refused', async () => {
    const lists = `${'{"kind":"list","items":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const text = JSON.stringify(key()).replace(JSON.stringify(number(1)), lists);
    await expect(readKey(await fileOf(text), course)).rejects.toMatchObject({
      code: 'broken-key',
      message: expect.stringContaining('nested too deeply'),
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

describe('evidence', () => {
  const evidence = evidenceOf(exerciseEvidence());
  const reading = async (document: unknown) =>
    readEvidence(await fileOf(JSON.stringify(document)), course);

  test('of the course is read', async () => {
    expect(await reading(evidence)).toEqual(evidence);
  });

  test('is read where it is packed', async () => {
    const file = path.join(await temporaryFolder(), 'evidence.json.gz');
    await writeFile(file, gzipSync(JSON.stringify(evidence)));
    expect(await readEvidence(file, course)).toEqual(evidence);
  });

  test.each<[string, unknown, string, string]>([
    ['of another version', { ...evidence, version: 2 }, 'broken-evidence', 'version'],
    ['of another course', { ...evidence, course: 'other' }, 'wrong-evidence', 'is of other'],
    [
      'of an exercise that the course does not have',
      evidenceOf(exerciseEvidence({ slug: SECOND })),
      'wrong-evidence',
      'answers 02-second, which the course does not have',
    ],
    [
      'that answers other probes',
      evidenceOf(exerciseEvidence({ asked: 'others' })),
      'wrong-evidence',
      'answers other probes of 01-first',
    ],
    ['that is a result', resultOf([exerciseResult()]), 'broken-evidence', 'document.json'],
  ])('%s is refused', async (_, document, code, words) => {
    await expect(reading(document)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('that is cut off is refused, packed or not', async () => {
    const whole = Buffer.from(JSON.stringify(evidence));
    for (const bytes of [whole, gzipSync(whole)]) {
      const file = path.join(await temporaryFolder(), 'cut');
      await writeFile(file, bytes.subarray(0, bytes.length - 9));
      await expect(readEvidence(file, course)).rejects.toMatchObject({ code: 'broken-evidence' });
    }
  });

  test('that unpacks to more than any evidence is refused', async () => {
    const file = path.join(await temporaryFolder(), 'bomb');
    await writeFile(file, gzipSync(Buffer.alloc(65 * 1024 * 1024)));
    await expect(readEvidence(file, course)).rejects.toMatchObject({ code: 'broken-evidence' });
  });

  test('that is not there is refused', async () => {
    await expect(readEvidence(await absentFile(), course)).rejects.toMatchObject({
      message: expect.stringContaining('There is no file'),
    });
  });
});
