import { quoted } from '../quoted.ts';
import { type Item, isLitter, type Problem, subtree, type Tree } from '../tree/tree.ts';
import { type Found, type FoundClass, studentOf } from './layout.ts';

/** A folder or an archive for each student, called by the student's id. */
export async function folders(tree: Tree): Promise<FoundClass> {
  const items = (await tree.list('')).filter(({ name }) => !isLitter(name));
  const ids = new Set(items.filter(({ kind }) => kind === 'folder').map(({ name }) => name));
  const found: Found[] = [];
  const problems: Problem[] = [];
  for (const item of items) {
    const id = idOf(item);
    if (item.kind === 'link') {
      problems.push({
        what: `${tree.label}: ${quoted(item.name)} is a symbolic link, which is not followed`,
        remedy: 'Put the folder itself there.',
      });
    } else if (item.kind === 'folder') {
      found.push(foundOf(item.name, subtree(tree, item.name)));
    } else if (id !== null && ids.has(id)) {
      problems.push({
        what: `${tree.label}: ${quoted(item.name)} is not read, because the folder ${quoted(id)} is there too`,
        remedy: 'If the archive counts, take the folder away.',
      });
    } else if (id !== null) {
      found.push(foundOf(id, only(tree, item)));
    }
  }
  return { found, problems };
}

/** The id that the name of an archive says; `null` for other files, which are nobody's work. */
function idOf({ name, kind }: Item): string | null {
  return kind === 'file' && /.\.zip$/i.test(name) ? name.slice(0, -'.zip'.length) : null;
}

/** A tree in which nothing is but one file. */
function only(tree: Tree, item: Item): Tree {
  return {
    ...tree,
    label: `${tree.label}: ${quoted(item.name)}`,
    list: async (folder) => (folder === '' ? [item] : []),
    text: async () => ({ state: 'missing' }),
  };
}

function foundOf(id: string, tree: Tree): Found {
  return {
    student: studentOf(id),
    order: id,
    at: null,
    late: false,
    tree,
    writes: null,
    isNumbered: false,
  };
}
