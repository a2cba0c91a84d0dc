import { Refusal } from '../../contract/refusal.ts';
import type { SubmittedFile } from '../../contract/submission.ts';
import { broken, tooLarge } from '../archive/broken.ts';
import { type ByteSource, memorySource } from '../archive/bytes.ts';
import { type ArchivedFile, type Contents, contentsOf } from '../archive/contents.ts';
import { type ArchiveLimits, HAND_IN_LIMITS } from '../archive/limits.ts';
import { unpacked } from '../archive/unpack.ts';
import { quoted, visible } from '../quoted.ts';
import { LARGEST_FILE, textIn } from '../read-text.ts';
import { byCodeUnits, type Item, type Problem, type Tree } from './tree.ts';

/** The files of an archive, and what of it nobody should read. */
export interface ArchiveTree {
  readonly tree: Tree;
  readonly problems: readonly Problem[];
}

const PACK_ANEW = 'Ask for it to be packed anew.';

/**
 * The files of a zip archive. Its table of contents is read once; the archive itself is
 * open only while a file is unpacked, into memory, and never to a disk.
 *
 * @param label how messages call it
 * @param isInner whether it lay in another archive: then none in it is opened
 * @throws Refusal where it cannot be listed
 */
export async function archiveTree(
  source: ByteSource,
  label: string,
  limits: ArchiveLimits,
  isInner = false,
): Promise<ArchiveTree> {
  const contents = await source((bytes) => contentsOf(bytes, label, limits));
  const { folders, files, twice } = arranged(contents);
  const unpack = (file: ArchivedFile) => source((bytes) => unpacked(bytes, file, label));
  const tree: Tree = {
    name: label.slice(label.lastIndexOf('/') + 1).replace(/\.zip$/i, ''),
    label,
    list: async (folder) => folders.get(folder) ?? [],
    async text(place) {
      const file = files.get(place);
      const refused = refusalOf(place, file, { folders, twice });
      if (refused !== null) return refused;
      return file === undefined ? { state: 'missing' } : textIn(await unpack(file), place);
    },
    async content(place, most) {
      const file = files.get(place);
      if (file?.kind !== 'file' || twice.has(place)) return null;
      if (file.unpacked > most) throw tooLarge(`${label}/${visible(place)}`, most);
      return unpack(file);
    },
    async archive(place) {
      const file = files.get(place);
      const name = `${label}/${visible(place)}`;
      if (isInner) throw broken(name, 'is an archive in an archive in an archive', PACK_ANEW);
      if (twice.has(place)) throw broken(name, 'is there twice', PACK_ANEW);
      if (file?.kind !== 'file') throw broken(name, 'is a link', PACK_ANEW);
      if (file.unpacked > HAND_IN_LIMITS.bytes) {
        throw tooLarge(name, HAND_IN_LIMITS.bytes);
      }
      const inner = memorySource(await unpack(file));
      return refuseUnsafe(await archiveTree(inner, name, HAND_IN_LIMITS, true));
    },
  };
  return { tree, problems: problemsOf(contents, twice, label) };
}

/**
 * The tree of one student's archive, of which every entry has to be in order.
 *
 * @throws Refusal where one is not
 */
export function refuseUnsafe({ tree, problems: [first] }: ArchiveTree): Tree {
  if (first === undefined) return tree;
  throw new Refusal('broken-archive', first.what, first.remedy);
}

/** The entries of an archive, as folders. */
interface Arranged {
  readonly folders: ReadonlyMap<string, readonly Item[]>;
  readonly files: ReadonlyMap<string, ArchivedFile>;
  /** Places that several entries claim: none of them counts. */
  readonly twice: ReadonlySet<string>;
}

function arranged(contents: Contents): Arranged {
  const folders = new Map<string, Map<string, Item>>([['', new Map()]]);
  const files = new Map<string, ArchivedFile>();
  const twice = new Set<string>();
  const folderOf = (place: string): Map<string, Item> => {
    const known = folders.get(place);
    if (known !== undefined) return known;
    const made = new Map<string, Item>();
    folders.set(place, made);
    put(place, 'folder');
    return made;
  };
  const put = (place: string, kind: Item['kind']) => {
    const cut = place.lastIndexOf('/');
    const name = place.slice(cut + 1);
    const siblings = folderOf(place.slice(0, Math.max(0, cut)));
    // Of several under one name the order in the archive must not decide.
    const before = siblings.get(name)?.kind;
    const isFolder = kind === 'folder' || before === 'folder';
    siblings.set(name, { name, kind: isFolder ? 'folder' : before === undefined ? kind : 'file' });
  };
  for (const folder of contents.folders) folderOf(folder);
  for (const file of contents.files) {
    if (files.has(file.place)) twice.add(file.place);
    files.set(file.place, file);
    put(file.place, file.kind);
  }
  for (const place of files.keys()) if (folders.has(place)) twice.add(place);
  const inOrder = (items: ReadonlyMap<string, Item>) =>
    [...items.values()].sort((a, b) => byCodeUnits(a.name, b.name));
  return {
    folders: new Map([...folders].map(([place, items]) => [place, inOrder(items)])),
    files,
    twice,
  };
}

/** Why a file is not read as text, `null` where nothing is known against it. */
function refusalOf(
  place: string,
  file: ArchivedFile | undefined,
  { folders, twice }: Pick<Arranged, 'folders' | 'twice'>,
): SubmittedFile | null {
  const refused = (why: Extract<SubmittedFile, { state: 'refused' }>['why']): SubmittedFile => ({
    state: 'refused',
    path: place,
    why,
  });
  if (twice.has(place)) return refused('ambiguous');
  if (file === undefined) return folders.has(place) ? refused('not-a-file') : null;
  if (file.kind === 'link') return refused('symbolic-link');
  if (file.kind === 'other') return refused('not-a-file');
  return file.unpacked > LARGEST_FILE ? refused('too-large') : null;
}

function problemsOf(
  { refused }: Contents,
  twice: ReadonlySet<string>,
  label: string,
): readonly Problem[] {
  const remedy = PACK_ANEW;
  const lines = refused.first.map(({ shown, wrong }) => `${label}: ${quoted(shown)} ${wrong}`);
  const more = refused.count - refused.first.length;
  if (more > 0) lines.push(`${label}: ${more} more entries like these`);
  for (const place of [...twice].sort(byCodeUnits).slice(0, 20)) {
    lines.push(`${label}: ${quoted(place)} is there more than once`);
  }
  return lines.map((what) => ({ what, remedy }));
}
