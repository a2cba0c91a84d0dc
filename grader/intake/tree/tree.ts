import type { SubmittedFile } from '../../contract/submission.ts';
import { visible } from '../quoted.ts';

/** Something in a folder, by its own name. */
export interface Item {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What could not be read, and what to do. */
export interface Problem {
  readonly what: string;
  readonly remedy: string;
}

/**
 * Files of strangers, in a folder or in an archive. It lists names; what a file holds is
 * read when it is asked for, and given back at once. Places have `/`, and `''` is the root.
 */
export interface Tree {
  /** Its own name, without the places around it. */
  readonly name: string;
  /** How messages call it. */
  readonly label: string;
  /** What lies in a folder, in the order of the names; nothing where there is no such folder. */
  list(folder: string): Promise<readonly Item[]>;
  /**
   * A file as text, of UTF-8 up to the size of {@link LARGEST_FILE}.
   *
   * @throws Refusal where it cannot be unpacked
   */
  text(file: string): Promise<SubmittedFile>;
  /**
   * What a platform wrote beside the work, as it stands; `null` where there is no such file.
   *
   * @param most largest size, in bytes
   * @throws Refusal where it is larger, or cannot be unpacked
   */
  content(file: string, most: number): Promise<Buffer | null>;
  /**
   * What is packed in a file.
   *
   * @throws Refusal where it is no archive that can be listed, or one in an archive in an archive
   */
  archive(file: string): Promise<Tree>;
}

/** Orders by code units, so that no locale changes it. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The place of something in a folder. */
export function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A folder of a tree, as a tree of its own. */
export function subtree(tree: Tree, folder: string): Tree {
  if (folder === '') return tree;
  const own = (file: SubmittedFile): SubmittedFile =>
    file.state === 'missing' ? file : { ...file, path: file.path.slice(folder.length + 1) };
  return {
    name: folder.slice(folder.lastIndexOf('/') + 1),
    label: `${tree.label}/${visible(folder)}`,
    list: (inner) => tree.list(inner === '' ? folder : below(folder, inner)),
    text: async (file) => own(await tree.text(below(folder, file))),
    content: (file, most) => tree.content(below(folder, file), most),
    archive: (file) => tree.archive(below(folder, file)),
  };
}

/** What systems leave lying around, and what hides: never anybody's work. */
export function isLitter(name: string): boolean {
  return (
    name.startsWith('.') || name === '__MACOSX' || name === 'Thumbs.db' || name === 'desktop.ini'
  );
}
