import type { Grade } from '../../grader/contract/class.ts';
import type { Gradebook } from '../words/gradebook.ts';
import { points } from '../words/numbers.ts';
import { mark, shown } from './table/cells.ts';
import { namesOf } from './table/names.ts';
import { found } from './table/students.ts';
import { table } from './table/table.ts';

const HEADER = [
  'username',
  'first_name',
  'last_name',
  'email',
  'section',
  'score',
  'max_score',
  'datetime',
  'submission_tag',
  'submitted_by',
  'review_url',
  'late',
  'override',
];

/** The `scores.csv` that Classroom 50 writes for its teachers. */
export const gradebook: Gradebook = {
  file: 'classroom50.csv',
  render(grades) {
    const { rows, leftOut } = found(grades, [
      { words: 'GitHub username', of: ({ ids }) => ids.github },
    ]);
    const text = table(
      [
        HEADER,
        ...rows.map(({ grade, ids: [username = ''] }) => {
          const { student } = grade;
          const { first, last } = namesOf(student);
          const who = [username, first, last, student.email, student.section].map((each) =>
            shown(each),
          );
          return [...who, ...submissionOf(grade)];
        }),
      ],
      { newline: '\n' },
    );
    return { text, leftOut, notes: [] };
  },
};

/** Who handed nothing in has blanks alone. */
function submissionOf(grade: Grade): readonly string[] {
  const { status, possible, at, late, steps } = grade;
  if (status === 'missing') return Array.from({ length: 8 }, () => '');
  const isOverridden = steps.some(({ kind }) => kind === 'override');
  return [
    mark(grade),
    points(possible),
    // Whole seconds, as its own times are.
    shown(at).replace(/\.\d+Z$/, 'Z'),
    '',
    '',
    '',
    String(late),
    isOverridden ? 'true' : '',
  ];
}
