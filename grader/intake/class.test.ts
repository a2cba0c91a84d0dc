import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HandedIn, Student } from '../contract/class.ts';
import { packed, zipOf } from '../testing/archives.ts';
import { courseExercise, courseOf, FIRST, SECOND } from '../testing/documents.ts';
import { temporaryFolder } from '../testing/temporary.ts';
import { readClass } from './class.ts';

const course = courseOf(
  courseExercise({ slug: FIRST }, { file: 'first.ts' }),
  courseExercise({ slug: SECOND }, { file: 'second.ts' }),
);

type Files = Readonly<Record<string, string | Buffer>>;

/** These files in a folder of this name. */
async function unpackedAs(name: string, files: Files): Promise<string> {
  const place = path.join(await temporaryFolder(), name);
  await mkdir(place);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, file)), { recursive: true });
    await writeFile(path.join(place, file), content);
  }
  return place;
}

async function packedAs(name: string, files: Files): Promise<string> {
  const place = path.join(await temporaryFolder(), `${name}.zip`);
  await writeFile(place, packed(files));
  return place;
}

/** What is told of a hand-in: what its first file says, or why it is not read. */
async function told({ handIns, absent, unknown, problems }: HandedIn) {
  const read: Record<string, string> = {};
  for (const handIn of handIns) {
    read[handIn.id] = await handIn.read(course).then(
      ({ files }) => {
        const file = files.get(FIRST);
        return file?.state === 'read' ? file.text : JSON.stringify(file);
      },
      (error) => `refused: ${error.code}`,
    );
  }
  return {
    read,
    absent: absent.map(({ id }) => id),
    unknown: unknown.map(({ id }) => id),
    problems: problems.length,
  };
}

async function readAt(place: string, roster: readonly Student[] | null = null) {
  return readClass(place, course, { roster });
}

const listed = (id: string, own: Partial<Student> = {}): Student => ({
  id,
  name: null,
  email: null,
  section: null,
  ids: {},
  ...own,
});

const canvasFiles: Files = {
  'doejane_17_901_first.ts': 'of jane',
  'doejane_17_902_second.ts': 'second of jane',
  'byronada_LATE_18_903_first-1.ts': 'of ada, again',
  'wubo_19_904_work.zip': packed({ 'work/first.ts': 'of bo' }),
  'roeric_20_text.html': '<p>sorry</p>',
};

const moodleFiles: Files = {
  'Ada Byron_31_assignsubmission_file/first.ts': 'of ada',
  'Ada Byron_31_assignsubmission_onlinetext/onlinetext.html': '<p>done</p>',
  'Jane Doe_32_assignsubmission_file_/exercises/01-first/first.ts': 'of jane',
  'Bo Wu_33_assignsubmission_file/work.zip': packed({ 'exercises/01-first/first.ts': 'of bo' }),
  'Ric Roe_34_assignsubmission_onlinetext/onlinetext.html': '<p>sorry</p>',
};

const metadata = `---
submission_7:
  :submitters:
  - :name: Ada Byron
    :sid: '0042'
    :email: ada@x.edu
  :created_at: 2026-04-26 17:34:00.861687000 Z
  :score: 2.0
  :results: {score: 2.0, output: "first: 1"}
  :history:
  - :id: 5
    :created_at: 2026-04-20 10:00:00.000000000 Z
  - :id: 6
    :created_at: 2026-04-21 10:00:00.000000000 Z
submission_8:
  :submitters:
  - :name: Jane Doe
    :sid: 43
    :email: jane@x.edu
  - :name: Bo Wu
    :sid:
    :email: bo@x.edu
  :created_at: 2026-04-26 19:34:00.000000000 +02:00
submission_9:
  :submitters: []
  :created_at: 2026-04-26 17:34:00 UTC
`;

const gradescopeFiles: Files = {
  'submission_metadata.yml': metadata,
  'submission_5/first.ts': 'of ada, before',
  'submission_7/first.ts': 'of ada',
  'submission_8/first.ts': 'of jane and bo',
  'submission_9/first.ts': 'of nobody',
  'submission_10/first.ts': 'of somebody',
};

