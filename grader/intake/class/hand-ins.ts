import type { HandedIn, HandIn, Student } from '../../contract/class.ts';
import { byCodeUnits } from '../tree/tree.ts';
import { readHandIn } from './hand-in.ts';
import type { Joined } from './join.ts';
import type { Found } from './layout.ts';

/** Stands between a student's id and the number of one of several hand-ins; safe in files and in links. */
const NUMBERED = '~';

/**
 * Gives every hand-in its student and an id of its own, and says who on the roster has
 * none and who is not on it.
 */
export function handInsOf(
  all: readonly Joined[],
  roster: readonly Student[] | null,
): Omit<HandedIn, 'problems'> {
  const listed = new Map((roster ?? []).map((student) => [student.id, student]));
  const groups = new Map<string, { student: Student; readonly found: Found[] }>();
  for (const { found, listed: id } of all) {
    const own = id === null ? undefined : listed.get(id);
    const key = own?.id ?? strangersId(found.student.id, listed);
    const before = groups.get(key);
    // What the platform calls a student goes along: the grades go back by it.
    const ids = { ...found.student.ids, ...before?.student.ids, ...own?.ids };
    const student = own ?? before?.student ?? { ...found.student, id: key };
    groups.set(key, {
      student: { ...student, ids },
      found: [...(before?.found ?? []), found],
    });
  }
  const taken = new Set([...groups.keys(), ...listed.keys()]);
  const handIns = [...groups.values()].flatMap((group) => numbered(group, taken));
  const students = [...groups].map(([id, { student }]) => ({ id, student })).sort(byId);
  return {
    handIns: handIns.sort(byId),
    absent: [...listed.values()].filter(({ id }) => !groups.has(id)).sort(byId),
    unknown:
      roster === null
        ? []
        : students.filter(({ id }) => !listed.has(id)).map(({ student }) => student),
  };
}

/** Nobody takes the id of somebody on the roster who they were not found to be. */
function strangersId(id: string, listed: ReadonlyMap<string, Student>): string {
  return listed.has(id) ? strangersId(`unknown-${id}`, listed) : id;
}

function numbered(
  { student, found }: { readonly student: Student; readonly found: readonly Found[] },
  taken: Set<string>,
): readonly HandIn[] {
  const [only, other] = found;
  if (only !== undefined && other === undefined) return [handInOf(student.id, student, only)];
  let number = 0;
  return [...found]
    .sort((a, b) => byCodeUnits(a.order, b.order))
    .map((each) => {
      let id: string;
      do {
        number += 1;
        id = `${student.id}${NUMBERED}${number}`;
      } while (taken.has(id));
      taken.add(id);
      return handInOf(id, student, each);
    });
}

function handInOf(id: string, student: Student, { at, late, tree }: Found): HandIn {
  return { id, student, at, late, read: (course) => readHandIn(tree, id, course) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byCodeUnits(a.id, b.id);
}
