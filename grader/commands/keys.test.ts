import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Key } from '../contract/key.ts';
import { readCourse } from '../intake/course.ts';
import { KeyMaker } from '../make-key.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary.ts';
import { toyCourse } from '../testing/toy-course.ts';
import { keySource } from './keys.ts';

/** A course as students have it, with a key beside its exercises. */
async function givenCourse(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, toyCourse);
  await writeFiles(folder, { 'key.json': JSON.stringify(await keyOf(folder, '7')) });
  await rm(path.join(folder, 'solutions'), { recursive: true });
  return folder;
}

async function keyOf(folder: string, seed: string): Promise<Key> {
  const maker = new KeyMaker(await readCourse(folder), seed);
  return maker.key().finally(() => maker.close());
}

test('the key that lies in a course without solutions is taken without being asked for', async () => {
  const course = await givenCourse();
  const keys = await keySource(await readCourse(course), { course });
  expect([keys.seed, keys.canLink]).toEqual(['7', false]);
});

test('a key that is given goes before the one that lies there', async () => {
  const course = await givenCourse();
  const folder = await temporaryFolder();
  await writeFiles(folder, toyCourse);
  await writeFiles(folder, { 'other.json': JSON.stringify(await keyOf(folder, '8')) });
  const key = path.join(folder, 'other.json');
  const keys = await keySource(await readCourse(course), { course, key });
  expect(keys.seed).toBe('8');
});

test('a key that lies in a course with solutions is left alone', async () => {
  const course = await givenCourse();
  await writeFiles(course, toyCourse);
  const keys = await keySource(await readCourse(course), { course });
  keys.close();
  expect(keys.seed).toBe('1');
});

test('another seed than that of the key that lies there is refused', async () => {
  const course = await givenCourse();
  const made = keySource(await readCourse(course), { course, seed: '2' });
  await expect(made).rejects.toMatchObject({ code: 'wrong-key' });
});