const LAYOUTS: readonly (readonly [string, string, Files, Readonly<Record<string, string>>])[] = [
  [
    'a folder for each student',
    'class',
    { 'ada/first.ts': 'of ada', 'bob/exercises/01-first/first.ts': 'of bob' },
    { ada: 'of ada', bob: 'of bob' },
  ],
  [
    'an archive for each student',
    'class',
    {
      'ada.zip': packed({ 'ada/first.ts': 'of ada' }),
      'bob.ZIP': packed({ 'first.ts': 'of bob' }),
    },
    { ada: 'of ada', bob: 'of bob' },
  ],
  [
    'gh classroom clone',
    'hello-submissions',
    { 'hello-ada/first.ts': 'of ada', 'hello-bob-2/first.ts': 'of bob' },
    { ada: 'of ada', 'bob-2': 'of bob' },
  ],
  [
    'gh classroom clone, from above',
    'clones',
    {
      'hello-submissions/hello-ada/first.ts': 'of ada',
      'hello-submissions/hello-bob/first.ts': 'of bob',
    },
    { ada: 'of ada', bob: 'of bob' },
  ],
  [
    'gh teacher download',
    'hello',
    {
      'scores.csv': 'username,first_name\nada,Ada\nbob-2,Bob\n',
      'cs-hello-ada/first.ts': 'of ada',
      'cs-hello-bob-2/first.ts': 'of bob',
    },
    { ada: 'of ada', 'bob-2': 'of bob' },
  ],
  [
    'Canvas',
    'cs-lab_submissions',
    canvasFiles,
    { 17: 'of jane', 18: 'of ada, again', 19: 'of bo', 20: 'refused: empty-submission' },
  ],
  [
    'Canvas without names',
    'cs-lab_submissions',
    { 'anon_a1B_901_first.ts': 'of one', 'LATE_anon_Zz9_902_first.ts': 'of another' },
    { anon_Zz9: 'of another', anon_a1B: 'of one' },
  ],
  [
    'Moodle',
    'cs-lab-12',
    moodleFiles,
    { 31: 'of ada', 32: 'of jane', 33: 'of bo', 34: 'refused: empty-submission' },
  ],
  [
    'Moodle without folders',
    'cs-lab-12',
    {
      'Ada Byron_31_assignsubmission_file_first.ts': 'of ada',
      'Participant_32_assignsubmission_file_first.ts': 'of somebody',
    },
    { 31: 'of ada', 32: 'of somebody' },
  ],
  [
    'Gradescope',
    'assignment_1_export',
    gradescopeFiles,
    {
      '0042~1': 'of ada, before',
      '0042~2': 'of ada',
      43: 'of jane and bo',
      'bo@x.edu': 'of jane and bo',
      submission_10: 'of somebody',
      submission_9: 'of nobody',
    },
  ],
];

describe('a class is read as it was laid out', () => {
  test.each(LAYOUTS)('%s, unpacked', async (_, name, files, read) => {
    expect((await told(await readAt(await unpackedAs(name, files)))).read).toEqual(read);
  });

  test.each(LAYOUTS)('%s, packed', async (_, name, files, read) => {
    expect((await told(await readAt(await packedAs(name, files)))).read).toEqual(read);
  });

  test.each(LAYOUTS)('%s, packed as one folder', async (_, name, files, read) => {
    const below = Object.entries(files).map(([file, content]) => [`${name}/${file}`, content]);
    const place = await packedAs('download', Object.fromEntries(below));
    expect((await told(await readAt(place))).read).toEqual(read);
  });

  test.each(LAYOUTS)(
    '%s, in the same order whatever the order of the archive',
    async (_, name, files) => {
      const turned = Object.fromEntries(Object.entries(files).reverse());
      const [one, other] = await Promise.all([packedAs(name, files), packedAs(name, turned)]);
      const summary = ({ handIns }: HandedIn) =>
        handIns.map(({ id, student, at, late }) => ({ id, student, at, late }));
      expect(summary(await readAt(one))).toEqual(summary(await readAt(other)));
    },
  );

  test.each(LAYOUTS)('%s, beside what systems leave lying around', async (_, name, files, read) => {
    const litter = {
      '.DS_Store': 'x',
      '__MACOSX/._ada': 'x',
      '.git/config': 'x',
      'Thumbs.db': 'x',
    };
    const place = await unpackedAs(name, { ...litter, ...files });
    expect((await told(await readAt(place))).read).toEqual(read);
  });
});

