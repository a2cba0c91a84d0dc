import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Grade } from '../../grader/contract/class.ts';
import { GRADEBOOK_FORMATS, loadGradebook } from '../../grader/load.ts';
import {
  anyGrades,
  gradeOfStudent,
  knownStudent,
  milli,
  NAMES,
  wildGrades,
} from '../../grader/testing/grades.ts';
import {
  cellsOf,
  IMPORTERS,
  type Imported,
  type Importer,
} from '../../grader/testing/importers.ts';
import type { Gradebook } from '../words/gradebook.ts';

// Every format is read back by the rules of whoever imports it.

const options = { title: 'Lab 1' };

/** What an importer should have of a grade; only some of them know of excuses. */
const markOf = ({ status, earned }: Grade, knowsExcuses: boolean) => {
  if (status === 'excused' && knowsExcuses) return 'excused';
  return status === 'graded' ? earned : null;
};

const totalOf = ({ marks }: Imported) =>
  [...marks.values()].reduce<number>((all, mark) => all + (typeof mark === 'number' ? mark : 0), 0);

test('there is an importer for every format', () => {
  expect(Object.keys(IMPORTERS)).toEqual(GRADEBOOK_FORMATS);
});

describe.each(Object.entries(IMPORTERS))('%s', (format, read) => {
  let gradebook: Gradebook;
  const knowsExcuses = ['canvas', 'gradebook'].includes(format);
  const imported = (grades: readonly Grade[], importer: Importer = read) =>
    importer(
      gradebook.render(grades, options).text,
      grades.map(({ student }) => student),
    );

  beforeAll(async () => {
    gradebook = await loadGradebook(format);
  });

  test('gives every student their own points', () => {
    fc.assert(
      fc.property(anyGrades, (grades) => {
        const { marks, strangers } = imported(grades);
        expect(strangers).toEqual([]);
        expect([...marks]).toEqual(
          grades.map((grade) => [grade.student.id, markOf(grade, knowsExcuses)]),
        );
      }),
    );
  });

  test('adds up to what our own gradebook adds up to', async () => {
    const own = await loadGradebook('gradebook');
    fc.assert(
      fc.property(anyGrades, (grades) => {
        const students = grades.map(({ student }) => student);
        const { text } = own.render(grades, options);
        expect(totalOf(imported(grades))).toBe(
          totalOf(IMPORTERS.gradebook?.(text, students) as Imported),
        );
      }),
    );
  });

  test('gives nobody the points of somebody else, whatever ids are missing, shared or dangerous', () => {
    fc.assert(
      fc.property(wildGrades, (grades) => {
        const { leftOut } = gradebook.render(grades, options);
        const out = new Set(leftOut.map(({ student }) => student.id));
        const expected = grades
          .filter(({ student }) => !out.has(student.id))
          .map((grade) => [grade.student.id, markOf(grade, knowsExcuses)]);
        const { marks, strangers } = imported(grades);
        expect(strangers).toEqual([]);
        expect([...marks]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('has no cell that a spreadsheet would work out', () => {
    const nothing = format === 'moodle' ? ['-'] : [];
    const cells = (text: string) =>
      format === 'nbgrader' ? text.split('\n').map((line) => line.split(',')) : cellsOf(text);
    fc.assert(
      fc.property(wildGrades, fc.constantFrom(...NAMES), (grades, title) => {
        const { text } = gradebook.render(grades, { title });
        for (const cell of cells(text).flat()) {
          if (!nothing.includes(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        }
      }),
    );
  });

  test('has one line for every row', () => {
    fc.assert(
      fc.property(wildGrades, (grades) => {
        const { text, leftOut } = gradebook.render(grades, options);
        const headers = format === 'canvas' ? 2 : 1;
        expect(text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)).toHaveLength(
          headers + grades.length - leftOut.length + 1,
        );
      }),
    );
  });

  test('is the same bytes when it is written again', () => {
    fc.assert(
      fc.property(wildGrades, (grades) => {
        const again = gradebook.render(structuredClone(grades), { ...options });
        expect(again).toEqual(gradebook.render(grades, options));
      }),
      { numRuns: 30 },
    );
  });

  test.each(['Lab 1', 'Lab "1", part; two', 'Final Score', '=Lab', 'Größe 🎉 (2)'])(
    'says what "%s" is, and what it is worth, where it says that at all',
    (title) => {
      const student = knownStudent(1);
      const { text } = gradebook.render([gradeOfStudent(student)], { title, column: '1234' });
      const { possible, column, marks } = read(text, [student]);
      expect([20_000, null]).toContain(possible);
      expect(column).toBe(['canvas', 'blackboard'].includes(format) ? '1234' : null);
      expect([...marks]).toEqual([[student.id, 12_500]]);
    },
  );

  test('can be read where the class is empty', () => {
    expect(imported([]).marks.size).toBe(0);
  });

  test('writes a thousandth of a point, and ten thousand points, without separators', () => {
    const grades = [1, 10_000_000, 1_234_567].map((earned, nth) =>
      gradeOfStudent(knownStudent(nth), { earned: milli(earned), possible: milli(10_000_000) }),
    );
    expect([...imported(grades).marks.values()]).toEqual([1, 10_000_000, 1_234_567]);
  });
});
