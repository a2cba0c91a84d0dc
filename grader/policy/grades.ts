import type { Grade, Student } from '../contract/class.ts';
import type { Adjustment } from './adjustment.ts';
import { gradeOf, type Rules } from './grade-of.ts';
import type { Judged } from './hand-in.ts';
import type { Policy } from './policy.ts';

/** A class whose hand-ins have been judged. */
export interface JudgedClass {
  readonly handIns: readonly Judged[];
  /** On the roster, without a hand-in. */
  readonly absent: readonly Student[];
}

/** The marks of a class. */
export interface Marks {
  /** One for each student, in the order of their ids. */
  readonly grades: readonly Grade[];
  /** Adjustments for an id that nobody in the class has. */
  readonly unmatched: readonly Adjustment[];
  /** Extensions that end no later than the deadline of the class: they change nothing, and may be slips of the pen. */
  readonly idle: readonly Adjustment[];
}

/** The mark of every student of a class; who is on the roster and handed nothing in is `missing`. */
export function grades(
  { handIns, absent }: JudgedClass,
  rules: Rules,
  adjustments: readonly Adjustment[],
): Marks {
  const students = new Map<string, Student>();
  for (const student of [...handIns.map((handIn) => handIn.student), ...absent]) {
    if (!students.has(student.id)) students.set(student.id, student);
  }
  // By code units, which are the same on every machine.
  const inOrder = [...students.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const handedIn = grouped(handIns, ({ student }) => student.id);
  const decided = grouped(adjustments, ({ student }) => student);
  return {
    grades: inOrder.map((student) =>
      gradeOf(student, handedIn.get(student.id) ?? [], rules, decided.get(student.id) ?? []),
    ),
    unmatched: adjustments.filter(({ student }) => !students.has(student)),
    idle: adjustments.filter((each) => isIdle(each, rules.policy)),
  };
}

function isIdle({ extension }: Adjustment, { deadline }: Policy): boolean {
  if (extension === null || deadline === null) return false;
  return 'more' in extension ? extension.more === 0 : extension.until <= deadline;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