describe('what the platform says of a hand-in is kept', () => {
  test('that Canvas marked it as late', async () => {
    const { handIns } = await readAt(await packedAs('lab', canvasFiles));
    expect(handIns.filter(({ late }) => late).map(({ id }) => id)).toEqual(['18']);
  });

  test('when Gradescope received it, in UTC', async () => {
    const { handIns } = await readAt(await packedAs('lab', gradescopeFiles));
    expect(handIns.map(({ at }) => at)).toEqual([
      '2026-04-20T10:00:00.000Z',
      '2026-04-26T17:34:00.861Z',
      '2026-04-26T17:34:00.000Z',
      '2026-04-26T17:34:00.000Z',
      null,
      '2026-04-26T17:34:00.000Z',
    ]);
  });

  test('and no time is made of a file', async () => {
    const { handIns } = await readAt(await unpackedAs('class', { 'ada/first.ts': '' }));
    expect(handIns.map(({ at }) => at)).toEqual([null]);
  });

  test('by which number it knows the student', async () => {
    const { handIns } = await readAt(await packedAs('lab', moodleFiles));
    expect(handIns[0]?.student).toEqual(
      listed('31', { name: 'Ada Byron', ids: { 'moodle-participant': '31' } }),
    );
  });
});

test('the path of a file is its place in what the student packed', async () => {
  const { handIns } = await readAt(await packedAs('lab', canvasFiles));
  const paths = await Promise.all(
    handIns.slice(0, 3).map(async (handIn) => (await handIn.read(course)).files.get(FIRST)),
  );
  expect(paths).toMatchObject([
    { path: 'first.ts' },
    { path: 'first-1.ts' },
    { path: 'work/first.ts' },
  ]);
});

test('a submission is known by the id of its hand-in', async () => {
  const { handIns } = await readAt(await packedAs('lab', gradescopeFiles));
  const ids = await Promise.all(handIns.map(async (each) => (await each.read(course)).id));
  expect(ids).toEqual(handIns.map(({ id }) => id));
});

describe('a roster says who is absent and who is unknown', () => {
  const files = { 'ada/first.ts': 'a', 'eve/first.ts': 'e' };

  test('in the order of their ids', async () => {
    const roster = [listed('zoe'), listed('bob'), listed('ada')];
    expect(await told(await readAt(await unpackedAs('class', files), roster))).toEqual({
      read: { ada: 'a', eve: 'e' },
      absent: ['bob', 'zoe'],
      unknown: ['eve'],
      problems: 0,
    });
  });

  test('and without one nobody is either', async () => {
    expect(await told(await readAt(await unpackedAs('class', files)))).toMatchObject({
      absent: [],
      unknown: [],
    });
  });

  test('and a group that hands in once has handed in for all', async () => {
    const roster = [listed('43'), listed('w', { email: 'Bo@x.edu' })];
    const { handIns, absent } = await readAt(await packedAs('lab', gradescopeFiles), roster);
    expect(absent).toEqual([]);
    expect(handIns.map(({ id }) => id)).toContain('w');
  });
});

