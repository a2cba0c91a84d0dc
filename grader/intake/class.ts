import { realpath, stat } from 'node:fs/promises';
import type { HandedIn, Student } from '../contract/class.ts';
import type { Course } from '../contract/course.ts';
import { Refusal } from '../contract/refusal.ts';
import { fileSource } from './archive/bytes.ts';
import { CLASS_LIMITS } from './archive/limits.ts';
import { canvas } from './class/canvas.ts';
import { folders } from './class/folders.ts';
import { gradescope } from './class/gradescope.ts';
import { hasFiles } from './class/hand-in.ts';
import { handInsOf } from './class/hand-ins.ts';
import { joined } from './class/join.ts';
import type { FoundClass } from './class/layout.ts';
import { moodle } from './class/moodle.ts';
import { repositories } from './class/repositories.ts';
import { isAbsent, unreadable } from './read-text.ts';
import { type ArchiveTree, archiveTree } from './tree/archive-tree.ts';
import { folderTree } from './tree/folder-tree.ts';
import { type Item, isLitter, subtree, type Tree } from './tree/tree.ts';

export interface ReadClassOptions {
  /** Who should have handed in; `null` where nobody says. */
  readonly roster: readonly Student[] | null;
}

/**
 * Lists what a class handed in, from a folder or a zip archive as a platform gives it:
 * Canvas, Moodle, Gradescope, GitHub's classrooms, or a folder for each student. Only
 * names are read here; a hand-in reads its own files when its turn comes.
 *
 * What cannot be read becomes a problem and never stops the rest. Without a roster nobody
 * is absent or unknown.
 *
 * @throws Refusal where there is nothing at that place, or one student's work instead of a class
 */
export async function readClass(
  place: string,
  course: Course,
  { roster }: ReadClassOptions,
): Promise<HandedIn> {
  try {
    const { tree, problems } = await treeAt(place);
    const { found, problems: ofLayout } = await classIn(tree, course);
    const whose = joined(found, roster ?? []);
    const { handIns, absent, unknown } = handInsOf(whose.joined, roster);
    return { handIns, absent, unknown, problems: [...problems, ...ofLayout, ...whose.problems] };
  } catch (error) {
    if (!(error instanceof Refusal) || !LISTED.includes(error.code)) throw error;
    const problems = [{ what: error.message, remedy: error.remedy }];
    return { handIns: [], absent: roster ?? [], unknown: [], problems };
  }
}

/** Refusals of a whole class that are told like those of one hand-in. */
const LISTED: readonly string[] = ['broken-archive', 'broken-class', 'unreadable'];

async function treeAt(place: string): Promise<ArchiveTree> {
  const label = place.replace(/(?<=.)[/\\]+$/, '');
  try {
    const root = await realpath(place);
    const entry = await stat(root);
    if (entry.isDirectory()) return { tree: folderTree(root, label), problems: [] };
    if (entry.isFile()) return await archiveTree(fileSource(root), label, CLASS_LIMITS);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!isAbsent(error)) throw unreadable(error, label);
    throw new Refusal('no-such-folder', `There is nothing at ${label}`, REMEDY);
  }
  throw new Refusal('no-such-folder', `${label} is neither a folder nor a file`, REMEDY);
}

const REMEDY = 'Check the path; give the folder or the zip archive of a class.';

/** In the order in which they can be told from each other: the last one takes any folders. */
const LAYOUTS = [gradescope, moodle, canvas, repositories];

async function classIn(tree: Tree, course: Course): Promise<FoundClass> {
  const [, ...inner] = await rootsOf(tree);
  for (const root of [tree, ...inner]) {
    for (const layout of LAYOUTS) {
      const found = await layout(root);
      if (found !== null) return found;
    }
  }
  if (await hasFiles(tree, '', course)) {
    throw new Refusal(
      'bad-argument',
      `${tree.label} is the work of one student, not of a class`,
      'Give the folder around it, or grade it by itself.',
    );
  }
  let root = tree;
  for (const each of inner) {
    if (root === tree && (await holdsSeveral(each)) && !(await hasFiles(each, '', course)))
      root = each;
  }
  const found = await folders(root);
  if (found.found.length > 0 || found.problems.length > 0) return found;
  throw new Refusal(
    'bad-argument',
    `${tree.label} holds no hand-ins`,
    'Give a folder with one folder or zip archive for each student, or the download of a platform.',
  );
}

/** How many folders around a class are looked through. */
const WRAPPED = 2;

/** A place, and the one folder in it where it has nothing else: many programs pack a folder as a whole. */
async function rootsOf(tree: Tree): Promise<readonly Tree[]> {
  const roots = [tree];
  for (let root: Tree | null = tree; root !== null && roots.length <= WRAPPED; ) {
    const [only, other]: readonly Item[] = (await root.list('')).filter(isWork);
    root = only?.kind === 'folder' && other === undefined ? subtree(root, only.name) : null;
    if (root !== null) roots.push(root);
  }
  return roots;
}

/** Whether a folder may be one of a class: a single thing in it may be the project of one student. */
async function holdsSeveral(tree: Tree): Promise<boolean> {
  const items = (await tree.list('')).filter(isWork);
  return items.filter(({ name, kind }) => kind === 'folder' || /\.zip$/i.test(name)).length > 1;
}

function isWork({ name }: Item): boolean {
  return !isLitter(name);
}
