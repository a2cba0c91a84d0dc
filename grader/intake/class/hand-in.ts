import type { Course, CourseExercise } from '../../contract/course.ts';
import type { ExerciseSlug } from '../../contract/identity.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Submission, SubmittedFile } from '../../contract/submission.ts';
import { quoted } from '../quoted.ts';
import { agreed } from '../submission.ts';
import { below, type Item, isLitter, type Tree } from '../tree/tree.ts';
import { latestUpload } from './uploads.ts';

type Files = ReadonlyMap<ExerciseSlug, SubmittedFile>;

/**
 * Reads the declared files of one hand-in: as they lie in it, one folder further down, or
 * in the archive that was handed in.
 *
 * @param id by which the submission is known
 * @throws Refusal where none of the files is there, or more than one folder or archive has them
 */
export async function readHandIn(tree: Tree, id: string, course: Course): Promise<Submission> {
  const items = (await tree.list('')).filter(({ name }) => !isLitter(name));
  const loose = await filesIn(tree, items, course);
  const files = isComplete(loose) ? loose : both(loose, await packedFiles(tree, items, course));
  if (isEmpty(files)) throw nothingIn(tree, items, course);
  return { id, files };
}

/** Whether a folder of a tree is one student's work. */
export async function hasFiles(tree: Tree, folder: string, course: Course): Promise<boolean> {
  return !isEmpty(await filesAt(tree, folder, course));
}

/** The files of a root; where it has none, those of the one folder in it that has some. */
async function filesIn(tree: Tree, items: readonly Item[], course: Course): Promise<Files> {
  const here = await filesAt(tree, '', course);
  if (!isEmpty(here)) return here;
  const found: { readonly name: string; readonly files: Files }[] = [];
  for (const { name, kind } of items) {
    if (kind !== 'folder') continue;
    const files = await filesAt(tree, name, course);
    if (!isEmpty(files)) found.push({ name, files });
  }
  const [only, other] = found;
  if (other !== undefined) {
    throw new Refusal(
      'empty-submission',
      `${tree.label} has files to grade in more than one folder: ${names(found)}`,
      'Leave the folder that counts.',
    );
  }
  return only?.files ?? here;
}

async function filesAt(tree: Tree, root: string, course: Course): Promise<Files> {
  const beside = (await tree.list(root)).filter(({ kind }) => kind === 'file');
  const declared = new Set(course.exercises.map(({ manifest }) => manifest.file));
  const found = new Map<ExerciseSlug, SubmittedFile>();
  for (const exercise of course.exercises) {
    const { file } = exercise.manifest;
    const here: SubmittedFile[] = [];
    for (const place of placesOf(exercise)) here.push(await tree.text(below(root, place)));
    const again = here.every(({ state }) => state === 'missing')
      ? latestUpload(
          file,
          beside.map(({ name }) => name).filter((name) => !declared.has(name)),
        )
      : null;
    if (again !== null) here.push(await tree.text(below(root, again)));
    found.set(exercise.slug, agreed(here));
  }
  return found;
}

/** Students hand in the whole course, the folders of its exercises, or the bare files. */
function placesOf({ slug, manifest }: CourseExercise): readonly string[] {
  return [`exercises/${slug}/${manifest.file}`, `${slug}/${manifest.file}`, manifest.file];
}

async function packedFiles(tree: Tree, items: readonly Item[], course: Course): Promise<Files> {
  const archives = items.filter(({ name, kind }) => kind === 'file' && /\.zip$/i.test(name));
  const [only, other] = archives;
  if (only === undefined) return new Map();
  if (other !== undefined) {
    throw new Refusal(
      'broken-archive',
      `${tree.label} has more than one archive: ${names(archives)}`,
      'Leave the one that counts.',
    );
  }
  const packed = await tree.archive(only.name);
  const inside = (await packed.list('')).filter(({ name }) => !isLitter(name));
  return filesIn(packed, inside, course);
}

function both(loose: Files, packed: Files): Files {
  return new Map(
    [...loose].map(([slug, file]) => [
      slug,
      agreed([file, packed.get(slug) ?? { state: 'missing' }]),
    ]),
  );
}

function isEmpty(files: Files): boolean {
  return [...files.values()].every(({ state }) => state === 'missing');
}

function isComplete(files: Files): boolean {
  return [...files.values()].every(({ state }) => state !== 'missing');
}

/** Archives of other kinds, which nothing here opens. */
const OTHER_ARCHIVE = /\.(rar|7z|tar|tgz|gz|bz2|xz)$/i;

function nothingIn(tree: Tree, items: readonly Item[], course: Course): Refusal {
  const declared = course.exercises.map(({ manifest }) => manifest.file).join(', ');
  const other = items.find(({ name }) => OTHER_ARCHIVE.test(name));
  const but = other === undefined ? '' : `; ${quoted(other.name)} is an archive that is not read`;
  return new Refusal(
    'empty-submission',
    `${tree.label} holds none of the files to grade (${declared})${but}`,
    'Ask for the files themselves, or for a zip archive of the folder that has them.',
  );
}

function names(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => quoted(name)).join(', ');
}
