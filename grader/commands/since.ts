import path from 'node:path';
import { Refusal } from '../contract/refusal.ts';
import type { Result } from '../contract/result.ts';
import { readResult } from '../intake/documents.ts';

/**
 * The older result that a report is held against.
 *
 * @param course of the result that is reported
 * @throws Refusal where it is of another course: nothing could be compared
 */
export async function readSince(file: string, course: string): Promise<Result> {
  const older = await readResult(file);
  if (older.course === course) return older;
  throw new Refusal(
    'bad-argument',
    `${file} is a result of the course ${older.course}, not of ${course}`,
    'Give --since an older result of the same course.',
  );
}

/**
 * Where a course lies as seen from a folder within it, as the beginning of a link.
 * From elsewhere there is none: it would tell how folders are named on this machine.
 */
export function courseSeenFrom(folder: string, course: string): { readonly courseAt?: string } {
  const way = path.relative(path.resolve(folder), path.resolve(course));
  if (way === '') return { courseAt: '.' };
  const steps = way.split(path.sep);
  return steps.every((step) => step === '..') ? { courseAt: steps.join('/') } : {};
}
