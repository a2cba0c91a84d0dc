import { describe, expect, test } from 'vitest';
import type { HandedIn } from '../contract/class.ts';
import { packed } from '../testing/archives.ts';
import { FIRST } from '../testing/documents.ts';
import {
  canvasFiles,
  course,
  type Files,
  gradescopeFiles,
  listed,
  moodleFiles,
  packedAs,
  readAt,
  told,
  unpackedAs,
} from '../testing/handed-in.ts';

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