describe('a class that cannot be listed is a problem, and everybody is absent', () => {
  test.each<readonly [string, Buffer, string]>([
    [
      'an archive that is cut off',
      packed({ 'ada/first.ts': '' }).subarray(0, -9),
      'is cut off: its end is missing',
    ],
    ['a text', Buffer.from('ada\n'), 'is not a zip archive'],
    [
      'metadata that is no YAML',
      packed({ 'submission_metadata.yml': 'a: [' }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that repeats itself',
      packed({ 'submission_metadata.yml': 'a: 1\na: 2\n' }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that grows without end',
      packed({ 'submission_metadata.yml': laughs() }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that is not UTF-8',
      packed({ 'submission_metadata.yml': Buffer.from([0xff]) }),
      '/submission_metadata.yml is damaged: it is not the YAML that Gradescope writes',
    ],
    [
      'metadata that is damaged',
      zipOf([{ name: 'submission_metadata.yml', content: 'a: 1', crc32: 1 }]),
      ' has "submission_metadata.yml" damaged',
    ],
    [
      'metadata larger than 32 MiB',
      packed({ 'submission_metadata.yml': Buffer.alloc(33 * 1024 * 1024) }),
      '/submission_metadata.yml is larger than 32 MiB',
    ],
  ])('%s', async (_, archive, message) => {
    const place = path.join(await temporaryFolder(), 'class.zip');
    await writeFile(place, archive);
    const { handIns, absent, problems } = await readAt(place, [listed('ada')]);
    expect(handIns).toEqual([]);
    expect(absent).toEqual([listed('ada')]);
    expect(problems.map(({ what }) => what.replace(/^.*class\.zip ?/, ''))).toEqual([
      message.trimStart(),
    ]);
  });

  /** Lists of lists of lists, by aliases: nine of nine of nine. */
  function laughs(): string {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    return names
      .map((name, index) => {
        const before = names[index - 1];
        const items = Array.from({ length: 9 }, () => (before === undefined ? 'x' : `*${before}`));
        return `${name}: &${name} [${items.join(', ')}]\n`;
      })
      .join('');
  }
});

describe('a problem with one never stops the others', () => {
  test.each<readonly [string, Files, string]>([
    [
      'a loose file in a Canvas download',
      { ...canvasFiles, 'notes.pdf': 'x' },
      ': "notes.pdf" is not named as files of a Canvas download are',
    ],
    [
      'a loose file in a Moodle download',
      { ...moodleFiles, 'notes.pdf': 'x' },
      ': "notes.pdf" is not named as in a Moodle download',
    ],
    [
      'an archive beside its folder',
      { 'ada/first.ts': 'a', 'ada.zip': 'x' },
      ': "ada.zip" is not read, because the folder "ada" is there too',
    ],
    [
      'a submission of nobody',
      { 'submission_metadata.yml': 'submission_1:\n  :submitters: []\n' },
      '/submission_metadata.yml does not say whose submission_1 is',
    ],
  ])('%s', async (_, files, message) => {
    const { handIns, problems } = await readAt(await unpackedAs('class', files));
    expect(handIns.length).toBeGreaterThan(0);
    expect(problems.map(({ what }) => what.replace(/^.*\/class/, ''))).toEqual([message]);
  });

  test('a link in the place of a folder', async () => {
    const place = await unpackedAs('class', { 'ada/first.ts': 'a' });
    await symlink('ada', path.join(place, 'bob'));
    const { handIns, problems } = await readAt(place);
    expect(handIns.map(({ id }) => id)).toEqual(['ada']);
    expect(problems.map(({ what }) => what)).toEqual([
      `${place}: "bob" is a symbolic link, which is not followed`,
    ]);
  });

  test('an entry of the class that leads out of it', async () => {
    const place = await packedAs('class', { 'ada/first.ts': 'a', '../bob/first.ts': 'b' });
    const { handIns, problems } = await readAt(place);
    expect(handIns.map(({ id }) => id)).toEqual(['ada']);
    expect(problems.map(({ what }) => what)).toEqual([
      `${place}: "../bob/first.ts" leads out of the archive`,
    ]);
  });

  test('a hundred entries that lead out of it are told in twenty lines and one', async () => {
    const out = Array.from({ length: 100 }, (_, index) => [`../${index}`, 'x']);
    const place = await packedAs('class', { 'ada/first.ts': 'a', ...Object.fromEntries(out) });
    const { problems } = await readAt(place);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.what).toBe(`${place}: 80 more entries like these`);
  });

  test('a hand-in that was taken away since', async () => {
    const place = await packedAs('class', { 'ada/first.ts': 'a', 'bob/first.ts': 'b' });
    const { handIns } = await readAt(place);
    await writeFile(place, 'something else');
    await expect(handIns[0]?.read(course)).rejects.toMatchObject({ code: 'broken-archive' });
  });
});

test('a submission of Gradescope is never looked for elsewhere', async () => {
  const names = ['submission_1/../../outside', '../outside', 'outside'];
  const yaml = names.map((name) => `${name}:\n  :submitters:\n  - :sid: '1'\n`).join('');
  const history =
    "submission_1:\n  :submitters:\n  - :sid: '1'\n  :history:\n  - :id: 1/../../outside\n";
  const place = await unpackedAs('class', { 'submission_metadata.yml': yaml + history });
  await mkdir(path.join(place, '../outside'));
  await writeFile(path.join(place, '../outside/first.ts'), 'secret');
  const { handIns } = await readAt(place);
  expect(handIns.map(({ id }) => id)).toEqual(['1']);
  await expect(handIns[0]?.read(course)).rejects.toMatchObject({ code: 'empty-submission' });
});

test('what students printed is not read as metadata of Gradescope', async () => {
  const forged = 'submission_9:\n  :submitters:\n  - :sid: forged\n';
  const printed = forged.replace(/^/gm, '      ');
  const yaml = `submission_1:\n  :results:\n    output: |\n${printed}\n    a: [\n  :tags:\n  - [\n  :submitters:\n  - :sid: '1'\n`;
  const place = await unpackedAs('class', { 'submission_metadata.yml': yaml });
  const { handIns, problems } = await readAt(place);
  expect(handIns.map(({ id }) => id)).toEqual(['1']);
  expect(problems).toEqual([]);
});

test('what Ruby wrote once, among the results, is found there', async () => {
  const yaml =
    'submission_1:\n  :results: &1 [x]\n  :tags: *1\n  :submitters:\n  - :sid: &2 a\nsubmission_2:\n  :results:\n    - &3 b\n  :submitters:\n  - :sid: *3\n';
  const { handIns } = await readAt(await packedAs('class', { 'submission_metadata.yml': yaml }));
  expect(handIns.map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each([
  'Byron, Ada',
  'Ada "x" Byron',
  'Ada\nByron',
  'Ada 👩🏽‍🔬',
  '=1+1',
  '__proto__',
  '<b>',
  '李明',
])('a student may be called anything: %j', async (name) => {
  const { handIns } = await readAt(await unpackedAs('class', { [`${name}/first.ts`]: 'x' }), [
    listed(name),
  ]);
  expect(handIns.map(({ id, student }) => [id, student.id])).toEqual([[name, name]]);
});

test('hand-ins of one student never take the id of another', async () => {
  const roster = [listed('0042~1')];
  const { handIns } = await readAt(await packedAs('lab', gradescopeFiles), roster);
  expect(handIns.map(({ id }) => id).slice(0, 2)).toEqual(['0042~2', '0042~3']);
});

describe('a place that is no class is refused', () => {
  test.skipIf(process.platform === 'win32')('a pipe, which never comes to an end', async () => {
    const place = path.join(await temporaryFolder(), 'class.zip');
    execFileSync('mkfifo', [place]);
    await expect(readAt(place)).rejects.toMatchObject({
      message: `${place} is neither a folder nor a file`,
    });
  });

  test('where there is nothing', async () => {
    const place = path.join(await temporaryFolder(), 'nowhere');
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'no-such-folder',
      message: `There is nothing at ${place}`,
    });
  });

  test('the work of one student', async () => {
    const place = await unpackedAs('ada', { 'exercises/01-first/first.ts': '' });
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `${place} is the work of one student, not of a class`,
    });
  });

  test.each([{}, { 'notes.txt': '' }])('one without hand-ins', async (files) => {
    const place = await unpackedAs('class', files);
    await expect(readAt(place)).rejects.toMatchObject({
      code: 'bad-argument',
      message: `${place} holds no hand-ins`,
    });
  });
});
