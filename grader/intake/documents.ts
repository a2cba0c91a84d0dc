import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import consumers from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Course } from '../contract/course.ts';
import { type Evidence, EvidenceSchema } from '../contract/evidence.ts';
import { probesFingerprint } from '../contract/fingerprint.ts';
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

const EVIDENCE_REMEDY = 'Grade the submission anew, and keep its evidence with --evidence.';

/**
 * Evidence from a file, packed by gzip or not.
 *
 * @throws Refusal when it is none, or answers another course or other probes
 */
export async function readEvidence(file: string, { id, exercises }: Course): Promise<Evidence> {
  const as = { code: 'broken-evidence', what: file, remedy: EVIDENCE_REMEDY } as const;
  const evidence = parsed(EvidenceSchema, await unpackedText(file), as);
  const refused = (why: string) => new Refusal('wrong-evidence', `${file} ${why}`, EVIDENCE_REMEDY);
  if (evidence.course !== id) throw refused(`is of ${evidence.course}, not of ${id}`);
  for (const { slug, asked } of evidence.exercises) {
    const exercise = exercises.find((each) => each.slug === slug);
    if (exercise === undefined) throw refused(`answers ${slug}, which the course does not have`);
    if (asked !== probesFingerprint(exercise.probes)) {
      throw refused(`answers other probes of ${slug} than those of the course now`);
    }
  }
  return evidence;
}

async function unpackedText(file: string): Promise<string> {
  const refused = (why: string) => new Refusal('broken-evidence', why, EVIDENCE_REMEDY);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw refused(`${isAbsent(error) ? 'There is no file' : 'Cannot read'} ${file}`);
  });
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_EVIDENCE }).toString('utf8');
  } catch {
    throw refused(`${file} is packed, and damaged or too large`);
  }
}

/** How a file begins that gzip packed. */
const GZIP = [0x1f, 0x8b] as const;

/** Bytes; that of a large course with long outputs is a tenth of it. */
const LARGEST_EVIDENCE = 64 * 1024 * 1024;

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
