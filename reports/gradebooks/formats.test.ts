import { describe, expect, test } from 'vitest';
import type { Grade } from '../../grader/contract/class.ts';
import { slugOf } from '../../grader/testing/documents.ts';
import {
  commentSaying,
  gradeOfStudent,
  knownStudent,
  milli,
  studentOf,
} from '../../grader/testing/grades.ts';
import { IMPORTERS } from '../../grader/testing/importers.ts';
import { gradebook as blackboard } from './blackboard.ts';
import { gradebook as brightspace } from './brightspace.ts';
import { gradebook as canvas } from './canvas.ts';
import { gradebook as classroom50 } from './classroom50.ts';
import { gradebook as own } from './gradebook.ts';
import { gradebook as moodle } from './moodle.ts';
import { gradebook as nbgrader } from './nbgrader.ts';

const ada = knownStudent(1, { name: 'Lovelace, Ada', email: 'ada@example.edu' });
const ben = knownStudent(2, { name: 'Ben "B" Hur', email: 'ben@example.edu' });
const cem = knownStudent(3, { name: 'Cem', email: 'cem@example.edu' });
const dag = knownStudent(4, { name: '@Dag', email: 'dag@example.edu' });

const late: Grade['steps'] = [
  {
    kind: 'late',
    what: 'late by one day',
    exercise: null,
    by: null,
    why: 'the rules of the class',
    before: milli(12_500),
    after: milli(10_250),
  },
];

/** One of each status. */
const grades: readonly Grade[] = [
  gradeOfStudent(ada, {
    earned: milli(10_250),
    late: true,
    steps: late,
    comments: [commentSaying('Good, "really".')],
  }),
  gradeOfStudent(ben, {
    status: 'missing',
    at: null,
    raw: milli(0),
    earned: milli(0),
    exercises: [],
  }),
  gradeOfStudent(cem, { status: 'needs-review' }),
  gradeOfStudent(dag, { status: 'excused' }),
];

const lines = (text: string) => text.split(/\r?\n/);
const LAB = { title: 'Lab 1' };

test('our own says which exercise a comment is about', () => {
  const comments = [
    commentSaying('Well done.'),
    { ...commentSaying('See me.'), exercise: slugOf('02-second') },
  ];
  expect(own.render([gradeOfStudent(ada, { comments })], LAB).text).toContain(
    ',Well done. 02-second: See me.\r\n',
  );
});

test('our own has everything that is known, and no mark where there is none', () => {
  expect(lines(own.render(grades, LAB).text)).toEqual([
    'id,name,email,section,status,late,at,01-first,02-second,raw,earned,possible,percent,steps,comment',
    'student-1,"Lovelace, Ada",ada@example.edu,A,graded,true,2026-03-05T10:00:00Z,10,2.5,12.5,10.25,20,51.25,late by one day: 12.5 to 10.25 (the rules of the class),"Good, ""really""."',
    'student-2,"Ben ""B"" Hur",ben@example.edu,A,missing,false,,,,,,20,,,',
    'student-3,Cem,cem@example.edu,A,needs-review,false,2026-03-05T10:00:00Z,10,2.5,12.5,,20,,,',
    "student-4,'@Dag,dag@example.edu,A,excused,false,2026-03-05T10:00:00Z,,,,,20,,,",
    '',
  ]);
});

test('our own never says 100 percent of what is not everything', () => {
  const almost = gradeOfStudent(ada, { earned: milli(99_999), possible: milli(100_000) });
  expect(own.render([almost], LAB).text).toContain(',99.999,100,99.999,');
});

