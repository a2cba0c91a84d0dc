import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import consumers from 'node:stream/consumers';
import type { Course } from '../contract/course.ts';
import { GRADER_VERSION } from '../contract/identity.ts';
import { type Key, KeySchema } from '../contract/key.ts';
import { Refusal, type RefusalCode } from '../contract/refusal.ts';
import { type Result, ResultSchema } from '../contract/result.ts';
import { parsed } from '../contract/validator.ts';
import { isAbsent } from './read-text.ts';

/** What is handed in, so that nobody who may not read the file has to: `--key -`. */
const STANDARD_INPUT = '-';

/**
 * A key from a file, or from the standard input where it is called `-`.
 *
 * @throws Refusal when it is no key, or one of another course, another Chainrule or other exercises
 */
export async function readKey(file: string, course: Course): Promise<Key> {
  const remedy = 'Make a key with "chainrule key" from the same course.';
  const key = parsed(KeySchema, await text(file, 'broken-key', remedy), {
    code: 'broken-key',
    what: file,
    remedy,
  });
  if (key.course !== course.id) {
    throw new Refusal(
      'wrong-key',
      `${file} is a key of ${key.course}, not of ${course.id}`,
      remedy,
    );
  }
  if (key.grader !== GRADER_VERSION) {
    const why = `was made by Chainrule ${key.grader}, and this is ${GRADER_VERSION}`;
    throw new Refusal('wrong-key', `${file} ${why}`, remedy);
  }
  for (const { slug, digest } of course.exercises) {
    const entry = key.exercises.find((exercise) => exercise.slug === slug);
    if (entry?.digest === digest) continue;
    const why =
      entry === undefined ? `holds nothing for ${slug}` : `is of another version of ${slug}`;
    throw new Refusal('wrong-key', `${file} ${why}`, remedy);
  }
  return key;
}

const RESULT_REMEDY = 'Give a result.json that "chainrule grade" wrote.';

/** A result from a file. @throws Refusal when it is none */
export async function readResult(file: string): Promise<Result> {
  return resultIn(await text(file, 'broken-result', RESULT_REMEDY), file);
}

/** Bytes of a stranger's result; that of a large course with pictures is a tenth of it. */
export const LARGEST_RESULT = 8 * 1024 * 1024;

/**
 * A result that a stranger may have made, from a file that is no link and not too large.
 *
 * @throws Refusal when it is none
 */
export async function readStrangersResult(file: string): Promise<Result> {
  const refused = (why: string) =>
    new Refusal('broken-result', `${file} cannot be read: ${why}`, RESULT_REMEDY);
  const handle = await open(
    file,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  ).catch((error: unknown) => {
    throw refused(isAbsent(error) ? 'there is no such file' : 'it is no file that may be read');
  });
  try {
    const entry = await handle.stat();
    if (!entry.isFile()) throw refused('it is not a file');
    if (entry.size > LARGEST_RESULT) throw refused('it is larger than 8 MiB');
    const bytes = Buffer.alloc(entry.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return resultIn(bytes.subarray(0, bytesRead).toString('utf8'), file);
  } finally {
    await handle.close();
  }
}

function resultIn(json: string, file: string): Result {
  return parsed(ResultSchema, json, { code: 'broken-result', what: file, remedy: RESULT_REMEDY });
}

async function text(file: string, code: RefusalCode, remedy: string): Promise<string> {
  try {
    if (file === STANDARD_INPUT) return await consumers.text(process.stdin);
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = isAbsent(error) ? 'There is no file' : 'Cannot read';
    throw new Refusal(code, `${why} ${file}`, remedy);
  }
}
