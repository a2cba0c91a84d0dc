import type { Grade } from '../../grader/contract/class.ts';
import { isTold, markInWords, RULES, stepView } from '../words/mark.ts';
import { points } from '../words/numbers.ts';
import { plainThroughout } from '../words/plain.ts';
import { share } from '../words/student.ts';
import { clipped, nameInWords } from './clip.ts';
import { linkTo } from './link.ts';
import { compareText, type Person } from './member.ts';

/** The mark of one student, and where the instructor's views of what they handed in lie. */
export interface ClassMark {
  readonly grade: Grade;
  readonly handIns: readonly { readonly id: string; readonly instructorPage: string }[];
}

/** Everybody of whose mark more is to be said than that it is what was graded; `null` where there is nobody. */
export function marksView(given: readonly ClassMark[]) {
  const told = given.filter(({ grade }) => isTold(grade));
  if (told.length === 0) return null;
  return {
    told: told.length,
    all: given.length,
    others: given.length - told.length,
    rules: rulesOf(told),
    rows: told
      .toSorted((one, other) => compareText(one.grade.student.id, other.grade.student.id))
      .map(rowOf),
  };
}

/** What holds for the whole class, which need not be said anew in every row. */
function rulesOf(told: readonly ClassMark[]) {
  const rules = told.flatMap(({ grade }) =>
    grade.steps.flatMap(({ kind, by, why }) => (by === null ? [`${RULES[kind]}: ${why}`] : [])),
  );
  return [...new Set(rules)].sort(compareText).map((rule) => clipped(rule, 300));
}

function rowOf({ grade: given, handIns }: ClassMark) {
  const grade = plainThroughout(given);
  const { student, status, raw, steps, comments } = grade;
  return {
    people: peopleOf(student.id, handIns),
    name: student.name === null ? null : clipped(student.name, 60),
    graded: status === 'missing' ? '–' : points(raw),
    mark: status === 'graded' ? share(grade) : null,
    instead: markInWords(grade, true).title,
    steps: steps.map((step) => {
      const { what, why, who, ...change } = stepView(step);
      const how = step.by === null ? null : clipped(`${why} (${who})`, 300);
      return { ...change, what: clipped(what, 160), how };
    }),
    comments: comments.map(({ exercise, words, by }) => ({
      words: clipped(words, 300),
      by: clipped(exercise === null ? by : `${by}, on ${exercise}`, 120),
    })),
  };
}

/** By their own name where there is one page, and where there are several by those of the hand-ins. */
function peopleOf(id: string, handIns: ClassMark['handIns']): readonly Person[] {
  const [only, ...others] = handIns;
  if (only === undefined) return [{ name: nameInWords(id), href: null }];
  if (others.length === 0) return [{ name: nameInWords(id), href: linkTo(only.instructorPage) }];
  return handIns.map((each) => ({
    name: nameInWords(each.id),
    href: linkTo(each.instructorPage),
  }));
}
