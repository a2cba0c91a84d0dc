import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Course, CourseExercise } from '../contract/course.ts';
import type { ExerciseSlug } from '../contract/identity.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Submission, SubmittedFile } from '../contract/submission.ts';
import { allOf } from './all-of.ts';
import { isAbsent, readText, unreadable } from './read-text.ts';

/**
 * Reads the declared files of a student's folder and nothing else. Both layouts
 * are understood: `exercises/NN-slug/<file>` as in a repository, and the bare
 * `<file>` of a flat upload.
 *
 * @throws Refusal when the folder is not there or holds none of the files
 */
export async function readSubmission(folder: string, course: Course): Promise<Submission> {
  const root = await existingFolder(folder);
  const found = await allOf(
    course.exercises,
    async (exercise): Promise<[ExerciseSlug, SubmittedFile]> => [
      exercise.slug,
      await findFile(root, exercise),
    ],
  );
  const files = new Map(found);
  if ([...files.values()].every((file) => file.state === 'missing')) {
    const names = course.exercises.map((exercise) => exercise.manifest.file).join(', ');
    throw new Refusal(
      'empty-submission',
      `${folder} holds none of the files to grade (${names})`,
      'Give the folder that has "exercises" in it, or one with the files themselves.',
    );
  }
  return { id: path.basename(root), files };
}

/** Where a stub may lie in a submission, in the order in which the places are looked at. */
function placesOf(exercise: CourseExercise): readonly string[] {
  return [`exercises/${exercise.slug}/${exercise.manifest.file}`, exercise.manifest.file];
}

async function findFile(root: string, exercise: CourseExercise): Promise<SubmittedFile> {
  const files: SubmittedFile[] = [];
  for (const place of placesOf(exercise)) files.push(await readText(root, place));
  return agreed(files);
}

/**
 * What several places say of one exercise: the file of the first that has one, as long as
 * no other says something else.
 */
export function agreed(files: readonly SubmittedFile[]): SubmittedFile {
  let found: SubmittedFile = { state: 'missing' };
  for (const file of files) {
    if (file.state === 'missing') continue;
    if (found.state === 'missing') {
      found = file;
    } else if (!(found.state === 'read' && file.state === 'read' && found.text === file.text)) {
      return { state: 'refused', path: file.path, why: 'ambiguous' };
    }
  }
  return found;
}

async function existingFolder(folder: string): Promise<string> {
  const remedy = 'Check the path; give the folder of one submission.';
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    if (!isAbsent(error)) throw unreadable(error, folder);
    throw new Refusal('no-such-folder', `There is no folder ${folder}`, remedy);
  }
  throw new Refusal('no-such-folder', `${folder} is a file, not a folder`, remedy);
}
