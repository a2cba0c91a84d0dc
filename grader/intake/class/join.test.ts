import { describe, expect, test } from 'vitest';
import type { Student } from '../../contract/class.ts';
import { joined } from './join.ts';
import { type Found, studentOf } from './layout.ts';
import { fullName, squashed } from './names.ts';

const tree: Found['tree'] = {
  name: '',
  label: '',
  list: async () => [],
  text: async () => ({ state: 'missing' }),
  content: async () => null,
  archive: async () => tree,
};

const found = (student: Student, own: Partial<Found> = {}): Found => ({
  student,
  order: student.id,
  at: null,
  late: false,
  tree,
  writes: null,
  isNumbered: false,
  ...own,
});

const folder = (id: string) => found(studentOf(id));
const onCanvas = (id: string, name: string) =>
  found(studentOf(id, { name }, { 'canvas-id': id }), { writes: squashed, isNumbered: true });
const onMoodle = (id: string, name: string) =>
  found(studentOf(id, { name }, { 'moodle-participant': id }), {
    writes: fullName,
    isNumbered: true,
  });

/** Whom these hand-ins are found to be of. */
function whose(all: readonly Found[], roster: readonly Student[]) {
  return joined(all, roster).joined.map(({ listed }) => listed);
}

describe('a hand-in is found to be of a student', () => {
  test.each<readonly [string, Found, Student]>([
    ['by the id', folder('s'), studentOf('s')],
    ['by the number of the platform', onCanvas('7', 'x'), studentOf('s', {}, { 'canvas-id': '7' })],
    [
      'by the account, in capitals or not',
      found(studentOf('Ada', {}, { github: 'Ada' })),
      studentOf('s', {}, { github: 'aDA' }),
    ],
    [
      'by a folder that is called as the account',
      folder('adab'),
      studentOf('s', {}, { github: 'AdaB' }),
    ],
    [
      'by a folder that is called as the number',
      folder('42'),
      studentOf('s', {}, { 'student-id': '42' }),
    ],
    [
      'by a folder that is called as the address',
      folder('ada@x.edu'),
      studentOf('s', { email: 'Ada@x.edu' }),
    ],
    ['by the id, in capitals or not', folder('ADA'), studentOf('ada')],
    ['by the id as macOS writes it', folder('e\u0301a'), studentOf('\u00e9a')],
    [
      'by the address',
      found(studentOf('x', { email: 'ada@x.edu' })),
      studentOf('s', { email: 'Ada@X.edu' }),
    ],
    [
      'by the name as Canvas writes it',
      onCanvas('7', 'byronada'),
      studentOf('s', { name: 'Byron, Ada' }),
    ],
    [
      'by the name in speaking order',
      onCanvas('7', 'byronada'),
      studentOf('s', { name: 'Ada Byron' }),
    ],
    [
      'by a name with a hyphen and an apostrophe',
      onCanvas('7', 'obriensmithmaryann'),
      studentOf('s', { name: "O'Brien-Smith, Mary Ann" }),
    ],
    [
      'by a name with letters beyond ASCII, kept',
      onCanvas('7', 'großjörg'),
      studentOf('s', { name: 'Groß, Jörg' }),
    ],
    [
      'by a name with letters beyond ASCII, dropped',
      onCanvas('7', 'grojrg'),
      studentOf('s', { name: 'Groß, Jörg' }),
    ],
    [
      'by a name with a comma, on Moodle',
      onMoodle('7', 'Ada Byron'),
      studentOf('s', { name: 'Byron, Ada' }),
    ],
    ['by a name with `_`, on Moodle', onMoodle('7', 'Ada B'), studentOf('s', { name: 'ada_b' })],
    [
      'by a number that is the id, where no name says otherwise',
      onCanvas('7', 'x'),
      studentOf('7'),
    ],
  ])('%s', (_, handIn, student) => {
    expect(whose([handIn], [studentOf('other', { name: 'Other, One' }), { ...student }])).toEqual([
      student.id,
    ]);
  });
});

describe('a hand-in is of nobody on the roster', () => {
  test.each<readonly [string, Found, Student]>([
    [
      'whose number is the id of somebody with another name',
      onCanvas('7', 'doejane'),
      studentOf('7', { name: 'Byron, Ada' }),
    ],
    [
      'whose participant is the id of somebody with another name',
      onMoodle('7', 'Jane Doe'),
      studentOf('7', { name: 'Ada Byron' }),
    ],
    ['whose folder is a number of Canvas', folder('7'), studentOf('s', {}, { 'canvas-id': '7' })],
    ['whose folder is a name', folder('Ada Byron'), studentOf('s', { name: 'Ada Byron' })],
    ['whose name squashes to nothing', onCanvas('7', ''), studentOf('s', { name: '李明' })],
    ['whose address is not known', found(studentOf('x')), studentOf('s')],
  ])('%s', (_, handIn, student) => {
    expect(whose([handIn], [student])).toEqual([null]);
  });
});

describe('what is not certain is not joined', () => {
  const remedy =
    'It is graded as of nobody on the roster; add the id of the platform to the roster.';

  test('a name that two on the roster have', () => {
    const twins = [studentOf('a', { name: 'Wu, Bo' }), studentOf('b', { name: 'Bo Wu' })];
    const result = joined([onCanvas('7', 'wubo')], twins);
    expect(result.joined.map(({ listed }) => listed)).toEqual([null]);
    expect(result.problems).toEqual([
      {
        what: 'The hand-in of "7" ("wubo") may be of more than one student on the roster',
        remedy,
      },
    ]);
  });

  test('a name that two students of the platform have', () => {
    const result = joined(
      [onCanvas('7', 'wubo'), onCanvas('8', 'wubo')],
      [studentOf('a', { name: 'Wu, Bo' })],
    );
    expect(result.joined.map(({ listed }) => listed)).toEqual([null, null]);
    expect(result.problems.map(({ what }) => what)).toEqual([
      'The hand-in of "7" ("wubo") has the name of a student on the roster whose another hand-in is',
      'The hand-in of "8" ("wubo") has the name of a student on the roster whose another hand-in is',
    ]);
  });

  test('a name, where the number of another is that of the student', () => {
    const roster = [studentOf('a', { name: 'Wu, Bo' }, { 'canvas-id': '7' })];
    expect(whose([onCanvas('7', 'wubo'), onCanvas('8', 'wubo')], roster)).toEqual(['a', null]);
  });

  test('a number that two on the roster have', () => {
    const roster = ['a', 'b'].map((id) => studentOf(id, {}, { 'canvas-id': '7' }));
    expect(whose([onCanvas('7', 'x')], roster)).toEqual([null]);
  });
});

test('a name of nothing but spaces takes no time', () => {
  const spaces = `a${' '.repeat(200_000)}b c`;
  expect(whose([onCanvas('7', 'cab')], [studentOf('s', { name: spaces })])).toEqual(['s']);
});

test('all hand-ins of a student are joined, though they have one name', () => {
  const twice = [onCanvas('7', 'wubo'), onCanvas('7', 'wubo')];
  expect(whose(twice, [studentOf('a', { name: 'Wu, Bo' })])).toEqual(['a', 'a']);
});
