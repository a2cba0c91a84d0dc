import { expect, test } from 'vitest';
import { GradeSchema } from '../contract/class.ts';
import { validated } from '../contract/validator.ts';
import { milli, studentOf } from '../testing/grades.ts';
import { ADA, adjustment, DUE, judged, policyOf, worthOf } from '../testing/policies.ts';
import { grades } from './grades.ts';

const rules = { policy: policyOf(), exercises: worthOf(10_000) };
const [ben, cem] = [studentOf('ben'), studentOf('Cem')];
const handIns = [judged([[4_000, 10_000]], { student: ben }), judged([[3_000, 10_000]])];

test('everybody has one, in the order of the ids', () => {
  const found = grades({ handIns, absent: [cem] }, rules, []).grades;
  expect(found.map(({ student, status, earned }) => [student.id, status, earned])).toEqual([
    ['Cem', 'missing', 0],
    ['ada', 'graded', 3_000],
    ['ben', 'graded', 4_000],
  ]);
});

test('who is said to be absent and handed something in is graded once', () => {
  const found = grades({ handIns, absent: [ADA, ben] }, rules, []).grades;
  expect(found.map(({ status }) => status)).toEqual(['graded', 'graded']);
});

test('who is missing has the exercises of the course, and nothing of them', () => {
  const [missing] = grades({ handIns: [], absent: [cem] }, rules, []).grades;
  expect(missing).toMatchObject({ possible: 10_000, at: null, exercises: [{ earned: 0 }] });
});

test('adjustments reach their student alone, and one for nobody is handed back', () => {
  const set = adjustment({ student: 'ben', points: milli(9_000) });
  const lost = adjustment({ student: 'Ben', points: milli(9_000) });
  const found = grades({ handIns, absent: [] }, rules, [set, lost]);
  expect(found.grades.map(({ earned }) => earned)).toEqual([3_000, 9_000]);
  expect(found.unmatched).toEqual([lost]);
});

test('an extension that ends before the deadline is handed back, because it does nothing', () => {
  const [idle, nothing] = [{ until: DUE }, { more: 0 }].map((extension) =>
    adjustment({ extension }),
  );
  const useful = adjustment({ extension: { until: DUE + 1 } });
  const due = { ...rules, policy: policyOf({ deadline: DUE }) };
  const given = [idle, useful, nothing].filter((each) => each !== undefined);
  expect(grades({ handIns, absent: [] }, due, given).idle).toEqual([idle, nothing]);
});

test('each is what the contract calls a grade', () => {
  const excused = adjustment({ excused: true, comment: 'Get well.' });
  const expectation = { code: 'broken-result', what: 'the grade', remedy: '' } as const;
  for (const grade of grades({ handIns, absent: [cem] }, rules, [excused]).grades) {
    expect(validated(GradeSchema, grade, expectation)).toEqual(grade);
  }
});

test('the order in which hand-ins come makes no difference', () => {
  const backwards = { handIns: handIns.toReversed(), absent: [] };
  expect(grades(backwards, rules, [])).toEqual(grades({ handIns, absent: [] }, rules, []));
});
