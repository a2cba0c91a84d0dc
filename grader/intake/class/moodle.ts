import { quoted } from '../quoted.ts';
import { bundle, type NamedFile } from '../tree/bundle.ts';
import { isLitter, type Problem, subtree, type Tree } from '../tree/tree.ts';
import { type Found, type Layout, studentOf } from './layout.ts';
import { fullName } from './names.ts';

/** `First Last_<id>_assignsubmission_file`: a folder, or the beginning of a file. Old Moodles end it with `_`. */
const NAME =
  /^(?<name>.+)_(?<id>\d+)_assignsubmission_(?<plugin>file|onlinetext)(?:_(?<file>.*))?$/u;

/** How a participant is called where the class is graded without names. */
const NAMELESS = /^Participant$/;

interface Participant {
  readonly id: string;
  readonly name: string;
  /** The folder of the files, else the one of the text that was typed. */
  folder: string | null;
  readonly files: NamedFile[];
}

/** The download of an assignment in Moodle: a folder for each participant, or all files side by side. */
export const moodle: Layout = async (tree) => {
  const participants = new Map<string, Participant>();
  const problems: Problem[] = [];
  for (const { name: place, kind } of await tree.list('')) {
    if (isLitter(place)) continue;
    const { name, id, plugin, file = '' } = NAME.exec(place)?.groups ?? {};
    const isFolder = kind === 'folder' && file === '';
    if (name === undefined || id === undefined || !(isFolder || (kind === 'file' && file !== ''))) {
      problems.push({
        what: `${tree.label}: ${quoted(place)} is not named as in a Moodle download`,
        remedy: 'If it belongs to a student, put it under the name that Moodle gave it.',
      });
      continue;
    }
    const participant = participants.get(id) ?? { id, name, folder: null, files: [] };
    participants.set(id, participant);
    if (!isFolder) participant.files.push({ name: file, place });
    else if (plugin === 'file' || participant.folder === null) participant.folder = place;
  }
  if (participants.size === 0) return null;
  return { found: [...participants.values()].map((each) => foundOf(tree, each)), problems };
};

function foundOf(tree: Tree, { id, name, folder, files }: Participant): Found {
  const isNameless = NAMELESS.test(name);
  const label = `${tree.label}: what participant ${id} handed in`;
  return {
    student: studentOf(id, { name: isNameless ? null : name }, { 'moodle-participant': id }),
    order: id,
    at: null,
    late: false,
    tree: folder === null ? bundle(tree, label, files) : subtree(tree, folder),
    writes: isNameless ? null : fullName,
    isNumbered: true,
  };
}
