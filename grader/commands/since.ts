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
 * Where a course lies as seen from the folder of a page, as the beginning of a
 * link; nothing where no relative path leads there.
 */
export function courseSeenFrom(folder: string, course: string): { readonly courseAt?: string } {
  const way = path.relative(path.resolve(folder), path.resolve(course));
  if (path.isAbsolute(way)) return {};
  const steps = way === '' ? ['.'] : way.split(path.sep).map(encodeURIComponent);
  return { courseAt: steps.join('/') };
}
