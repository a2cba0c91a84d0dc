import type { Grade } from '../../grader/contract/class.ts';
import type { Gradebook } from '../words/gradebook.ts';
import { points } from '../words/numbers.ts';
import { titled } from './table/assignment.ts';
import { isExact, shown } from './table/cells.ts';
import { namesOf } from './table/names.ts';
import { found } from './table/students.ts';

/** A cell ends at the next comma, whatever stands around it. */
const bare = (text: string | null) =>
  shown((text ?? '').replace(/,/g, ' ').replace(/"/g, "'").replace(/ {2,}/g, ' '));

const HEADER =
  'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score';

/** What nbgrader exports, and what reads that: lines of cells without any quoting. */
export const gradebook: Gradebook = {
  file: 'nbgrader.csv',
  render(grades, { title: asked, due }) {
    const { rows, leftOut } = found(grades, [
      {
        words: 'id',
        of: ({ id }) => id,
        fits: (id) => isExact(id) && !/[,"]/.test(id),
      },
    ]);
    const { title, notes } = titled(asked, bare);
    const lines = rows.map(({ grade, ids: [id = ''] }) => {
      const { first, last } = namesOf(grade.student);
      return [
        title,
        bare(due ?? ''),
        bare(grade.at),
        id,
        bare(last),
        bare(first),
        bare(grade.student.email),
        ...scores(grade),
        points(grade.possible),
      ].join(',');
    });
    return { text: `${[HEADER, ...lines].join('\n')}\n`, leftOut, notes };
  },
};

/** The mark before the late penalty, the penalty, and the mark, which is the difference of the two. */
function scores({ status, earned, steps }: Grade): readonly string[] {
  if (status !== 'graded') return ['', '', ''];
  const late = steps.find(({ kind }) => kind === 'late');
  const before = late?.before ?? earned;
  // Brand: no penalty is larger than what it is taken from.
  const penalty = (before - (late?.after ?? before)) as Grade['earned'];
  return [points(before), points(penalty), points(earned)];
}
