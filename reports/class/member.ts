import type { CheckResult, Result } from '../../grader/contract/result.ts';
import { plainThroughout } from '../words/plain.ts';
import { nameInWords } from './clip.ts';
import { linkTo } from './link.ts';

/** One graded submission of a class, and where its pages lie beside the class page. */
export interface ClassMember {
  readonly result: Result;
  /** Path of the student's page, or `null` where none was written. */
  readonly page: string | null;
  /** Path of the instructor's view of the same submission. */
  readonly instructorPage: string | null;
}

/**
 * Members by name, in an order that depends on nothing but what they are: not on
 * the order in which a disk listed them, nor on anybody's language.
 */
export function inOrder(members: readonly ClassMember[]): readonly ClassMember[] {
  return members.toSorted(
    (one, other) =>
      compareText(one.result.submission, other.result.submission) ||
      compareText(one.page ?? '', other.page ?? '') ||
      compareText(one.instructorPage ?? '', other.instructorPage ?? '') ||
      compareText(JSON.stringify(one.result), JSON.stringify(other.result)),
  );
}

/** Texts by their code units: the same order on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What a class page needs of a result: a small part, so that many fit into memory. */
export function inBrief(result: Result): Result {
  const exercises = result.exercises.map((exercise) => ({
    ...exercise,
    source: null,
    facts: null,
    printed: '',
    pictures: [],
    checks: exercise.checks.map((check) => ({ ...check, got: spoken(check) })),
  }));
  return { ...result, exercises };
}

/**
 * The same member with plain texts. The links stay as they are: they are encoded
 * whole, and have to lead to the file that is really there.
 */
export function madePlain({ result, ...pages }: ClassMember): ClassMember {
  return { ...pages, result: plainThroughout(inBrief(result)) };
}

/** What came back, as far as words are made of it: nothing of a check that did not fail. */
function spoken({ status, got }: CheckResult): CheckResult['got'] {
  return status !== 'fail' || got === null ? null : { ...got, compared: null };
}

/** A member as a list names it: the instructor's view first, because an instructor reads the list. */
export interface Person {
  readonly name: string;
  readonly href: string | null;
}

export function personOf({ result, page, instructorPage }: ClassMember): Person {
  return { name: nameInWords(result.submission), href: linkTo(instructorPage ?? page) };
}

/** Members as a list in the page; a long one is folded away. */
export interface People {
  readonly people: readonly Person[];
  readonly count: string;
  readonly folded: boolean;
}

export function peopleOf(members: readonly ClassMember[]): People {
  return {
    people: members.map(personOf),
    count: counted(members.length),
    folded: members.length > 6,
  };
}

/** "1 submission", "40 submissions". */
export function counted(count: number): string {
  return `${count} ${count === 1 ? 'submission' : 'submissions'}`;
}
