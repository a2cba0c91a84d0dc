import type { Grade } from '../../grader/contract/class.ts';
import type { ExerciseSlug, Thousandths } from '../../grader/contract/identity.ts';
import type { Gradebook } from '../words/gradebook.ts';
import { points } from '../words/numbers.ts';
import { commentOf, mark, shown } from './table/cells.ts';
import { table } from './table/table.ts';

/** Our own, for a spreadsheet and for programs: everybody, and everything that is known of a mark. */
export const gradebook: Gradebook = {
  file: 'gradebook.csv',
  render(grades) {
    const slugs = [
      ...new Set(grades.flatMap(({ exercises }) => exercises.map(({ slug }) => slug))),
    ].sort();
    const text = table([
      [
        ...['id', 'name', 'email', 'section', 'status', 'late', 'at'],
        ...slugs,
        ...['raw', 'earned', 'possible', 'percent', 'steps', 'comment'],
      ],
      ...grades.map((grade) => rowOf(grade, slugs)),
    ]);
    return { text, leftOut: [], notes: [] };
  },
};

function rowOf(grade: Grade, slugs: readonly ExerciseSlug[]): readonly string[] {
  const { student, status, late, at, exercises, raw, possible, steps } = grade;
  // Who has to look at it wants to see how far it went.
  const isSeen = status === 'graded' || status === 'needs-review';
  const seen = (amount: Thousandths | undefined) =>
    isSeen && amount !== undefined ? points(amount) : '';
  return [
    ...[student.id, student.name, student.email, student.section].map((each) => shown(each)),
    status,
    String(late),
    shown(at),
    ...slugs.map((slug) => seen(exercises.find((each) => each.slug === slug)?.earned)),
    seen(raw),
    mark(grade),
    points(possible),
    percentOf(grade),
    shown(steps.map(stepInWords).join('; ')),
    shown(commentOf(grade)),
  ];
}

/** Rounded down, so that nobody has 100 who does not have everything. */
function percentOf({ status, earned, possible }: Grade): string {
  if (status !== 'graded' || possible === 0) return '';
  // Brand: thousandths of a percent.
  return points(Math.floor((earned * 100_000) / possible) as Thousandths);
}

function stepInWords({ what, by, why, before, after }: Grade['steps'][number]): string {
  return `${what}: ${points(before)} to ${points(after)} (${by === null ? '' : `${by}: `}${why})`;
}
