import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Course } from '../contract/course.ts';
import { Refusal } from '../contract/refusal.ts';
import { readKey } from '../intake/documents.ts';
import { fixedKey, KeyMaker, type KeySource } from '../make-key.ts';
import { chosenSeed } from './arguments.ts';

/** How a command is told by what to judge. */
export interface KeyOptions {
  /** Folder of the course. */
  readonly course: string;
  readonly key?: string;
  readonly seed?: string;
  readonly secret?: boolean;
}

/**
 * What to judge a course by: the key that is given, else that which lies in a course
 * without solutions, else one that is made from the solutions.
 *
 * @throws Refusal when a key does not fit the course, or a seed does not fit the key
 */
export async function keySource(course: Course, options: KeyOptions): Promise<KeySource> {
  const { seed, secret = false } = options;
  const file = options.key ?? (await ownKey(course, options.course));
  if (file === null) return new KeyMaker(course, chosenSeed(seed, secret), secret);
  const own = await readKey(file, course);
  const read = secret ? { ...own, secret } : own;
  if (seed === undefined || seed === read.seed) return fixedKey(read);
  throw new Refusal(
    'wrong-key',
    // What is secret is not told to a log.
    `${file} is a key of ${read.secret ? 'another seed' : `seed ${read.seed}`}, not of seed ${seed}`,
    'Leave --seed out, or make a key of that seed with "chainrule key".',
  );
}

/** The key that students were given with a course that has no solutions, or `null`. */
export async function ownKey({ exercises }: Course, folder: string): Promise<string | null> {
  if (exercises.some(({ solution }) => solution !== null)) return null;
  const file = path.join(folder, 'key.json');
  const there = await stat(file).catch(() => null);
  return there?.isFile() ? file : null;
}
