import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CourseExercise } from '../contract/course.ts';
import { Refusal } from '../contract/refusal.ts';
import { unreadable } from './read-text.ts';

const ARCHIVE = /\.(tgz|tar|gz|xz|zip|7z|rar)$/i;

/**
 * Everything that an author has put into the folder of an exercise, by its place below
 * the course, with `/`: the lesson, its pictures, and what the program itself needs.
 * Hidden files and tests are the author's own.
 *
 * @param course folder of the course
 * @throws Refusal where something is no plain file: nobody could tell what would be given away
 */
export async function readExerciseFiles(
  course: string,
  { slug }: CourseExercise,
): Promise<Readonly<Record<string, Buffer>>> {
  return Object.fromEntries(await filesBelow(course, `exercises/${slug}`));
}

async function filesBelow(root: string, folder: string): Promise<readonly [string, Buffer][]> {
  const found: [string, Buffer][] = [];
  try {
    for (const name of (await readdir(path.join(root, folder))).sort()) {
      if (name.startsWith('.') || name.endsWith('.test.ts')) continue;
      const place = `${folder}/${name}`;
      const entry = await lstat(path.join(root, place));
      if (entry.isDirectory()) found.push(...(await filesBelow(root, place)));
      else if (entry.isFile()) found.push([place, await readFile(path.join(root, place))]);
      else throw notPlain(place);
      if (ARCHIVE.test(name)) throw notOpen(place);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unreadable(error, path.join(root, folder));
  }
  return found;
}

function notOpen(place: string): Refusal {
  return new Refusal(
    'broken-course',
    `${place} is an archive, and nobody can tell what would be given away with it`,
    'Put the files themselves there, or take it out of the exercise.',
  );
}

function notPlain(place: string): Refusal {
  return new Refusal(
    'broken-course',
    `${place} is a link, or no file at all`,
    'Put the file itself there, or take it out of the exercise.',
  );
}