describe('Canvas', () => {
  test('has a row for the points, and EX for who is excused', () => {
    expect(lines(canvas.render(grades, LAB).text)).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,Lab 1',
      '    Points Possible,,,,,20',
      '"Lovelace, Ada",9001,001,login1,A,10.25',
      '"Ben ""B"" Hur",9002,002,login2,A,',
      'Cem,9003,003,login3,A,',
      "'@Dag,9004,004,login4,A,EX",
      '',
    ]);
  });

  test.each([
    ['Lab 1', '1234', 'Lab 1 (1234)'],
    ['Lab 1 (1234)', undefined, 'Lab 1 (1234)'],
    ['Lab 1', 'x', 'Lab 1'],
    ['Final Score', undefined, 'Final: Score'],
    ['Unposted Current Grade', '7', 'Unposted Current: Grade (7)'],
    ['Section', undefined, 'Assignment Section'],
    ['1.2.3', undefined, 'Assignment 1.2.3'],
    ['=1+1', undefined, "'=1+1"],
    ['', undefined, 'Assignment'],
  ])('has the title %j with the number %j as "%s"', (title, column, expected) => {
    const { text } = canvas.render([], column === undefined ? { title } : { title, column });
    expect(lines(text)[0]?.split(',')[5]).toBe(expected);
  });

  test('says so where the title had to become another', () => {
    expect(canvas.render([], { title: 'Final Score', column: '7' }).notes).toEqual([
      'The column has the title "Final: Score", because "Final Score" would not be read as it is.',
    ]);
  });

  test('warns of a new assignment where the number of the old one is not known', () => {
    expect(canvas.render([], LAB).notes).toEqual([
      'Canvas looks for an assignment with the very title "Lab 1", and creates it where there is none.',
    ]);
    expect(canvas.render([], { ...LAB, column: '7' }).notes).toEqual([]);
  });

  test('finds by the name who has nothing else', () => {
    const { text, leftOut } = canvas.render([gradeOfStudent(studentOf('ada'))], LAB);
    expect(leftOut).toEqual([]);
    expect(text).toContain('"Doe, ada",,,,A,12.5');
  });

  test('finds nobody by a name that two have', () => {
    const twins = ['x', 'y'].map((id) => gradeOfStudent(studentOf(id, { name: 'Jane Doe' })));
    expect(canvas.render(twins, LAB).leftOut.map(({ why }) => why)).toEqual([
      'cannot be found: the name "Jane Doe" is that of 2 students',
      'cannot be found: the name "Jane Doe" is that of 2 students',
    ]);
  });

  test('finds nobody by the name of somebody who has left the course', () => {
    const [left, there] = [1, 2].map((nth) => knownStudent(nth, { name: 'Jane Doe' }));
    if (left === undefined || there === undefined) throw new Error('two were made');
    const { text } = canvas.render([gradeOfStudent(left), gradeOfStudent(there)], LAB);
    const { marks, strangers } = IMPORTERS.canvas?.(text, [there]) ?? {};
    expect([...(marks?.keys() ?? [])]).toEqual([there.id]);
    expect(strangers).toHaveLength(1);
  });

  test('lets nobody change by their name what the assignment is worth', () => {
    const thief = { ...ada, name: 'points possible Points Possible' };
    const { text } = canvas.render([gradeOfStudent(thief)], LAB);
    expect(text.match(/points possible/gi)).toHaveLength(1);
  });

  test.each(['1.2.3', '1,5', '=5', ' 5', 'a\nb'])(
    'leaves out whom it would look for by another SIS ID than %j',
    (id) => {
      const student = studentOf('ada', { name: null, ids: { 'sis-user-id': id } });
      const { text, leftOut } = canvas.render([gradeOfStudent(student)], LAB);
      expect(leftOut).toMatchObject([{ student, why: expect.stringContaining('SIS user ID') }]);
      expect(lines(text)).toHaveLength(3);
    },
  );
});

describe('Moodle', () => {
  test('has a dash where there is no mark, because a new column would have a zero of a blank', () => {
    expect(lines(moodle.render(grades, LAB).text)).toEqual([
      'Email address,Lab 1,Lab 1 feedback',
      'ada@example.edu,10.25,"Good, ""really""."',
      'ben@example.edu,-,',
      'cem@example.edu,-,',
      'dag@example.edu,-,',
      '',
    ]);
  });

  test('has no column for feedback that nobody is given', () => {
    expect(lines(moodle.render([gradeOfStudent(ada)], LAB).text)[0]).toBe('Email address,Lab 1');
  });

  test('gives no feedback without a mark, because that would take the mark away', () => {
    const said = gradeOfStudent(ada, { status: 'needs-review', comments: [commentSaying('Wait')] });
    expect(moodle.render([said], LAB).text).not.toContain('Wait');
  });

  test('finds all by the one column that most have', () => {
    const nameless = grades.map((grade) => ({
      ...grade,
      student: { ...grade.student, email: grade.student === ada ? 'ada@example.edu' : null },
    }));
    const { text, leftOut, notes } = moodle.render(nameless, LAB);
    expect(lines(text)[0]).toMatch(/^Username,/);
    expect(leftOut).toEqual([]);
    expect(notes[0]).toContain('from "Username" to "Username"');
  });

  test('leaves out who would end the whole import', () => {
    const stranger = studentOf('eve', { email: null });
    const { leftOut } = moodle.render([...grades, gradeOfStudent(stranger)], LAB);
    expect(leftOut).toEqual([{ student: stranger, why: 'has no email address' }]);
  });

  test('leaves out whose ID number is 0, because the mark would be that of the row before', () => {
    const zero = studentOf('eve', { email: null, ids: { 'student-id': '0' } });
    const numbered = studentOf('ada', { email: null, ids: { 'student-id': '007' } });
    const { text, leftOut } = moodle.render(
      [numbered, zero].map((who) => gradeOfStudent(who)),
      LAB,
    );
    expect(leftOut).toMatchObject([{ student: zero }]);
    expect(lines(text)[1]).toBe('007,12.5');
  });

  test('warns of marks above 100', () => {
    const rich = gradeOfStudent(ada, { earned: milli(100_001), possible: milli(200_000) });
    expect(moodle.render([rich], LAB).notes.join()).toContain('above 100');
  });
});

