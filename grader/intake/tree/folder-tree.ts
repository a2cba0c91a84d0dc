import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { broken, tooLarge } from '../archive/broken.ts';
import { fileSource } from '../archive/bytes.ts';
import { HAND_IN_LIMITS } from '../archive/limits.ts';
import { visible } from '../quoted.ts';
import { isAbsent, readText, unreadable } from '../read-text.ts';
import { archiveTree, refuseUnsafe } from './archive-tree.ts';
import { byCodeUnits, type Item, type Tree } from './tree.ts';

/**
 * Files in a folder. Nothing in it is reached through a symbolic link.
 *
 * @param root as `realpath` gives it
 * @param label how messages call it
 */
export function folderTree(root: string, label: string): Tree {
  return {
    name: path.basename(root),
    label,
    async list(folder) {
      const place = path.join(root, folder);
      try {
        if ((await realpath(place)) !== place) return [];
        const items = await readdir(place, { withFileTypes: true });
        return items
          .map((item): Item => ({ name: item.name, kind: kindOf(item) }))
          .sort((a, b) => byCodeUnits(a.name, b.name));
      } catch (error) {
        if (isAbsent(error)) return [];
        throw unreadable(error, `${label}/${visible(folder)}`);
      }
    },
    text: (file) => readText(root, file),
    async content(file, most) {
      const place = path.join(root, file);
      if (!(await isOwnFile(place))) return null;
      return fileSource(place)(async (bytes) => {
        if (bytes.size > most) throw tooLarge(`${label}/${visible(file)}`, most);
        return bytes.read(0, bytes.size);
      });
    },
    async archive(file) {
      const place = path.join(root, file);
      const name = `${label}/${visible(file)}`;
      if (!(await isOwnFile(place))) {
        throw broken(
          name,
          'is no file, or reached through a link',
          'Put the archive itself there.',
        );
      }
      return refuseUnsafe(await archiveTree(fileSource(place), name, HAND_IN_LIMITS));
    },
  };
}

/** Whether a place is a regular file that is reached without any link. */
async function isOwnFile(place: string): Promise<boolean> {
  try {
    return (await lstat(place)).isFile() && (await realpath(place)) === place;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw unreadable(error, place);
  }
}

function kindOf(item: Dirent): Item['kind'] {
  if (item.isSymbolicLink()) return 'link';
  if (item.isDirectory()) return 'folder';
  return item.isFile() ? 'file' : 'other';
}
