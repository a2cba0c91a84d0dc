import { ID_KINDS, type Student } from '../../contract/class.ts';
import { quoted } from '../quoted.ts';
import type { Problem } from '../tree/tree.ts';
import type { Found } from './layout.ts';
import { spoken } from './names.ts';

/** Whose a hand-in is: somebody on the roster, or whom the platform names. */
export interface Joined {
  readonly found: Found;
  /** Their id on the roster; `null` where they are not on it. */
  readonly listed: string | null;
}

type How = 'id' | 'name';
type Match = { readonly student: Student; readonly how: How } | 'ambiguous' | null;

/**
 * Finds for every hand-in who on the roster it is of: by the platform's own number of the
 * student, by the id, by the e-mail address, and at last by the name, if it can be nobody
 * else's. What is not certain is not joined, and a problem says so.
 */
export function joined(
  all: readonly Found[],
  roster: readonly Student[],
): { readonly joined: readonly Joined[]; readonly problems: readonly Problem[] } {
  const matches = all.map((found) => ({ found, match: matchOf(found, roster) }));
  /** Whom the platform tells apart, for each student on the roster. */
  const claims = new Map<string, Set<string>>();
  for (const { found, match } of matches) {
    if (match === null || match === 'ambiguous') continue;
    const claim = claims.get(match.student.id) ?? new Set();
    claims.set(match.student.id, claim.add(found.student.id));
  }
  const uncertain = new Map<string, Problem>();
  const result = matches.map(({ found, match }): Joined => {
    if (match === null) return { found, listed: null };
    const isShared =
      match !== 'ambiguous' &&
      match.how === 'name' &&
      (claims.get(match.student.id)?.size ?? 0) > 1;
    if (match !== 'ambiguous' && !isShared) return { found, listed: match.student.id };
    uncertain.set(found.student.id, uncertainty(found.student, match === 'ambiguous'));
    return { found, listed: null };
  });
  return { joined: result, problems: [...uncertain.values()] };
}

function matchOf({ student, writes, isNumbered }: Found, roster: readonly Student[]): Match {
  const { name } = student;
  const isNamedSo = (listed: Student): boolean =>
    writes !== null &&
    name !== null &&
    listed.name !== null &&
    writes(listed.name).includes(spoken(name));
  /** A number of the platform's may be another student's number on the roster. */
  const mayBe = (listed: Student): boolean =>
    !isNumbered || name === null || listed.name === null || isNamedSo(listed);
  const steps: readonly (readonly [How, (listed: Student) => boolean])[] = [
    ['id', ({ ids }) => ID_KINDS.some((kind) => isSame(student.ids[kind], ids[kind]))],
    ['id', (listed) => listed.id === student.id && mayBe(listed)],
    ['id', (listed) => !isNumbered && goesBy(listed, student.id)],
    ['id', ({ email }) => isSame(student.email, email)],
    ['name', isNamedSo],
  ];
  for (const [how, fits] of steps) {
    const [only, other] = roster.filter(fits);
    if (other !== undefined) return 'ambiguous';
    if (only !== undefined) return { student: only, how };
  }
  return null;
}

/** Whether a folder may be called so for a student: any of their names but numbers of a platform's own. */
function goesBy({ id, ids, email }: Student, name: string): boolean {
  const { 'canvas-id': _canvas, 'moodle-participant': _moodle, ...others } = ids;
  return [id, ...Object.values(others), email].some((each) => isSame(each, name));
}

/** Addresses and names of accounts are the same in capitals; macOS writes `é` as two characters. */
function isSame(a: string | null | undefined, b: string | null | undefined): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase();
  return typeof a === 'string' && typeof b === 'string' && plain(a) === plain(b);
}

function uncertainty({ id, name }: Student, isAmbiguous: boolean): Problem {
  const who = name === null ? quoted(id) : `${quoted(id)} (${quoted(name)})`;
  return {
    what: isAmbiguous
      ? `The hand-in of ${who} may be of more than one student on the roster`
      : `The hand-in of ${who} has the name of a student on the roster whose another hand-in is`,
    remedy: 'It is graded as of nobody on the roster; add the id of the platform to the roster.',
  };
}