describe('Brightspace', () => {
  test('has a # before every id and at the end of every line', () => {
    expect(lines(brightspace.render(grades, LAB).text)).toEqual([
      'OrgDefinedId,Username,Lab 1 Points Grade,End-of-Line Indicator',
      '#02001,#user1,10.25,#',
      '#02002,#user2,,#',
      '#02003,#user3,,#',
      '#02004,#user4,,#',
      '',
    ]);
  });

  test('does not put a second # before an id that came with one', () => {
    const student = studentOf('ada', { ids: { 'org-defined-id': '#007' } });
    expect(brightspace.render([gradeOfStudent(student)], LAB).text).toContain('\n#007,,12.5,#');
  });

  test('needs one of two ids', () => {
    expect(brightspace.render([gradeOfStudent(studentOf('ada'))], LAB).leftOut).toMatchObject([
      { why: 'has no OrgDefinedId and no username' },
    ]);
  });
});

describe('Blackboard', () => {
  test('has the points and the number of the column in its title, and every cell quoted', () => {
    const { text, notes } = blackboard.render(grades, { ...LAB, column: '1281892' });
    expect(lines(text).slice(0, 3)).toEqual([
      '"Last Name","First Name","Username","Student ID","Lab 1 [Total Pts: 20 Score] |1281892"',
      '"Lovelace","Ada","user1","01","10.25"',
      '"Hur","Ben ""B""","user2","02",""',
    ]);
    expect(notes).toEqual([]);
  });

  test('warns of a new column where its number is not known', () => {
    expect(blackboard.render(grades, LAB).notes).toEqual([
      'Without the number of a column Blackboard makes a new one for these marks.',
    ]);
  });

  test('lets no title look as if it had a number', () => {
    const { text } = blackboard.render([], { title: 'Lab |12' });
    expect(text).toContain('"Lab /12 [Total Pts: 0 Score]"');
  });
});

describe('nbgrader', () => {
  test('has no quotes and no commas but its own', () => {
    const { text } = nbgrader.render(grades, { ...LAB, due: '2026-03-05T00:00:00Z' });
    expect(lines(text)).toEqual([
      'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score',
      'Lab 1,2026-03-05T00:00:00Z,2026-03-05T10:00:00Z,student-1,Lovelace,Ada,ada@example.edu,12.5,2.25,10.25,20',
      "Lab 1,2026-03-05T00:00:00Z,,student-2,Hur,Ben 'B',ben@example.edu,,,,20",
      'Lab 1,2026-03-05T00:00:00Z,2026-03-05T10:00:00Z,student-3,Cem,,cem@example.edu,,,,20',
      "Lab 1,2026-03-05T00:00:00Z,2026-03-05T10:00:00Z,student-4,'@Dag,,dag@example.edu,,,,20",
      '',
    ]);
  });

  test.each(['a,b', 'a"b', 'a\nb', '=a'])('leaves out who has the id %j', (id) => {
    expect(nbgrader.render([gradeOfStudent(studentOf(id))], LAB).leftOut).toMatchObject([
      { why: expect.stringContaining('would not be read as it is') },
    ]);
  });
});

describe('Classroom 50', () => {
  test('has blanks alone for who handed nothing in', () => {
    expect(classroom50.render(grades, LAB).text.split('\n')).toEqual([
      'username,first_name,last_name,email,section,score,max_score,datetime,submission_tag,submitted_by,review_url,late,override',
      'hub-1,Ada,Lovelace,ada@example.edu,A,10.25,20,2026-03-05T10:00:00Z,,,,true,',
      'hub-2,"Ben ""B""",Hur,ben@example.edu,A,,,,,,,,',
      'hub-3,,Cem,cem@example.edu,A,,20,2026-03-05T10:00:00Z,,,,false,',
      "hub-4,,'@Dag,dag@example.edu,A,,20,2026-03-05T10:00:00Z,,,,false,",
      '',
    ]);
  });

  test('says whose points an instructor set, and has its times in whole seconds', () => {
    const step = { ...late[0], kind: 'override' } as Grade['steps'][number];
    const set = gradeOfStudent(ada, { steps: [step], at: '2026-03-05T10:00:00.123Z' });
    expect(classroom50.render([set], LAB).text).toContain('2026-03-05T10:00:00Z,,,,false,true\n');
  });
});
