import { quoted } from '../quoted.ts';
import { bundle, type NamedFile } from '../tree/bundle.ts';
import { isLitter, type Problem } from '../tree/tree.ts';
import { type Found, type Layout, studentOf } from './layout.ts';
import { squashed } from './names.ts';

/** `name[_LATE]_<user id>_<attachment id>_<original name>`, or of a nameless class `[LATE_]anon_<id>_...`. */
const ATTACHMENT =
  /^(?:(?!LATE_)(?<name>.*?)_)?(?:(?<late>LATE)_)?(?<user>\d+|anon_[A-Za-z0-9]+)_(?<attachment>\d+)_(?<file>.+)$/;

/** What was typed into the page, or is a link: no file, but a hand-in. */
const TYPED =
  /^(?:(?!LATE_)(?<name>.*?)_)?(?:(?<late>LATE)_)?(?<user>\d+|anon_[A-Za-z0-9]+)_(?<file>text|link)\.html$/;

interface Upload {
  readonly user: string;
  readonly name: string | null;
  late: boolean;
  readonly files: (NamedFile & { readonly attachment: string })[];
}

/** The download of an assignment in Canvas: all files of all students side by side. */
export const canvas: Layout = async (tree) => {
  const items = (await tree.list('')).filter(({ name }) => !isLitter(name));
  const uploads = new Map<string, Upload>();
  const problems: Problem[] = [];
  let read = 0;
  for (const { name: place, kind } of items) {
    const parts = (ATTACHMENT.exec(place) ?? TYPED.exec(place))?.groups;
    const { name, late, user, attachment = '', file } = parts ?? {};
    if (kind !== 'file' || user === undefined || file === undefined) {
      problems.push({
        what: `${tree.label}: ${quoted(place)} is not named as files of a Canvas download are`,
        remedy: 'If it belongs to a student, put it under the name that Canvas gave it.',
      });
      continue;
    }
    read += 1;
    const upload = uploads.get(user) ?? { user, name: name ?? null, late: false, files: [] };
    uploads.set(user, upload);
    upload.late ||= late !== undefined;
    upload.files.push({ name: file, place, attachment });
  }
  if (read === 0 || read < items.length / 2) return null;
  const found = [...uploads.values()].map((upload): Found => {
    const { user, name, late, files } = upload;
    const isAnonymous = user.startsWith('anon_');
    return {
      student: studentOf(user, { name }, isAnonymous ? {} : { 'canvas-id': user }),
      order: user,
      at: null,
      late,
      tree: bundle(tree, `${tree.label}: what user ${user} handed in`, files),
      writes: isAnonymous ? null : squashed,
      isNumbered: true,
    };
  });
  return { found, problems };
};
