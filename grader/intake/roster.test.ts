import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary.ts';
import { LARGEST_ROSTER } from './roster/roster-text.ts';
import { readRoster } from './roster.ts';

/** The students in a roster of this content. */
async function studentsIn(content: string | Uint8Array) {
  const file = path.join(await temporaryFolder(), 'roster.csv');
  await writeFile(file, content);
  return readRoster(file);
}

/** What is said of a roster, without the place of the file. */
async function saidOf(content: string | Uint8Array): Promise<string> {
  try {
    await studentsIn(content);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.name).toBe('Refusal');
    return error.message.replace(/^.*roster\.csv/, 'roster.csv');
  }
  return 'read';
}

const ada = { id: 'ada', name: 'Ada Byron', email: null, section: null, ids: {} };

describe('a roster says who is in the class', () => {
  test('with an id, a name, an e-mail address and a section', async () => {
    expect(await studentsIn('id,name,email,section\nada,Ada Byron,ada@x.edu,A\n')).toEqual([
      { ...ada, email: 'ada@x.edu', section: 'A' },
    ]);
  });

  test('in the order of the file', async () => {
    const students = await studentsIn('id\nzoe\nada\n');
    expect(students.map(({ id }) => id)).toEqual(['zoe', 'ada']);
  });

  test('in columns of any order, beside others', async () => {
    expect(await studentsIn('Notes,Name,ID\nx,Ada Byron,ada\n')).toEqual([ada]);
  });

  test('with a name in two columns', async () => {
    expect(await studentsIn('Last Name,id,First_Name\nByron,ada,Ada\n')).toEqual([ada]);
  });

  test('and what a cell does not say is not known', async () => {
    expect(await studentsIn('id,name\nada,\n')).toEqual([{ ...ada, name: null }]);
  });

  test('of nobody, where it has a header alone', async () => {
    expect(await studentsIn('id,name\n')).toEqual([]);
  });
});

describe('a roster is read as spreadsheets write it', () => {
  const bytes16 = Buffer.from('id,name\r\nada,Ada Byron\r\n', 'utf16le');
  test.each<readonly [string, string | Uint8Array]>([
    ['with semicolons', 'id;name\nada;Ada Byron\n'],
    ['with tabs', 'id\tname\nada\tAda Byron\n'],
    ['with lines of Windows', 'id,name\r\nada,Ada Byron\r\n'],
    ['with lines of old Macintoshes', 'id,name\rada,Ada Byron\r'],
    ['without an end of the last line', 'id,name\nada,Ada Byron'],
    ['with a byte order mark', '\ufeffid,name\nada,Ada Byron\n'],
    ['with every cell in quotes', '"id","name"\n"ada","Ada Byron"\n'],
    ['with spaces around cells', ' id , name \n ada , Ada Byron \n'],
    ['with empty lines', '\nid,name\n\nada,Ada Byron\n\n'],
    ['with rows of nothing at the end', 'id,name\nada,Ada Byron\n,\n,\n'],
    ['in UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes16])],
    ['in UTF-16 without a mark', bytes16],
    [
      'in UTF-16 of the other order',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(bytes16).swap16()]),
    ],
  ])('%s', async (_, content) => {
    expect(await studentsIn(content)).toEqual([ada]);
  });
});

describe('a name stays as it is', () => {
  test.each([
    ['with a comma', '"Byron, Ada"', 'Byron, Ada'],
    ['with a quote', '"Ada ""the first"" Byron"', 'Ada "the first" Byron'],
    ['with a line break', '"Ada\nByron"', 'Ada\nByron'],
    ['with an emoji', 'Ada 👩🏽‍🔬', 'Ada 👩🏽‍🔬'],
    ['that a spreadsheet would compute', '=1+1', '=1+1'],
    ['of markup', '<b>Ada</b>', '<b>Ada</b>'],
    ['of another script', '李明', '李明'],
  ])('%s', async (_, cell, name) => {
    expect(await studentsIn(`id,name\nada,${cell}\n`)).toEqual([{ ...ada, name }]);
  });
});

