import { byCodeUnits, isLitter, type Problem, subtree, type Tree } from '../tree/tree.ts';
import { type GradescopeSubmission, gradescopeSubmissions } from './gradescope-metadata.ts';
import { type Found, type Layout, studentOf } from './layout.ts';
import { fullName } from './names.ts';

const METADATA = 'submission_metadata.yml';

/** Largest metadata, in bytes: three hundred students with 100 KiB of results each. */
const LARGEST_METADATA = 32 * 1024 * 1024;

/** The export of submissions of Gradescope: metadata, and a folder for each submission. */
export const gradescope: Layout = async (tree) => {
  const bytes = await tree.content(METADATA, LARGEST_METADATA);
  if (bytes === null) return null;
  const label = `${tree.label}/${METADATA}`;
  const known = gradescopeSubmissions(bytes, label);
  const items = (await tree.list('')).filter(({ name }) => !isLitter(name));
  const folders = new Set(items.filter(({ kind }) => kind === 'folder').map(({ name }) => name));
  const found: Found[] = [];
  const problems: Problem[] = [];
  for (const name of [...new Set([...known.keys(), ...folders])].sort(byCodeUnits)) {
    const submission = known.get(name) ?? { submitters: [], at: null, isEarlier: false };
    // Earlier submissions are listed for every student, and are in the export only if asked for.
    if (submission.isEarlier && !folders.has(name)) continue;
    found.push(...foundOf(tree, name, submission));
    if (submission.submitters.length > 0) continue;
    problems.push({
      what: `${label} does not say whose ${name} is`,
      remedy: 'It is graded under the name of its folder; look up the student.',
    });
  }
  return { found, problems };
};

/** A group's submission is that of each of its members. */
function foundOf(tree: Tree, name: string, { submitters, at }: GradescopeSubmission): Found[] {
  const shared = { at, late: false, tree: subtree(tree, name), isNumbered: false };
  const order = `${at ?? ''} ${name}`;
  if (submitters.length === 0)
    return [{ ...shared, order, student: studentOf(name), writes: null }];
  return submitters.map(({ sid, email, name: full }) => ({
    ...shared,
    order,
    student: studentOf(
      sid ?? email ?? full ?? name,
      { name: full, email },
      sid === null ? {} : { 'student-id': sid },
    ),
    writes: fullName,
  }));
}
