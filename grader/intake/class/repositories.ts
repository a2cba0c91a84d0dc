import { parse } from 'csv-parse/sync';
import { isLitter, subtree, type Tree } from '../tree/tree.ts';
import { type Found, type Layout, studentOf } from './layout.ts';

/** `gh classroom clone` puts the repositories of an assignment in a folder of this name. */
const CLONES = /^(?<assignment>.+)-submissions$/;

/** `gh teacher download` of Classroom 50 writes this beside the repositories. */
const SCORES = 'scores.csv';
/** Largest table of scores, in bytes: a row of 300 for each of a hundred submissions of three hundred students. */
const LARGEST_SCORES = 16 * 1024 * 1024;

/** The repositories of a class, one folder each, as the tools of GitHub's classrooms clone them. */
export const repositories: Layout = async (tree) => {
  const folders = (await tree.list(''))
    .filter(({ name, kind }) => kind === 'folder' && !isLitter(name))
    .map(({ name }) => name);
  const usernameOf = (await byScores(tree)) ?? byFolder(tree);
  if (usernameOf === null) return null;
  const found = folders.map((folder): Found => {
    const username = usernameOf(folder);
    return {
      student: studentOf(username ?? folder, {}, username === null ? {} : { github: username }),
      order: folder,
      at: null,
      late: false,
      tree: subtree(tree, folder),
      writes: null,
      isNumbered: false,
    };
  });
  return { found, problems: [] };
};

/** Repositories are `<assignment>-<username>`; both parts may have dashes. */
function byFolder(tree: Tree): ((folder: string) => string | null) | null {
  const prefix = CLONES.exec(tree.name)?.groups?.assignment;
  if (prefix === undefined) return null;
  return (folder) =>
    folder.startsWith(`${prefix}-`) ? folder.slice(prefix.length + 1) || null : null;
}

/** Repositories are `<classroom>-<assignment>-<username>`; the table says who there is. */
async function byScores(tree: Tree): Promise<((folder: string) => string | null) | null> {
  const bytes = await tree.content(SCORES, LARGEST_SCORES);
  const text = bytes?.toString('utf8') ?? '';
  if (!/^\ufeff?"?username"?,/.test(text)) return null;
  const usernames = firstColumn(text);
  return (folder) =>
    usernames
      .filter((username) => username !== '' && folder.endsWith(`-${username}`))
      .reduce<string | null>(
        (longest, each) => (each.length > (longest?.length ?? 0) ? each : longest),
        null,
      );
}

function firstColumn(text: string): readonly string[] {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, relax_quotes: true });
    return rows.slice(1).map(([username = '']) => username);
  } catch {
    // A table that is no CSV tells nothing; the folders keep their whole names.
    return [];
  }
}