describe('the roster of a platform is recognised', () => {
  test('the gradebook of Canvas', async () => {
    const text =
      'Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (1234)\n    Points Possible,,,,,10\n"Byron, Ada",98765,s001,ada,Sec 1,8.5\n';
    expect(await studentsIn(text)).toEqual([
      {
        id: '98765',
        name: 'Byron, Ada',
        email: null,
        section: 'Sec 1',
        ids: { 'canvas-id': '98765', 'sis-user-id': 's001', 'sis-login-id': 'ada' },
      },
    ]);
  });

  test('the participants of Moodle', async () => {
    const text =
      'First name,Last name,ID number,Email address,Groups\nAda,Byron,0042,ada@x.edu,G\n';
    expect(await studentsIn(text)).toEqual([
      { ...ada, id: '0042', email: 'ada@x.edu', section: 'G', ids: { 'student-id': '0042' } },
    ]);
  });

  test('the participants of Moodle without numbers, by their addresses', async () => {
    const text = 'First name,Last name,ID number,Email address\nAda,Byron,,ada@x.edu\n';
    expect(await studentsIn(text)).toEqual([{ ...ada, id: 'ada@x.edu', email: 'ada@x.edu' }]);
  });

  test('the grading worksheet of Moodle', async () => {
    const text =
      'Identifier,Full name,Email address,Status,Grade\nParticipant 12,Ada Byron,ada@x.edu,,\n';
    expect(await studentsIn(text)).toEqual([
      { ...ada, id: '12', email: 'ada@x.edu', ids: { 'moodle-participant': '12' } },
    ]);
  });

  test('the roster of GitHub Classroom', async () => {
    const text =
      '"identifier","github_username","github_id","name"\n"ada","adab","7","Ada Byron"\n';
    expect(await studentsIn(text)).toEqual([{ ...ada, ids: { github: 'adab' } }]);
  });

  test('the roster of Classroom 50', async () => {
    const text =
      'username,first_name,last_name,email,section,github_id,role\nadab,Ada,Byron,,A,7,student\n';
    expect(await studentsIn(text)).toEqual([
      { ...ada, id: 'adab', section: 'A', ids: { username: 'adab' } },
    ]);
  });

  test('the roster of Gradescope', async () => {
    const text = 'First Name,Last Name,SID,Email,Sections\nAda,Byron,42,ada@x.edu,A\n';
    expect(await studentsIn(text)).toEqual([
      { ...ada, id: '42', email: 'ada@x.edu', section: 'A', ids: { 'student-id': '42' } },
    ]);
  });

  test('the gradebook of Brightspace', async () => {
    const text =
      'OrgDefinedId,Username,Last Name,First Name,End-of-Line Indicator\n#42,#ada,Byron,Ada,#\n';
    expect(await studentsIn(text)).toEqual([
      { ...ada, id: '42', ids: { 'org-defined-id': '42', username: 'ada' } },
    ]);
  });
});

describe('a roster that is wrong is refused with the line', () => {
  test.each<readonly [string, string | Uint8Array, string]>([
    ['an empty file', '', 'roster.csv is empty'],
    ['a file of empty lines', '\n\n\n', 'roster.csv is empty'],
    [
      'a header of other things',
      'grade,points\n1,2\n',
      'roster.csv, line 1: no column says who a student is (found: "grade", "points")',
    ],
    [
      'no header',
      'ada,Ada Byron\n',
      'roster.csv, line 1: no column says who a student is (found: "ada", "Ada Byron")',
    ],
    [
      'a header that no object has',
      'constructor,__proto__\nada,b\n',
      'roster.csv, line 1: no column says who a student is (found: "constructor", "__proto__")',
    ],
    [
      'two rows of one id',
      'id,name\nada,Ada\nbob,Bob\nada,Ada\n',
      'roster.csv, line 4: the id "ada" is that of line 2',
    ],
    ['an empty id', 'id,name\nada,Ada\n,Bob\n', 'roster.csv, line 3: the student has no id'],
    ['an id of spaces', 'id,name\n  ,Bob\n', 'roster.csv, line 2: the student has no id'],
    ['too few cells', 'id,name,email\nada,Ada\n', 'roster.csv, line 2: 2 cells instead of 3'],
    ['a single cell', 'id,name\nada\n', 'roster.csv, line 2: 1 cell instead of 2'],
    [
      'a comma outside of quotes',
      'id,name\nada,Byron, Ada\n',
      'roster.csv, line 2: 3 cells instead of 2',
    ],
    [
      'a line after one that takes two',
      'id,name\nada,"Ada\nByron"\nbob\n',
      'roster.csv, line 4: 1 cell instead of 2',
    ],
    [
      'a quote that is never closed',
      'id,name\nada,"Ada\nbob,Bob\n',
      'roster.csv, line 2: a quote is never closed',
    ],
    [
      'a quote in a cell',
      'id,name\nada,Ada "x"\n',
      'roster.csv, line 2: a quote stands in the middle of a cell',
    ],
    [
      'letters behind a quote',
      'id,name\nada,"Ada"x\n',
      'roster.csv, line 2: something follows a closing quote',
    ],
    [
      'an id of two lines',
      'id,name\n"a\nb",Ada\n',
      'roster.csv, line 2: the id "a\\u{a}b" is not of one line',
    ],
    [
      'a letter of Latin-1',
      Buffer.from('id,name\nada,Ad\xe9\n', 'latin1'),
      'roster.csv, line 2: it is not UTF-8',
    ],
    [
      'half a character of UTF-16',
      Buffer.from('fffe690064', 'hex'),
      'roster.csv, line 1: it is not UTF-8',
    ],
    ['a NUL', 'id,name\nada,A\0\n', 'roster.csv is not a text'],
    ['a spreadsheet', Buffer.from('504b030414000000080000', 'hex'), 'roster.csv is not a text'],
    [
      'more than anybody teaches',
      'x'.repeat(LARGEST_ROSTER + 1),
      'roster.csv is larger than 4 MiB',
    ],
  ])('%s', async (_, content, message) => {
    expect(await saidOf(content)).toBe(message);
  });
});

describe('what is no file is refused', () => {
  test('where there is nothing', async () => {
    const file = path.join(await temporaryFolder(), 'roster.csv');
    await expect(readRoster(file)).rejects.toMatchObject({
      code: 'broken-roster',
      message: `There is no file ${file}`,
    });
  });

  test('a folder', async () => {
    const folder = await temporaryFolder();
    await expect(readRoster(folder)).rejects.toMatchObject({ message: `${folder} is not a file` });
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe, which would never come to an end',
    async () => {
      const pipe = path.join(await temporaryFolder(), 'roster.csv');
      execFileSync('mkfifo', [pipe]);
      await expect(readRoster(pipe)).rejects.toMatchObject({ message: `${pipe} is not a file` });
    },
  );
});
