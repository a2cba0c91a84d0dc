import type { IdKind, Student } from '../../contract/class.ts';
import type { Problem, Tree } from '../tree/tree.ts';

/** A hand-in as a platform lays it out, before anybody is known by it. */
export interface Found {
  /** As far as the platform tells. */
  readonly student: Student;
  /** Orders the hand-ins of one student; the same wherever the class is read. */
  readonly order: string;
  /** When it was handed in (ISO 8601, UTC), where the platform says so. */
  readonly at: string | null;
  readonly late: boolean;
  readonly tree: Tree;
  /** How the platform would write the name of somebody on a roster; `null` where it shows none. */
  readonly writes: ((name: string) => readonly string[]) | null;
  /** Whether `student.id` is a number of the platform's, which may mean somebody else on a roster. */
  readonly isNumbered: boolean;
}

export interface FoundClass {
  readonly found: readonly Found[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a class that is laid out in one certain way.
 *
 * @returns `null` where it is laid out otherwise
 */
export type Layout = (tree: Tree) => Promise<FoundClass | null>;

/** A student of whom only some things are known. */
export function studentOf(
  id: string,
  own: { readonly name?: string | null; readonly email?: string | null } = {},
  ids: Partial<Record<IdKind, string>> = {},
): Student {
  return { id, name: own.name ?? null, email: own.email ?? null, section: null, ids };
}
